/// Numbers that a state gives to a person. Each check is the one its authority publishes.
enum NationalNumber {
    /// How many groups from this one on are such a number. `isNamed`: a word before it says so, which the weaker forms need.
    static func match(_ run: NumberRun, from group: Int, isNamed: Bool) -> Int? {
        let shape = run.shape(from: group)
        for form in forms where shape & form.mask == form.shape && (isNamed || !form.needsName) && run.isFree(after: group + form.count) {
            if form.isValid(run.digits(group..<group + form.count)) { return form.count }
        }
        return spaced(run, from: group)
    }

    /// The lengths of its groups, and its check.
    private struct Form: Sendable {
        let shape: UInt64
        let mask: UInt64
        let count: Int
        let needsName: Bool
        let isValid: @Sendable (ArraySlice<UInt8>) -> Bool

        init(_ lengths: [Int], needsName: Bool = false, _ isValid: @escaping @Sendable (ArraySlice<UInt8>) -> Bool) {
            shape = lengths.enumerated().reduce(0) { $0 | UInt64($1.element) << (8 * UInt64($1.offset)) }
            mask = UInt64.max >> (64 - 8 * UInt64(lengths.count))
            count = lengths.count
            self.needsName = needsName
            self.isValid = isValid
        }
    }

    private static let forms = [
        Form([3, 2, 4]) { isSocialSecurity($0) },
        Form([9], needsName: true) { isSocialSecurity($0) },
        Form([4, 4, 4]) { isMyNumber($0) },
        Form([12], needsName: true) { isMyNumber($0) },
        Form([6, 7]) { isKoreanResident($0) },
        Form([13], needsName: true) { isKoreanResident($0) },
        Form([18]) { isChineseResident($0) },
        Form([15]) { isFrench($0) },
        Form([2, 3, 3, 3]) { isGermanTax($0) },
        Form([11], needsName: true) { isGermanTax($0) },
        Form([3, 3, 3, 2]) { isBrazilian($0) },
    ]

    /// `1 85 05 78 006 084 36`: French, Chinese and Japanese ones, with spaces elsewhere.
    private static func spaced(_ run: NumberRun, from group: Int) -> Int? {
        guard run.groups.count - group > 1 else { return nil }
        var count = 0
        for end in group..<run.groups.count {
            count += run.groups[end].count
            if count > 18 { break }
            let digits = run.digits(group..<end + 1)
            if (count == 15 && isFrench(digits)) || (count == 18 && isChineseResident(digits)) { return end + 1 - group }
        }
        return nil
    }

    /// United States: areas 001 to 899 without 666, no part all zero. Source: SSA, number randomization.
    static func isSocialSecurity(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 9 else { return false }
        let area = value(digits.prefix(3)), serial = value(digits.suffix(4))
        return area != 0 && area != 666 && area < 900 && value(digits.dropFirst(3).prefix(2)) != 0 && serial != 0
    }

    /// Japan, individual number: 11 digits and a check digit. Source: ordinance 85 of 2014, article 5.
    static func isMyNumber(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 12 else { return false }
        var sum = 0
        for (place, digit) in digits.dropLast().reversed().enumerated() { sum += Int(digit) * (place < 6 ? place + 2 : place - 4) }
        let check = sum % 11 <= 1 ? 0 : 11 - sum % 11
        return Int(digits[digits.endIndex - 1]) == check && Set(digits).count > 1
    }

    /// Germany, tax identification: ten digits of which one or two values repeat, and ISO 7064 MOD 11,10.
    static func isGermanTax(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 11, digits.first != 0, (8...9).contains(Set(digits.dropLast()).count) else { return false }
        var product = 10
        for digit in digits.dropLast() {
            let sum = (Int(digit) + product) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return Int(digits[digits.endIndex - 1]) == (11 - product) % 10
    }

    /// France: sex, year, month, department, commune, order, and a key of 97.
    static func isFrench(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 15, let sex = digits.first, [1, 2, 7, 8].contains(sex) else { return false }
        let month = value(digits.dropFirst(3).prefix(2))
        guard (1...12).contains(month) || (20...42).contains(month) || month >= 50 else { return false }
        return value(digits.suffix(2)) == 97 - value(digits.prefix(13)) % 97
    }

    /// China: 17 digits with a date of birth, and ISO 7064 MOD 11-2; a final X is 10.
    static func isChineseResident(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 18, (11...82).contains(value(digits.prefix(2))) else { return false }
        let birth = digits.dropFirst(6)
        guard (1900...2099).contains(value(birth.prefix(4))), isDate(month: value(birth.dropFirst(4).prefix(2)), day: value(birth.dropFirst(6).prefix(2)))
        else { return false }
        return digits.reduce(0) { ($0 * 2 + Int($1)) % 11 } == 1
    }

    /// Korea: date of birth, century and sex, and until 2020 a check digit: the date is checked alone.
    static func isKoreanResident(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 13, isDate(month: value(digits.dropFirst(2).prefix(2)), day: value(digits.dropFirst(4).prefix(2))) else { return false }
        return (1...8).contains(digits[digits.startIndex + 6])
    }

    /// Brazil, CPF: nine digits and two check digits.
    static func isBrazilian(_ digits: ArraySlice<UInt8>) -> Bool {
        guard digits.count == 11, Set(digits).count > 1 else { return false }
        let all = digits.map { Int($0) }
        return [9, 10].allSatisfy { count in
            let sum = all.prefix(count).enumerated().reduce(0) { $0 + $1.element * (count + 1 - $1.offset) }
            return all[count] == sum * 10 % 11 % 10
        }
    }

    /// Spain, DNI and NIE: the letter that the number gives.
    static func isSpanish(_ number: Int, letter: UInt8) -> Bool {
        Array("trwagmyfpdxbnjzsqvhlcke".utf8)[number % 23] == letter.lowercased
    }

    static func value(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) } }

    static func isDate(month: Int, day: Int) -> Bool { (1...12).contains(month) && (1...31).contains(day) }
}
