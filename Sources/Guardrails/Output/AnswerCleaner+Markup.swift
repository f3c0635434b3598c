extension AnswerCleaner {
    /// A tag is left out, a link in angle brackets too; `<word>`, which is no tag, gets brackets that no reader takes for one.
    mutating func tag() -> Bool {
        guard let next = byte(1) else { return more { $0.keep("‹") } }
        if next == UInt8(ascii: "!"), byte(2) == nil, !isFinal { return false }
        guard next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else {
            // Only what begins no tag whatever is taken out behind it.
            let isSign = next == 0x20 || next == 0x0A || next == UInt8(ascii: "=") || next == UInt8(ascii: "-") || next.isDigit
            return advance(1) { if isSign { $0.keep(UInt8(ascii: "<")) } else { $0.keep("‹") } }
        }
        guard let end = find(UInt8(ascii: ">")) else {
            guard isFinal || raw.count - place > Self.reach || raw[(place + 1)...].contains(UInt8(ascii: "<")) else { return false }
            remove(.markup)
            openBrackets += 1
            return advance(1) { $0.keep("‹") }
        }
        let content = raw[place + 1..<end]
        let name = content.drop { $0 == UInt8(ascii: "/") }.prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }.map(\.lowercased)
        if content.starts(with: "!--".utf8) { return comment() }
        if words.schemeStart(content) == content.startIndex {
            remove(.link)
            return advance(content.count + 2) { $0.keep("[link]") }
        }
        // The address itself is seen by whoever looks for personal data.
        if content.contains(UInt8(ascii: "@")), !content.contains(0x20) { return advance(1) { _ in } }
        remove(.markup)
        let isTag =
            !next.isLetter || words.isElement(name) || name.contains(UInt8(ascii: "-")) || content.contains(UInt8(ascii: "="))
            || content.last == UInt8(ascii: "/")
        guard isTag else {
            openBrackets += 1
            return advance(1) { $0.keep("‹") }
        }
        if next.isLetter, words.isHiddenElement(name), content.last != UInt8(ascii: "/") {
            guard let close = self.end(of: name, from: end + 1) else { return false }
            return advance(close - place) { _ in }
        }
        // Words on both sides stay two.
        let parts = ["br", "p", "div", "li", "tr", "h1", "h2", "h3"].contains { $0.utf8.elementsEqual(name) }
        return advance(content.count + 2) { if parts { $0.whiteSpace(0x0A) } }
    }

    /// Where an element whose content is no text ends: before its end tag, or behind its start when there is none; nil when more must be seen.
    private func end(of element: [UInt8], from start: Int) -> Int? {
        let longest = 4 * Self.reach
        var end = start
        while end + element.count + 2 <= raw.count, end - start < longest {
            let isEnd = raw[end] == UInt8(ascii: "<") && raw[end + 1] == UInt8(ascii: "/")
            if isEnd, raw[end + 2..<end + 2 + element.count].elementsEqual(element, by: { $0.lowercased == $1 }) { return end }
            end += 1
        }
        return isFinal || end - start >= longest ? start : nil
    }

    private mutating func comment() -> Bool {
        var end = place + 4
        while end + 2 < raw.count, end - place < Self.reach {
            if raw[end] == UInt8(ascii: "-"), raw[end + 1] == UInt8(ascii: "-"), raw[end + 2] == UInt8(ascii: ">") {
                remove(.markup)
                return advance(end + 3 - place) { _ in }
            }
            end += 1
        }
        guard isFinal || raw.count - place > Self.reach else { return false }
        remove(.markup)
        return advance(4) { _ in }
    }

    /// A character that is written by its name or number is looked at as itself.
    mutating func entity() -> Bool {
        var end = place + 1
        while end < raw.count, end - place < 12, raw[end].isAlphanumeric || (raw[end] == UInt8(ascii: "#") && end == place + 1) { end += 1 }
        if end == raw.count, end - place < 12, !isFinal { return false }
        guard let scalar = Self.character(raw[place + 1..<end]) else { return advance(1) { $0.keep(UInt8(ascii: "&")) } }
        let bytes = Array(String(Character(scalar)).utf8)
        if end < raw.count, raw[end] == UInt8(ascii: ";") { end += 1 }
        // In its own place, which is never shorter.
        place = end - bytes.count
        for offset in bytes.indices { raw[place + offset] = bytes[offset] }
        return true
    }

    private static func character(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        if name.first == UInt8(ascii: "#") {
            let digits = String(decoding: name.dropFirst(), as: UTF8.self)
            let isHex = digits.first == "x" || digits.first == "X"
            guard let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
            // Short names of long characters would not fit into their place.
            return Unicode.Scalar(value).flatMap { UTF8.width($0) <= name.count + 1 ? $0 : nil }
        }
        return switch String(decoding: name, as: UTF8.self) {
        case "lt", "LT": "<"
        case "gt", "GT": ">"
        case "amp", "AMP": "&"
        case "quot", "QUOT": "\""
        case "apos": "'"
        case "nbsp": " "
        case "colon": ":"
        case "sol": "/"
        case "lpar": "("
        case "rpar": ")"
        case "Tab", "NewLine": " "
        default: nil
        }
    }

    /// `[text](target)` keeps its text; `![text](target)` too.
    mutating func bracket(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!"):
            guard let next = self.byte(1) else { return more { $0.keep(UInt8(ascii: "!")) } }
            guard next == UInt8(ascii: "[") else { return advance(1) { $0.keep(UInt8(ascii: "!")) } }
            guard let isLink = opensLink(at: place + 1) else { return false }
            return advance(1) { if !isLink { $0.keep(UInt8(ascii: "!")) } }
        case UInt8(ascii: "["):
            guard let isLink = opensLink(at: place) else { return false }
            return advance(1) { if !isLink { $0.keep(UInt8(ascii: "[")) } }
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

    /// From `](` on. A reading in round brackets is no target.
    private mutating func target() -> Bool {
        var end = place + 2, depth = 1
        while end < raw.count, end - place < Self.reach, raw[end] != 0x0A {
            if raw[end] == UInt8(ascii: "(") { depth += 1 }
            if raw[end] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { break }
            end += 1
        }
        if end == raw.count, end - place < Self.reach, !isFinal { return false }
        let isClosed = end < raw.count && depth == 0
        let isTarget = isClosed && raw[place + 2..<end].contains { ":/.#?&@%".utf8.contains($0) }
        remove(isTarget ? .link : .markup)
        return isTarget ? advance(end + 1 - place) { _ in } : advance(1) { $0.whiteSpace(0x20) }
    }

    /// Characters without a space between them: a link in them is left out.
    mutating func token() -> Bool {
        var link: Int?
        if place >= plainEnd {
            guard let end = tokenEnd() else { return false }
            link = raw[place..<end].contains(UInt8(ascii: ":")) ? words.schemeStart(raw[place..<end]) : nil
            if link == nil { plainEnd = end - place < Self.reach ? end : end - 32 }
        }
        var host = place
        while host < raw.count, host - place < Self.reach, Self.isHostCharacter(raw[host]) { host += 1 }
        if link == nil, last != 0x40, words.isHost(raw[place..<host], before: host < raw.count ? raw[host] : 0) { link = place }
        guard let link else {
            keep(place..<host)
            place = host
            return true
        }
        guard var end = tokenEnd() else { return false }
        // Names of hosts beyond ASCII.
        if end < raw.count, raw[end] >= 0x80, raw[place..<end].suffix(3).elementsEqual("://".utf8) {
            while end < raw.count, end - place < Self.reach, raw[end] >= 0x80 || Self.isLinkCharacter(raw[end]) { end += 1 }
            if end == raw.count, end - place < Self.reach, !isFinal { return false }
        }
        while end > link + 1, endsSentence(raw[link..<end]) { end -= 1 }
        keep(place..<link)
        remove(.link)
        return advance(end - place) { $0.keep("[link]") }
    }

    /// Whether the last character belongs to what stands around a link: a closing bracket does when none is open.
    private func endsSentence(_ link: ArraySlice<UInt8>) -> Bool {
        let last = link[link.endIndex - 1]
        if last == UInt8(ascii: ")") { return link.count { $0 == UInt8(ascii: "(") } < link.count { $0 == last } }
        return ".,;:!?'*_".utf8.contains(last)
    }

    /// Where the characters without a space end; nil when more must be seen.
    private func tokenEnd() -> Int? {
        var end = place
        while end < raw.count, end - place < Self.reach, Self.isLinkCharacter(raw[end]) { end += 1 }
        return end == raw.count && end - place < Self.reach && !isFinal ? nil : end
    }

    private static func isHostCharacter(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    }

    private static func isLinkCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F..., UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"):
            false
        default: true
        }
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

    private mutating func advance(_ count: Int, _ body: (inout AnswerCleaner) -> Void) -> Bool {
        body(&self)
        place += count
        return true
    }

    /// At the end of what is there: waits, or decides when it is all.
    private mutating func more(_ body: (inout AnswerCleaner) -> Void) -> Bool { isFinal ? advance(1, body) : false }
}
