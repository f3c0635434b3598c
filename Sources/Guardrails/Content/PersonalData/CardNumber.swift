/// Numbers of payment cards. Source: ISO/IEC 7812 (check digit), the networks' published prefixes.
enum CardNumber {
    /// Whether digits are a card's: a known prefix, a length that its network gives out, and the check digit.
    static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
        lengths(digits).contains(digits.count) && hasLuhnDigit(digits)
    }

    /// How many groups from this one on are a card's number.
    static func match(_ run: NumberRun, from group: Int) -> Int? {
        guard (2...6).contains(run.digits[run.groups[group].first]) else { return nil }
        var end = group, count = 0, found: Int?
        while end < run.groups.count, count + run.groups[end].count <= 19 {
            count += run.groups[end].count
            end += 1
            if count >= 13, isGrouped(run, group..<end), isValid(run.digits(group..<end)) { found = end - group }
        }
        return found
    }

    /// Groups as people write them: of three digits and more, or digit by digit. Numbers that are counted are none.
    private static func isGrouped(_ run: NumberRun, _ groups: Range<Int>) -> Bool {
        if groups.dropLast().allSatisfy({ run.groups[$0].count >= 3 }) { return true }
        let length = run.groups[groups.lowerBound].count
        return groups.count == run.groups.count && groups.allSatisfy { run.groups[$0].count == length } && !run.isAscending(groups)
    }

    private static func lengths(_ digits: ArraySlice<UInt8>) -> ClosedRange<Int> {
        guard digits.count >= 13 else { return 0...0 }
        let prefix = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
        return switch prefix {
        case 4000...4999: digits.count == 13 ? 13...13 : digits.count == 19 ? 19...19 : 16...16
        case 5100...5599, 2221...2720: 16...16
        case 3400...3499, 3700...3799: 15...15
        case 3000...3059, 3095, 3600...3699, 3800...3999: 14...14
        case 3528...3589: 16...19
        case 6011, 6440...6599, 6200...6299: 16...19
        case 5018, 5020, 5038, 5600...5899, 6304, 6759, 6761...6763: 13...19
        default: 0...0
        }
    }

    private static func hasLuhnDigit(_ digits: ArraySlice<UInt8>) -> Bool {
        var sum = 0, isSecond = false
        for digit in digits.reversed() {
            let value = isSecond ? Int(digit) * 2 : Int(digit)
            sum += value > 9 ? value - 9 : value
            isSecond.toggle()
        }
        return sum % 10 == 0
    }
}
