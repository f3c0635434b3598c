extension AnswerMarkup {
    /// A tag is left out, a link in angle brackets too; `<word>`, which is no tag, gets brackets that no reader takes for one.
    mutating func tag() -> Bool {
        guard let next = byte(1) else { return more { $0.keep(UInt8(ascii: "<")) } }
        if next == UInt8(ascii: "!") {
            guard isFinal || byte(3) != nil else { return false }
            if raw[(place + 1)...].starts(with: "!--".utf8) { return comment() }
        }
        guard next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else { return opening() }
        guard let end = find(UInt8(ascii: ">")) else {
            guard isFinal || raw.count - place > Self.reach || raw[(place + 1)...].contains(UInt8(ascii: "<")) else { return false }
            remove()
            openBrackets += 1
            return advance(1) { $0.keep("‹") }
        }
        let content = raw[place + 1..<end]
        let name = content.drop { $0 == UInt8(ascii: "/") }.prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }.map(\.lowercased)
        if words.schemeStart(content) == content.startIndex {
            remove(isLink: true)
            return advance(content.count + 2) { $0.keep("[link]") }
        }
        // The address itself is seen by whoever looks for personal data.
        if content.contains(UInt8(ascii: "@")), !content.contains(0x20) { return advance(1) { _ in } }
        remove()
        let isTag =
            !next.isLetter || words.isElement(name) || name.contains(UInt8(ascii: "-")) || content.contains(UInt8(ascii: "="))
            || content.last == UInt8(ascii: "/")
        guard isTag else {
            openBrackets += 1
            return advance(1) { $0.keep("‹") }
        }
        if next.isLetter, words.isHiddenElement(name), content.last != UInt8(ascii: "/") {
            // Behind its start when it has no end.
            guard let close = search(Array("</".utf8) + name, from: end + 1, within: 4 * Self.reach) else { return false }
            return advance((close.found ?? end + 1) - place) { _ in }
        }
        // Words on both sides stay two.
        let parts = ["br", "p", "div", "li", "tr", "h1", "h2", "h3"].contains { $0.utf8.elementsEqual(name) }
        return advance(content.count + 2) { if parts { $0.whiteSpace(0x0A) } }
    }

    /// A bracket that begins no tag, whatever is taken out behind it.
    mutating func opening() -> Bool {
        guard let next = byte(1) else { return more { $0.keep(UInt8(ascii: "<")) } }
        let isSign = next == 0x20 || next == 0x0A || next == UInt8(ascii: "=") || next == UInt8(ascii: "-") || next.isDigit
        guard !isSign else { return advance(1) { $0.keep(UInt8(ascii: "<")) } }
        openBrackets += next.isLetter || next == UInt8(ascii: "/") ? 1 : 0
        return advance(1) { $0.keep("‹") }
    }

    private mutating func comment() -> Bool {
        guard let end = search(Array("-->".utf8), from: place + 4, within: Self.reach) else { return false }
        remove()
        return advance(end.found.map { $0 + 3 - place } ?? 4) { _ in }
    }

    /// Where a text stands in small letters or capitals; nil when more must be seen.
    private mutating func search(_ text: [UInt8], from start: Int, within longest: Int) -> (found: Int?, Void)? {
        var end = max(start, endless[text, default: 0] - before)
        while end < start + longest, end + text.count <= raw.count {
            if raw[end].lowercased == text[0], raw[end..<end + text.count].elementsEqual(text, by: { $0.lowercased == $1 }) { return (end, ()) }
            end += 1
        }
        endless[text] = before + end
        return isFinal || end >= start + longest ? (nil, ()) : nil
    }

    /// `[text](target)` keeps its text; `![text](target)` too.
    mutating func bracket(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!"):
            guard let next = self.byte(1) else { return more { $0.keep(UInt8(ascii: "!")) } }
            guard next == UInt8(ascii: "[") else { return advance(1) { $0.keep(UInt8(ascii: "!")) } }
            guard let isLink = opensLink(at: place + 1) else { return false }
            return advance(1) { if isLink { $0.part() } else { $0.keep(UInt8(ascii: "!")) } }
        case UInt8(ascii: "["):
            guard let isLink = opensLink(at: place) else { return false }
            return advance(1) { if isLink { $0.part() } else { $0.keep(UInt8(ascii: "[")) } }
        default:
            guard let next = self.byte(1) else { return more { $0.keep(UInt8(ascii: "]")) } }
            guard next == UInt8(ascii: "(") else { return advance(1) { $0.keep(UInt8(ascii: "]")) } }
            return target()
        }
    }

    /// Whether `](` closes this bracket within the line; nil when more must be seen.
    private func opensLink(at start: Int) -> Bool? {
        var end = start + 1, depth = 1
        while end < raw.count, end - start < 256 {
            switch raw[end] {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return end + 1 < raw.count ? raw[end + 1] == UInt8(ascii: "(") : isFinal ? false : nil }
            case 0x0A: return false
            default: break
            }
            end += 1
        }
        return isFinal || end - start >= 256 ? false : nil
    }

    /// From `](` on. A reading in round brackets is no target, nor is what has more brackets than Markdown allows.
    private mutating func target() -> Bool {
        var end = place + 2, depth = 1
        while end < raw.count, end - place < Self.reach, raw[end] != 0x0A, depth < 32 {
            if raw[end] == UInt8(ascii: "(") { depth += 1 }
            if raw[end] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { break }
            end += 1
        }
        if end == raw.count, end - place < Self.reach, !isFinal { return false }
        let isTarget = depth == 0 && raw[place + 2..<end].contains { ":/.#?&@%\\".utf8.contains($0) }
        remove(isLink: isTarget)
        return isTarget ? advance(end + 1 - place) { _ in } : advance(1) { $0.whiteSpace(0x20) }
    }

    // MARK: - Looking ahead

    private func byte(_ distance: Int) -> UInt8? { place + distance < raw.count ? raw[place + distance] : nil }

    private func find(_ byte: UInt8) -> Int? {
        var end = place + 1
        // A tag within a tag is none: both are made harmless, each where it begins.
        while end < raw.count, end - place < Self.reach, raw[end] != UInt8(ascii: "<") {
            if raw[end] == byte { return end }
            end += 1
        }
        return nil
    }

    private mutating func advance(_ count: Int, _ body: (inout AnswerMarkup) -> Void) -> Bool {
        body(&self)
        place += count
        return true
    }

    /// At the end of what is there: waits, or decides when it is all.
    private mutating func more(_ body: (inout AnswerMarkup) -> Void) -> Bool { isFinal ? advance(1, body) : false }
}
