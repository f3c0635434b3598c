/// Takes links out of visible characters without markup.
struct AnswerLinks {
    private(set) var hasRemoved = false
    private var raw: [UInt8] = []
    private var place = 0
    private var isFinal = false
    private var clean: [UInt8] = []
    /// What stands before this place.
    private var last: UInt8 = 0
    /// Whether a link goes on that was longer than is looked ahead.
    private var isInLink = false
    /// Whether a target may stand here: behind `]:` that of a reference, behind `data:` the data.
    private var isDefined = false
    private var script = ScriptScheme()
    private let words = MarkupWords.shared

    mutating func receive(_ bytes: [UInt8]) -> [UInt8] {
        raw.append(contentsOf: bytes)
        return advance()
    }

    mutating func finish() -> [UInt8] {
        isFinal = true
        return advance()
    }

    private mutating func advance() -> [UInt8] {
        while place < raw.count {
            if Self.isLinkCharacter[Int(raw[place])] {
                guard word() else { break }
            } else {
                between()
            }
        }
        raw.removeFirst(place)
        place = 0
        defer { clean.removeAll(keepingCapacity: true) }
        return clean
    }

    /// Characters that are in no link.
    private mutating func between() {
        var end = place
        while end < raw.count, !Self.isLinkCharacter[Int(raw[end])] { end += 1 }
        clean.append(contentsOf: raw[place..<end])
        // A reference may go on in the next line of a quotation.
        if raw[place..<end].contains(where: { $0 > 0x20 && $0 != UInt8(ascii: ">") }) { (isDefined, script) = (false, ScriptScheme()) }
        (last, isInLink, place) = (raw[end - 1], false, end)
    }

    /// Characters without a space between them; false when more must be seen.
    private mutating func word() -> Bool {
        var end = place, hasSign = false
        while end < raw.count, end - place < AnswerMarkup.reach, Self.isLinkCharacter[Int(raw[end])] {
            hasSign = hasSign || Self.isSign[Int(raw[end])]
            end += 1
        }
        let isLong = end - place >= AnswerMarkup.reach
        guard isLong || isFinal || end < raw.count else { return false }
        if isInLink {
            (place, isInLink) = (end, isLong)
            return true
        }
        var script = script
        let link = script.start(raw[place..<end]) ?? (hasSign || isDefined ? start(in: place..<end) : nil)
        if let link {
            guard isLong || goOn(beyond: &end) else { return false }
            remove(from: link, to: isLong ? end : withoutSentenceEnd(link..<end))
            isInLink = isLong
        } else {
            // Of a longer one the end is looked at once more.
            keep(upTo: isLong ? end - 32 : end)
            self.script = script
        }
        return true
    }

    private mutating func keep(upTo end: Int) {
        isDefined = raw[end - 1] == UInt8(ascii: ":") && (last == UInt8(ascii: "]") && end == place + 1 || words.isData(raw[place..<end]))
        clean.append(contentsOf: raw[place..<end])
        (last, place) = (raw[end - 1], end)
    }

    /// Names of hosts beyond ASCII; false when more must be seen.
    private func goOn(beyond end: inout Int) -> Bool {
        guard end < raw.count, raw[end] >= 0x80, Self.isSlash(raw[end - 1]) else { return true }
        while end < raw.count, end - place < AnswerMarkup.reach, raw[end] >= 0x80 || Self.isLinkCharacter[Int(raw[end])] { end += 1 }
        return end < raw.count || end - place >= AnswerMarkup.reach || isFinal
    }

    private mutating func remove(from link: Int, to end: Int) {
        clean.append(contentsOf: raw[place..<link])
        // Behind `<`, which begins no tag before a digit or a space.
        clean.append(contentsOf: (link == place && last == UInt8(ascii: "<") ? " [link]" : "[link]").utf8)
        hasRemoved = true
        (last, isDefined, place, script) = (UInt8(ascii: "]"), false, end, ScriptScheme())
    }

    /// Where a link ends when what stands around it does not belong to it: a closing bracket does when none is open.
    private func withoutSentenceEnd(_ link: Range<Int>) -> Int {
        var end = link.upperBound
        var closed = raw[link].reduce(0) { $0 + ($1 == UInt8(ascii: ")") ? 1 : $1 == UInt8(ascii: "(") ? -1 : 0) }
        while end > link.lowerBound + 1 {
            if raw[end - 1] == UInt8(ascii: ")") {
                guard closed > 0 else { break }
                closed -= 1
            } else if !".,;:!?'*_".utf8.contains(raw[end - 1]) {
                break
            }
            end -= 1
        }
        return end
    }

    // MARK: - What is a link

    private func start(in word: Range<Int>) -> Int? {
        if isDefined {
            let inner = raw[word].dropLast()
            let isData = inner.contains(UInt8(ascii: "/")) && inner.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
            if isData || Self.isSlash(raw[word.lowerBound]) { return word.lowerBound }
        }
        let scheme = words.schemeStart(raw[word]), host = hostStart(in: word)
        guard let scheme, let host else { return scheme ?? host }
        return min(scheme, host)
    }

    /// `//example`, `example.com/path`.
    private func hostStart(in word: Range<Int>) -> Int? {
        var place = word.lowerBound
        while place < word.upperBound {
            let start = place
            while place < word.upperBound, Self.isSlash(raw[place]) { place += 1 }
            let slashes = place - start, host = place
            while place < word.upperBound, Self.isHostCharacter(raw[place]) { place += 1 }
            let before = start > word.lowerBound ? raw[start - 1] : last
            let next = place < raw.count ? raw[place] : 0
            if slashes >= 2, !before.isAlphanumeric, pointsAway(raw[host..<place], next, behind: before) { return start }
            let isName = raw[host..<place].dropLast().contains(UInt8(ascii: ".")) && before != UInt8(ascii: "@")
            if isName, words.isHost(raw[host..<place], before: next) { return host }
            if place == start { place += 1 }
        }
        return nil
    }

    /// Whether what follows two slashes is a host rather than a remark.
    private func pointsAway(_ host: ArraySlice<UInt8>, _ next: UInt8, behind before: UInt8) -> Bool {
        let isTarget = ":(=\"'".utf8.contains(before)
        if host.isEmpty { return isTarget && next >= 0x80 }
        return isTarget || Self.isSlash(next) || next == UInt8(ascii: ":") || host.dropLast().contains(UInt8(ascii: "."))
    }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    private static func isHostCharacter(_ byte: UInt8) -> Bool { byte.isAlphanumeric || "-._".utf8.contains(byte) }

    private static let isLinkCharacter: [Bool] = (0...255).map { $0 > 0x20 && $0 < 0x7F && !"<>\"`[]{}|^".utf8.contains($0) }
    /// Without one of these there is no link.
    private static let isSign: [Bool] = (0...255).map { ":./\\".utf8.contains($0) }
}
