import AWS
import JSON

/// How many tokens a text is, before a model has counted them: rather too many, as reservations are made with it.
///
/// English has about four letters to a token; three are counted, but one token for each digit and sign. Kana, kanji and hangul take one each or a little
/// more: one and a half are counted. Of other scripts, and of emoji, as many tokens as a tokenizer that knows none of them makes: a token for each byte.
enum TokenEstimate {
    /// What a message costs beside its text.
    static let perMessage = 8
    /// What makers add to a prompt when a tool is given.
    static let perTool = 400

    static func tokens(in text: String) -> Int {
        (text.unicodeScalars.reduce(0) { $0 + sixths(of: $1.value) } + 5) / 6
    }

    private static func sixths(of scalar: UInt32) -> Int {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0x20, 0x0A: 2
        case ..<0x800: 6
        case 0x3000...0xD7FF: 9
        case ..<0x10000: 18
        default: 24
        }
    }

    /// All that a model would read.
    static func tokens(in request: ConverseRequest) -> Int {
        let system = request.system.reduce(0) { $0 + tokens(in: $1) + perMessage }
        let messages = request.messages.reduce(0) { $0 + tokens(in: $1.text) + perMessage }
        let tools = request.tools.reduce(0) { $0 + perTool + tokens(in: JSON.string($1.inputSchema)) + tokens(in: $1.description ?? "") }
        return system + messages + tools
    }
}
