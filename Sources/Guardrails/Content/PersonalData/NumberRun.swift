/// Digits in groups, `(03) 1234-5678`: what telephone numbers, cards and national numbers are written as.
struct NumberRun {
    /// Digits that stand together.
    struct Group {
        /// The first of them, among all digits of the run.
        var first: Int
        var count: Int
        /// The place of the first in the text; of an opening bracket or a plus sign before it.
        var start: Int
        /// The place after the last.
        var end: Int
        /// What stands before it: a space, a hyphen, a full stop, a stroke or a bracket; 0 before the first.
        var separator: UInt8
    }

    /// Longer ones are cut into several runs.
    private static let mostGroups = 40

    private(set) var digits: [UInt8] = []
    private(set) var groups: [Group] = []
    private(set) var hasPlus = false
    private(set) var end = 0

    /// Reads a run that starts at a digit, or at a plus sign or a bracket before one.
    mutating func read(_ bytes: [UInt8], at start: Int) {
        digits.removeAll(keepingCapacity: true)
        groups.removeAll(keepingCapacity: true)
        hasPlus = bytes[start] == UInt8(ascii: "+")
        var place = bytes[start].isDigit ? start : start + 1
        var from = start, separator: UInt8 = 0
        while groups.count < Self.mostGroups {
            let first = digits.count
            while place < bytes.count, bytes[place].isDigit, digits.count - first < 40 {
                digits.append(bytes[place] - 0x30)
                place += 1
            }
            groups.append(Group(first: first, count: digits.count - first, start: from, end: place, separator: separator))
            guard let next = Self.separator(bytes, place) else { break }
            (from, separator, place) = (next.isBracket ? next.end - 1 : next.end, next.separator, next.end)
        }
        end = groups.last?.end ?? place
    }

    /// The digits of a range of groups.
    func digits(_ range: Range<Int>) -> ArraySlice<UInt8> {
        guard let first = groups[range].first, let last = groups[range].last else { return [] }
        return digits[first.first..<last.first + last.count]
    }

    /// Whether each group's number is greater than the one before: somebody counts, or drew lots.
    func isAscending(_ range: Range<Int>) -> Bool {
        range.dropFirst().allSatisfy { NationalNumber.value(digits($0 - 1..<$0)) < NationalNumber.value(digits($0..<$0 + 1)) }
    }

    /// The lengths of up to eight groups, a byte each, the first one lowest.
    func shape(from group: Int) -> UInt64 {
        var shape: UInt64 = 0
        for place in 0..<min(8, groups.count - group) { shape |= UInt64(groups[group + place].count) << (8 * UInt64(place)) }
        return shape
    }

    /// Whether a number may begin here: nothing binds the group to the one before it.
    func isFree(before group: Int) -> Bool { group == 0 || groups[group].separator == UInt8(ascii: " ") }

    /// Whether a number may end before this group.
    func isFree(after group: Int) -> Bool { group >= groups.count || isFree(before: group) }

    /// Up to three characters between two digits that hold groups together. `. ` and `, ` part sentences and lists.
    private static func separator(_ bytes: [UInt8], _ place: Int) -> (separator: UInt8, end: Int, isBracket: Bool)? {
        var end = place, separator: UInt8 = 0, isBracket = false
        while end < bytes.count, end - place < 4 {
            let byte = bytes[end]
            if byte.isDigit { return separator == 0 ? nil : (separator, end, isBracket) }
            isBracket = false
            switch byte {
            case UInt8(ascii: " "):
                if separator == UInt8(ascii: ".") { return nil }
                if separator == 0 { separator = byte }
            case UInt8(ascii: "("):
                isBracket = true
                if separator == 0 || separator == UInt8(ascii: " ") { separator = byte }
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ")"):
                if separator == UInt8(ascii: " "), byte == UInt8(ascii: ".") { return nil }
                if separator == 0 || separator == UInt8(ascii: " ") { separator = byte } else if separator != UInt8(ascii: ")") { return nil }
            default: return nil
            }
            end += 1
        }
        return nil
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isCapital: Bool { self &- 0x41 < 26 }
    var isAlphanumeric: Bool { isDigit || isLetter }
    /// The small letter of a capital one.
    var lowercased: UInt8 { isCapital ? self | 0x20 : self }
}
