import HTTPCore

/// Reads the part of SSML that Polly and local-cloud understand, as a value; anything else is refused.
///
/// Tags: speak, p, s, break, prosody (rate), mark, phoneme, sub, say-as, lang, emphasis. Source: Amazon Polly developer guide, "Supported SSML tags".
struct SSML {
    /// What is to be spoken, and the characters that count.
    struct Reading: Equatable {
        var parts: [SpeechRequest.Part] = []
        /// Characters outside tags: what Polly charges for and limits.
        var characters = 0
    }

    private enum Token { case text(String), open(String, [String: String], isEmpty: Bool), close(String) }

    private var rest: Substring
    private var open: [(name: String, rate: Double)] = []
    private var reading = Reading()
    /// What is spoken instead of the text inside a tag.
    private var replacement: String?

    /// - Throws: `InvalidSsmlException`.
    static func read(_ text: String) throws(ServiceFault) -> Reading {
        var reader = SSML(rest: text[...])
        try reader.read()
        return reader.reading
    }

    /// Plain text, sentence by sentence.
    static func plain(_ text: String) -> Reading { Reading(parts: sentences(text).map { .text($0, rate: 1) }, characters: text.count) }

    private init(rest: Substring) {
        self.rest = String(rest).trimmed[...]
    }

    private mutating func read() throws(ServiceFault) {
        guard case .open("speak", _, false)? = try token() else { throw .invalidSSML }
        open = [("speak", 1)]
        while let token = try token() {
            // Nothing follows the end of speak.
            if open.isEmpty { throw .invalidSSML }
            switch token {
            case .text(let text): take(text)
            case .open(let name, let attributes, let isEmpty): try begin(name, attributes, isEmpty)
            case .close(let name): try end(name)
            }
        }
        guard open.isEmpty else { throw .invalidSSML }
    }

    private mutating func take(_ text: String) {
        reading.characters += text.count
        guard replacement == nil else { return }
        for sentence in Self.sentences(text) { reading.parts.append(.text(sentence, rate: open.last?.rate ?? 1)) }
    }

    private mutating func begin(_ name: String, _ attributes: [String: String], _ isEmpty: Bool) throws(ServiceFault) {
        guard open.count < 32 else { throw .invalidSSML }
        var rate = open.last?.rate ?? 1
        switch name {
        case "break": reading.parts.append(.pause(milliseconds: try Self.pause(attributes)))
        case "mark":
            guard let name = attributes["name"], !name.isEmpty else { throw .invalidSSML }
            reading.parts.append(.mark(name))
        case "prosody": if let text = attributes["rate"] { rate = try Self.rate(text) }
        case "sub":
            guard let alias = attributes["alias"] else { throw .invalidSSML }
            speak(alias, rate, isEmpty)
        case "phoneme":
            guard let sounds = attributes["ph"], let alphabet = attributes["alphabet"] else { throw .invalidSSML }
            guard ["ipa", "x-sampa", "x-amazon-pron-kana", "x-amazon-yomigana", "x-amazon-jyutping"].contains(alphabet) else { throw .invalidSSML }
            // Kana can be read aloud; of the other alphabets the text inside is.
            if alphabet.hasPrefix("x-amazon-") { speak(sounds.filter { $0 != "'" && $0 != "/" }, rate, isEmpty) }
        case "p", "s", "say-as", "lang", "emphasis": break
        default: throw .invalidSSML
        }
        if !isEmpty { open.append((name, rate)) }
    }

    private mutating func speak(_ text: String, _ rate: Double, _ isEmpty: Bool) {
        reading.parts.append(.text(text, rate: rate))
        if !isEmpty { replacement = text }
    }

    private mutating func end(_ name: String) throws(ServiceFault) {
        guard open.popLast()?.name == name else { throw .invalidSSML }
        switch name {
        case "sub", "phoneme": replacement = nil
        case "p": reading.parts.append(.pause(milliseconds: 600))
        case "s": reading.parts.append(.pause(milliseconds: 300))
        default: break
        }
    }

