import TextScan

/// Reads an answer unit by unit: cleans it, judges each unit with the next one, and gives out what may be shown.
struct AnswerReader {
    /// A clean unit, and the same folded.
    private struct Unit {
        var text: [UInt8]
        var folded: [UInt8]
    }

    /// Findings beyond these are not told.
    private static let mostFindings = 32
    /// Bytes of a key without an end that are looked at again with the next unit.
    private static let openBytes = 64

    private let rules: AnswerRules?
    private var cleaner = AnswerCleaner()
    private var cutter = UnitCutter()
    private var leaks: LeakDetector?
    private var coherence: Coherence?
    private let language: AnswerLanguage
    private var length: AnswerLength
    private var waiting: Unit?
    /// The start of personal data that goes on beyond what has been seen.
    private var open: [UInt8] = []
    private var findings: [Finding] = []
    private var told = 0
    private var isEmpty = true

    /// `isPart`: of an answer whose course somebody else looks after.
    init(_ rules: AnswerRules?, _ expected: ExpectedAnswer, isPart: Bool = false) {
        self.rules = rules
        coherence = isPart ? nil : Coherence()
        leaks = expected.protected.map { LeakDetector($0) }
        language = expected.language
        length = AnswerLength(expected.maximumCharacters)
    }

    mutating func receive(_ piece: String) -> OutputVerdict {
        take(cleaner.receive(piece)) { _ in "" }
    }

    mutating func finish() -> OutputVerdict {
        take(cleaner.finish()) { reader in
            var shown = reader.accept(reader.cutter.finish())
            if reader.refusal == nil { shown += reader.accept([]) }
            if reader.refusal == nil, reader.isEmpty { reader.find(.incoherent, "empty") }
            reader.judgeLanguage()
            return shown
        }
    }

    private var refusal: Finding? { findings.first { $0.family.response != .clean } }

    private mutating func take(_ clean: [UInt8], then last: (inout AnswerReader) -> String = { _ in "" }) -> OutputVerdict {
        note()
        var units: [[UInt8]] = [], shown = ""
        cutter.receive(clean) { units.append($0) }
        for unit in units where refusal == nil && !length.isCut { shown += accept(unit) }
        if refusal == nil, !length.isCut { shown += last(&self) }
        if refusal == nil, length.isCut { judgeLanguage() }
        defer { told = findings.count }
        return OutputVerdict(text: refusal == nil ? shown : "", findings: refusal == nil ? Array(findings[told...]) : findings, isCut: length.isCut)
    }

    /// Judges the unit that waits together with this one, which then waits; gives what may be shown of the first.
    private mutating func accept(_ text: [UInt8]) -> String {
        var unit = Unit(text: text, folded: [])
        if !text.isEmpty {
            isEmpty = false
            guard let folded = FoldedText(String(decoding: text, as: UTF8.self)) else {
                find(.engineFailed, "fold")
                return ""
            }
            unit.folded = folded.bytes + (text.last == 0x20 || text.last == 0x0A ? [text.last ?? 0x20] : [])
            hear(unit)
        }
        guard refusal == nil else { return "" }
        guard let first = waiting else {
            waiting = unit
            return ""
        }
        return judge(first, unit)
    }

    /// What needs the answer's course rather than its words.
    private mutating func hear(_ unit: Unit) {
        if let leak = leaks?.hear(unit.folded) { find(.promptLeaked, "prompt-leaked.\(leak)") }
        if let flaw = coherence?.hear(unit.text, replacements: cleaner.replacements) { find(.incoherent, flaw.rawValue) }
    }

    private mutating func judgeLanguage() {
        if refusal == nil, coherence?.script.isOther(than: language) == true { find(.incoherent, "language") }
    }

    private mutating func judge(_ first: Unit, _ second: Unit) -> String {
        guard let rules else {
            find(.engineFailed, "rules")
            return ""
        }
        var text = first.text, next = second
        do throws(TextScanError) {
            let found = try rules.findings(first.folded + second.folded)
            for finding in found where finding.family != .activeContent { add(finding) }
            guard refusal == nil else { return "" }
            if let finding = found.first(where: { $0.family == .activeContent }) {
                if let rest = try rules.withoutInstructions(first.text) {
                    text = rest
                    add(finding)
                } else if try !rules.findings(second.folded).contains(where: { $0.family == .activeContent }) {
                    // Neither alone: it goes from the one into the other.
                    text = Array("[removed] ".utf8)
                    add(finding)
                }
            }
        } catch {
            find(.engineFailed, "scan")
            return ""
        }
        let redacted = redact(text, before: &next)
        waiting = next
        return length.take(redacted)
    }

    /// As much of a text as is kept of what is open, in whole characters.
    private static func beginning(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var count = min(openBytes, text.count)
        while count > 0, count < text.count, text[text.startIndex + count] & 0xC0 == 0x80 { count -= 1 }
        return Array(text.prefix(count))
    }

    /// The text with marks in place of personal data, also of such that goes on in the next unit, which loses its part of it.
    private mutating func redact(_ text: [UInt8], before next: inout Unit) -> [UInt8] {
        let start = open.count, end = start + text.count
        let all = open + text + Self.ahead(next.text)
        let data = PersonalData(in: String(decoding: all, as: UTF8.self))
        open = []
        guard !data.matches.isEmpty else { return text }
        var result: [UInt8] = [], place = start
        for match in data.matches where match.range.upperBound > start && match.range.lowerBound < end {
            if match.range.lowerBound >= start {
                result += all[place..<match.range.lowerBound]
                result += match.kind.mark.utf8
                add(match.kind.finding)
            }
            place = match.range.upperBound
            guard place > end else { continue }
            next.text.removeFirst(min(place - end, next.text.count))
            next.folded = FoldedText(String(decoding: next.text, as: UTF8.self))?.bytes ?? []
            // A key without an end takes the rest, too.
            if match.range.upperBound == all.count, match.kind == .credential { open = Self.beginning(all[match.range.lowerBound...]) }
        }
        return place < end ? result + all[place..<end] : result
    }

    /// So much of the next unit that data which begins before it is seen whole: some words, and never part of one.
    private static func ahead(_ text: [UInt8]) -> ArraySlice<UInt8> {
        var end = min(text.count, 96)
        while end < text.count, text[end] > 0x20, text[end] < 0x80 || text[end] & 0xC0 == 0x80 { end += 1 }
        return text[..<end]
    }

    // MARK: - Findings

    /// What the cleaner has taken out.
    private mutating func note() {
        if cleaner.hasRemovedMarkup { find(.activeContent, "markup") }
        if cleaner.hasRemovedLink { find(.activeContent, "link") }
    }

    private mutating func find(_ family: Finding.Family, _ rule: String) {
        add(Finding(family, rule: rule.contains(".") ? rule : "\(family.rawValue).\(rule)"))
    }

    private mutating func add(_ finding: Finding) {
        if findings.count < Self.mostFindings, !findings.contains(finding) { findings.append(finding) }
    }
}
