import HTTPCore

/// Which parts of a representation a request asks for (RFC 9110 §14), read in one walk over at most `maximumCount` ranges.
enum ByteRanges: Sendable, Equatable {
    /// All of it: no range, or a field that must or may be ignored (not well formed, another unit, too many ranges).
    case whole
    /// Parts that do not overlap.
    case parts([Range<Int>])
    /// 416: no part of what is there.
    case unsatisfiable

    /// More ranges than this are ignored: no honest client asks for so many, and each costs a head of its own (CVE-2011-3192).
    static let maximumCount = 16

    /// Reads a `Range` field.
    init(_ value: String, byteCount: Int) {
        guard let ranges = Self.read(value, byteCount) else {
            self = .whole
            return
        }
        self = ranges.isEmpty ? .unsatisfiable : .parts(Self.merged(ranges))
    }

    /// The satisfiable ranges in the order they were asked for; nil when the field is to be ignored.
    private static func read(_ value: String, _ byteCount: Int) -> [Range<Int>]? {
        guard value.utf8.count <= 1_024, let (unit, set) = value.divided(at: "="), unit.lowercased() == "bytes" else { return nil }
        var ranges: [Range<Int>] = []
        let elements = set.pieces(separatedBy: ",", maximumSplits: maximumCount).map { $0.trimmedSpace() }
        let wanted = elements.filter { !$0.isEmpty }
        guard !wanted.isEmpty, elements.count <= maximumCount else { return nil }
        for element in wanted {
            switch range(element, byteCount) {
            case .none: return nil
            case .some(let range): if !range.isEmpty { ranges.append(range) }
            }
        }
        return ranges
    }

    /// One range, empty when it lies beyond the end; nil when it is not well formed.
    private static func range(_ text: Substring, _ byteCount: Int) -> Range<Int>? {
        guard let (start, end) = text.divided(at: "-") else { return nil }
        if start.isEmpty {
            // The last bytes. Of nothing there are none, but then all of it is what was asked for.
            guard let count = number(end), byteCount > 0 else { return nil }
            return byteCount - min(count, byteCount)..<byteCount
        }
        guard let first = number(start) else { return nil }
        if end.isEmpty { return min(first, byteCount)..<byteCount }
        guard let last = number(end), first <= last else { return nil }
        return first < byteCount ? first..<min(last, byteCount - 1) + 1 : 0..<0
    }

    /// A number of any length, at most `Int.max / 2`; nil for anything but digits.
    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty else { return nil }
        var value = 0
        for byte in text.utf8 {
            guard byte &- 48 < 10 else { return nil }
            value = min(value * 10 + Int(byte &- 48), Int.max / 32)
        }
        return value
    }

    /// The ranges as asked for when they are apart; else in ascending order, with those that touch made one (RFC 9110 §15.3.7.2).
    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged.count == ranges.count ? ranges : merged
    }
}