    /// `500ms`, `1.5s` up to ten seconds, or a strength.
    private static func pause(_ attributes: [String: String]) throws(ServiceFault) -> Int {
        if let time = attributes["time"] {
            let unit = time.hasSuffix("ms") ? 2 : time.hasSuffix("s") ? 1 : 0
            guard unit > 0, let number = Double(time.dropLast(unit)), number >= 0 else { throw .invalidSSML }
            let milliseconds = unit == 2 ? number : number * 1_000
            guard milliseconds <= 10_000 else { throw .invalidSSML }
            return Int(milliseconds)
        }
        let strengths = ["none": 0, "x-weak": 0, "weak": 100, "medium": 300, "strong": 600, "x-strong": 1_000]
        guard let pause = strengths[attributes["strength"] ?? "medium"] else { throw .invalidSSML }
        return pause
    }

    /// `x-slow` to `x-fast`, or `20%` to `200%`.
    private static func rate(_ text: String) throws(ServiceFault) -> Double {
        let names = ["x-slow": 0.5, "slow": 0.75, "medium": 1.0, "fast": 1.3, "x-fast": 1.7, "default": 1.0]
        if let rate = names[text] { return rate }
        guard text.hasSuffix("%"), let percent = Double(text.dropLast()), (20...200).contains(percent) else { throw .invalidSSML }
        return percent / 100
    }

    private static func sentences(_ text: String) -> [String] {
        var sentences: [String] = [], current = ""
        for character in text {
            current.append(character)
            if "。．.!?！？\n".contains(character) {
                sentences.append(current.trimmed)
                current = ""
            }
        }
        sentences.append(current.trimmed)
        return sentences.filter { $0.contains { $0.isLetter || $0.isNumber } }
    }
}

extension SSML {
    private mutating func token() throws(ServiceFault) -> Token? {
        guard let first = rest.first else { return nil }
        if first != "<" {
            let text = rest.prefix { $0 != "<" }
            rest = rest[text.endIndex...]
            return .text(try Self.unescaped(text))
        }
        guard let end = rest.firstIndex(of: ">") else { throw .invalidSSML }
        var tag = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        if tag.hasPrefix("/") { return .close(String(tag.dropFirst()).trimmed) }
        let isEmpty = tag.hasSuffix("/")
        if isEmpty { tag = tag.dropLast() }
        let name = tag.prefix { $0.isLetter || $0 == "-" || $0 == ":" }
        return .open(String(name), try Self.attributes(tag.dropFirst(name.count)), isEmpty: isEmpty)
    }

    private static func attributes(_ text: Substring) throws(ServiceFault) -> [String: String] {
        var attributes: [String: String] = [:], rest = String(text).trimmed[...]
        while !rest.isEmpty {
            let name = rest.prefix { $0.isLetter || $0 == "-" || $0 == ":" }
            rest = rest.dropFirst(name.count)
            guard !name.isEmpty, rest.popFirst() == "=", let quote = rest.popFirst(), quote == "\"" || quote == "'", let end = rest.firstIndex(of: quote)
            else { throw .invalidSSML }
            guard attributes.updateValue(try unescaped(rest[..<end]), forKey: String(name)) == nil else { throw .invalidSSML }
            rest = String(rest[rest.index(after: end)...]).trimmed[...]
        }
        return attributes
    }

    private static func unescaped(_ text: Substring) throws(ServiceFault) -> String {
        guard text.contains("&") else { return String(text) }
        var result = "", rest = text
        while let character = rest.popFirst() {
            guard character == "&" else {
                result.append(character)
                continue
            }
            let name = rest.prefix { $0 != ";" }
            guard let sign = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"][String(name)], name.endIndex < rest.endIndex else {
                throw .invalidSSML
            }
            result += sign
            rest = rest[rest.index(after: name.endIndex)...]
        }
        return result
    }
}

extension ServiceFault {
    static var invalidSSML: ServiceFault { ServiceFault(type: "InvalidSsmlException", status: 400, message: "Invalid SSML request") }
}
