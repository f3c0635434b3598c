/// Telephone numbers: international ones, those with a trunk zero (Japan, Germany, France, Britain, China, Korea …), and North American ones.
enum PhoneNumber {
    /// How many groups from this one on are a telephone number. `isNamed`: a word before it says so.
    static func match(_ run: NumberRun, from group: Int, isNamed: Bool) -> Int? {
        if group == 0, run.hasPlus { return international(run) }
        guard run.isFree(before: group) else { return nil }
        if isDate(run, group) { return nil }
        if isNamed, let end = whole(run, from: group, digits: 6...15) { return end - group }
        let count = run.digits[run.groups[group].first] == 0 ? trunk(run, group) : northAmerican(run, group) ?? chineseMobile(run, group)
        return count.flatMap { run.isFree(after: group + $0) ? $0 : nil }
    }

    /// `2024-05-01` and `1.5.2024`, `05/01/2024`.
    static func isDate(_ run: NumberRun, _ group: Int) -> Bool {
        guard group + 3 <= run.groups.count, run.groups[group + 1].separator == run.groups[group + 2].separator else { return false }
        func value(_ place: Int) -> Int { NationalNumber.value(run.digits(group + place..<group + place + 1)) }
        func isYear(_ place: Int) -> Bool { run.groups[group + place].count == 4 && (1_000...2_999).contains(value(place)) }
        func isShort(_ place: Int) -> Bool { run.groups[group + place].count <= 2 }
        guard isShort(1) else { return false }
        if isYear(0), isShort(2) { return NationalNumber.isDate(month: value(1), day: value(2)) }
        guard isYear(2), isShort(0) else { return false }
        return NationalNumber.isDate(month: value(1), day: value(0)) || NationalNumber.isDate(month: value(0), day: value(1))
    }

    /// `+81 90-1234-5678`: 8 to 15 digits, the country's code first. Source: ITU-T E.164.
    private static func international(_ run: NumberRun) -> Int? {
        guard run.digits.first != 0 else { return nil }
        return whole(run, from: 0, digits: 8...15)
    }

    /// As many groups as fit, with at least the least digits.
    private static func whole(_ run: NumberRun, from group: Int, digits: ClosedRange<Int>) -> Int? {
        var end = group, count = 0, last: Int?
        while end < run.groups.count, count + run.groups[end].count <= digits.upperBound {
            count += run.groups[end].count
            end += 1
            if digits.contains(count), run.isFree(after: end) { last = end }
        }
        return last
    }

    /// With a trunk zero, or two for abroad.
    private static func trunk(_ run: NumberRun, _ group: Int) -> Int? {
        let first = run.groups[group]
        let second = first.count > 1 ? run.digits[first.first + 1] : 0
        if second == 0, first.count > 2 || first.count == 2 { return group == 0 ? whole(run, from: 0, digits: 10...17) : nil }
        if first.count >= 10 {
            // Written together: ten digits, or the eleven of a mobile.
            let third = run.digits[first.first + 2]
            return first.count == 10 || (first.count <= 12 && (third == 0 || (1...2).contains(second))) ? 1 : nil
        }
        guard (2...5).contains(first.count) else { return nil }
        var end = group, count = 0, last: Int?
        while end < run.groups.count, count + run.groups[end].count <= 12 {
            let length = run.groups[end].count
            guard length >= 2 || (length == 1 && end > group) else { break }
            count += length
            end += 1
            if count >= 9, end - group >= 2, run.isFree(after: end) { last = end }
        }
        return last.flatMap { $0 - group > 3 && run.isAscending(group..<$0) ? nil : $0 - group }
    }

    /// `(212) 555-0123`, with or without the leading 1. Area and exchange begin with 2 to 9. Source: NANPA.
    private static func northAmerican(_ run: NumberRun, _ group: Int) -> Int? {
        let isLong = run.groups[group].count == 1 && run.digits[run.groups[group].first] == 1
        let first = isLong ? group + 1 : group
        guard first < run.groups.count, run.shape(from: first) & 0xFF_FFFF == 0x04_0303 else { return nil }
        let area = run.groups[first].first
        return run.digits[area] >= 2 && run.digits[area + 3] >= 2 ? first + 3 - group : nil
    }

    /// Eleven digits from 13 to 19, `138 0013 8000`.
    private static func chineseMobile(_ run: NumberRun, _ group: Int) -> Int? {
        let first = run.groups[group].first
        guard first + 11 <= run.digits.count, run.digits[first] == 1, run.digits[first + 1] >= 3 else { return nil }
        if run.groups[group].count == 11 { return run.digits[first + 6..<first + 11].contains { $0 != 0 } ? 1 : nil }
        return run.shape(from: group) & 0xFF_FFFF == 0x04_0403 ? 3 : nil
    }
}
