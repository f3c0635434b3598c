/// Whether an answer goes round in circles, is spoilt on its way, or is written in letters that nobody expects. Hears it unit by unit.
struct Coherence {
    /// What is wrong.
    enum Flaw: String, Sendable, Equatable {
        case loop, spoilt, script
    }

    private var seen: [UInt64: Int] = [:]
    private var recent: [Bool] = []
    private(set) var script = ScriptShare()
    private var previous: [UInt8] = []

    /// Sentences beyond these are not remembered.
    private static let mostSentences = 2_048

    /// Hears what comes next, and how many characters could not be decoded so far.
    mutating func hear(_ unit: [UInt8], replacements: Int) -> Flaw? {
        if replacements >= 8 || Self.misread(unit) >= 3 { return .spoilt }
        script.hear(unit)
        if script.isStrange { return .script }
        let isLoop = repeats(unit) || Self.isPeriodic(previous + unit)
        previous = unit
        return isLoop ? .loop : nil
    }

    /// UTF-8 that was read as Latin-1: `Ã©`, `ã\u{81}`.
    private static func misread(_ unit: [UInt8]) -> Int {
        var count = 0, place = 0
        while place + 3 < unit.count {
            // U+00C2, U+00C3, U+00E2, U+00E3 before U+0080 to U+00BF.
            if unit[place] == 0xC3, [0x82, 0x83, 0xA2, 0xA3].contains(unit[place + 1]), unit[place + 2] == 0xC2 { count += 1 }
            place += 1
        }
        return count
    }

    /// Whether nearly all of the last sentences have been said twice before.
    private mutating func repeats(_ unit: [UInt8]) -> Bool {
        for sentence in unit.split(whereSeparator: { $0 == 0x0A || $0 == UInt8(ascii: ".") || $0 == 0x82 }) where sentence.count >= 8 {
            // FNV-1a.
            let hash = sentence.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { $1 == 0x20 ? $0 : ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            let count = seen[hash, default: 0]
            if count > 0 || seen.count < Self.mostSentences { seen[hash] = count + 1 }
            recent.append(count >= 2)
            if recent.count > 16 { recent.removeFirst() }
        }
        return recent.count == 16 && recent.count { $0 } >= 15
    }

    /// Whether a text of some length is one short piece over and over.
    static func isPeriodic(_ text: [UInt8]) -> Bool {
        guard text.count >= 240 else { return false }
        // The longest border of the last 240 bytes, by Knuth, Morris and Pratt.
        let part = Array(text.suffix(240))
        var border = [Int](repeating: 0, count: part.count), length = 0
        for place in 1..<part.count {
            while length > 0, part[place] != part[length] { length = border[length - 1] }
            if part[place] == part[length] { length += 1 }
            border[place] = length
        }
        return part.count - length <= 48
    }
}
