import JSON

/// Text in pieces about as long as a model's tokens: six letters with the space before them, one sign, one kana or kanji.
///
/// No model's own tokens, but about as many, always the same, and joined they are the text.
enum TokenPieces {
    private enum Kind { case space, letter, other }

    static func split(_ text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex, letters = 0, isOpen = false
        var index = text.startIndex
        func close(at end: String.Index) {
            if start < end { pieces.append(text[start..<end]) }
            start = end
            letters = 0
            isOpen = false
        }
        while index < text.endIndex {
            let next = text.index(after: index)
            switch kind(text[index]) {
            case .space: if isOpen { close(at: index) }
            case .letter:
                if letters == 6 { close(at: index) }
                letters += 1
                isOpen = true
            case .other:
                if isOpen { close(at: index) }
                close(at: next)
            }
            index = next
        }
        close(at: text.endIndex)
        return pieces
    }

    static func count(_ text: String) -> Int { split(text).count }

    private static func kind(_ character: Character) -> Kind {
        if character.isWhitespace { return .space }
        return character.isASCII && (character.isLetter || character.isNumber) ? .letter : .other
    }
}

extension ConverseRequest {
    /// What the model reads: texts, tools, and a few tokens that mark each turn.
    var inputTokens: Int {
        let texts = system.reduce(0) { $0 + TokenPieces.count($1) }
        let toolTexts = tools.reduce(0) { $0 + TokenPieces.count($1.summary) + TokenPieces.count(JSON.string($1.schema)) + 12 }
        return texts + toolTexts + messages.reduce(3) { $0 + $1.tokens }
    }
}

extension ConverseMessage {
    fileprivate var tokens: Int {
        content.reduce(4) { count, block in
            switch block {
            case .text(let text): count + TokenPieces.count(text)
            case .toolUse(_, let name, let input): count + TokenPieces.count(name) + TokenPieces.count(JSON.string(input)) + 8
            case .toolResult(_, let content, _): count + content.reduce(8) { $0 + TokenPieces.count(JSON.string($1)) }
            case .other: count + 1_000
            }
        }
    }
}
