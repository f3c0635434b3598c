import AWS
import JSON

/// How many tokens a text is, before a model has counted them: rather too many, as reservations are made with it.
///
/// English has about four bytes to a token; three are counted. Kana and kanji take one token each or a little more: one and a half are counted, a half
/// for each of their three bytes, and so two for an emoji.
enum TokenEstimate {
    /// What a message costs beside its text.
    static let perMessage = 8
    /// What makers add to a prompt when a tool is given.
    static let perTool = 400

    static func tokens(in text: String) -> Int {
        var text = text
        let (ascii, others) = text.withUTF8 { bytes in
            let ascii = bytes.count { $0 < 0x80 }
            return (ascii, bytes.count - ascii)
        }
        return (2 * ascii + 3 * others + 5) / 6
    }

    /// All that a model would read.
    static func tokens(in request: ConverseRequest) -> Int {
        let system = request.system.reduce(0) { $0 + tokens(in: $1) + perMessage }
        let messages = request.messages.reduce(0) { $0 + tokens(in: $1.text) + perMessage }
        let tools = request.tools.reduce(0) { $0 + perTool + tokens(in: JSON.string($1.inputSchema)) + tokens(in: $1.description ?? "") }
        return system + messages + tools
    }
}
