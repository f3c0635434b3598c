/// Goes over a narrow text once and gives each candidate to its validator. What looks back or ahead does so within a fixed distance.
struct PersonalDataScanner {
    private let bytes: [UInt8]
    private let words = PersonalWords.shared
    private(set) var matches: [PersonalData.Match] = []
    private var place = 0
    private var run = NumberRun()
    /// Where the last word of each kind ended.
    private var named = Named()
    /// Each looks at up to 256 bytes behind it; nobody has so many.
    private static let mostSecrets = 48
    private var secretsTried = 0
    private var tokens = Credential.Known()

    private struct Named {
        var phone = -1_000, secret = -1_000, account = -1_000, person = -1_000, book = -1_000
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func scan() {
        while place < bytes.count {
            let byte = bytes[place]
            if byte.isLetter {
                word()
            } else if byte.isDigit {
                number()
            } else if byte >= 0x80 {
                character()
            } else {
                sign(byte)
            }
        }
    }

    // MARK: - Kinds of characters

    private mutating func sign(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "@"):
            if let range = EmailAddress.range(bytes, around: place, floor: floor) { return add(.email, range) }
        case UInt8(ascii: "+"), UInt8(ascii: "("):
            if place + 1 < bytes.count, bytes[place + 1].isDigit { return number() }
        case UInt8(ascii: "-"):
            if let end = Credential.privateKeyEnd(bytes, at: place) { return add(.credential, place..<end) }
        default: break
        }
        place += 1
    }

    /// A character beyond ASCII.
    private mutating func character() {
        let lead = bytes[place]
        if lead >= 0xE2, place + 2 < bytes.count {
            if lead == 0xE3, Credential.hasPrefix(bytes, at: place, "〒"), let end = PostalAddress.japaneseCode(bytes, after: place + 3) {
                return add(.address, place..<end)
            }
            if let entry = words.match(bytes, at: place) { return name(entry) }
            let range =
                lead >= 0xEA ? PostalAddress.korean(bytes, at: place, floor: floor) : PostalAddress.eastAsian(bytes, at: place, floor: floor)
            if let range { return add(.address, range) }
        }
        place += lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    private mutating func word() {
        let start = place
        if start == 0 || !(bytes[start - 1].isAlphanumeric || bytes[start - 1] == UInt8(ascii: "_")) {
            if let end = Credential.tokenEnd(bytes, at: start, words, &tokens) { return add(.credential, start..<end) }
            if let entry = words.match(bytes, at: start) { return name(entry) }
            if start + 4 < bytes.count, bytes[start + 1].isDigit || bytes[start + 2].isDigit, let found = code(at: start) {
                return add(found.kind, found.range)
            }
            if isNamed(named.secret, before: start, within: 80), let end = secretKeyEnd(from: start) { return add(.credential, start..<end) }
        }
        while place < bytes.count, bytes[place].isAlphanumeric || bytes[place] == UInt8(ascii: "_") { place += 1 }
        if place + 3 < bytes.count, bytes[place] == UInt8(ascii: ":"), bytes[place + 1] == UInt8(ascii: "/"), bytes[place + 2] == UInt8(ascii: "/"),
            let range = Credential.userInfo(bytes, from: place + 3)
        {
            add(.credential, range)
        }
    }

    /// A word that tells what comes.
    private mutating func name(_ entry: PersonalWords.Entry) {
        let start = place
        place += entry.bytes.count
        switch entry.kind {
        case .phone: named.phone = place
        case .account: named.account = place
        case .person: named.person = place
        case .book: named.book = place
        case .secret:
            named.secret = place
            guard secretsTried < Self.mostSecrets else { break }
            secretsTried += 1
            if let range = SecretValue.range(bytes, after: place) { add(.credential, range) }
        case .street: if let end = PostalAddress.spanish(bytes, after: place) { add(.address, start..<end) }
        default: break
        }
    }

    /// Letters and digits that are a number of their own: an account's, a Spanish or British one, a passport's.
    private func code(at start: Int) -> (kind: PersonalData.Kind, range: Range<Int>)? {
        if let end = IBAN.end(bytes, at: start) { return (.iban, start..<end) }
        var end = start
        while end < bytes.count, bytes[end].isAlphanumeric, end - start < 24 { end += 1 }
        let token = bytes[start..<end]
        let digits = token.filter(\.isDigit)
        if token.count == 9, digits.count == 7, [0x78, 0x79, 0x7A].contains(token[start].lowercased), token[end - 1].isLetter {
            let number = NationalNumber.value(ArraySlice(digits.map { $0 - 0x30 })) + Int(token[start].lowercased - 0x78) * 10_000_000
            if NationalNumber.isSpanish(number, letter: token[end - 1]) { return (.nationalNumber, start..<end) }
        }
        if token.count == 9, digits.count == 6, token.prefix(2).allSatisfy(\.isCapital), token[end - 1] &- 0x41 < 4 { return (.nationalNumber, start..<end) }
        let isAccount = isNamed(named.account, before: start) || isNamed(named.person, before: start)
        return isAccount && digits.count >= 4 ? (.account, start..<end) : nil
    }

    private func secretKeyEnd(from start: Int) -> Int? {
        var end = start
        while end < bytes.count, end - start <= 40, bytes[end].isAlphanumeric || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "+") { end += 1 }
        return Credential.isSecretKey(bytes[start..<end]) ? end : nil
    }

    // MARK: - Numbers

    private mutating func number() {
        // 21B0456.
        if isNamed(named.account, before: place), let found = code(at: place), bytes[found.range].contains(where: \.isLetter) {
            return add(found.kind, found.range)
        }
        run.read(bytes, at: place)
        let end = run.end
        var group = 0
        while group < run.groups.count {
            guard let (kind, range, count) = match(from: group) else {
                group += 1
                continue
            }
            add(kind, range)
            group += max(count, 1)
            // What was found may reach beyond the run.
            while group < run.groups.count, run.groups[group].start < place { group += 1 }
        }
        place = max(place, end)
        while place < bytes.count, bytes[place].isAlphanumeric { place += 1 }
    }

    private func match(from group: Int) -> (PersonalData.Kind, Range<Int>, Int)? {
        func range(_ count: Int) -> Range<Int> {
            let range = run.groups[group].start..<run.groups[group + count - 1].end
            // A bracket that is not closed within is not part of it.
            return bytes[range.lowerBound] != UInt8(ascii: "(") || bytes[range].contains(UInt8(ascii: ")")) ? range : range.lowerBound + 1..<range.upperBound
        }
        let first = run.groups[group], start = first.start
        let isLast = group == run.groups.count - 1
        if run.digits.count - first.first >= 7, !isPart(start) {
            if let count = CardNumber.match(run, from: group) { return (.card, range(count), count) }
            if run.isFree(before: group) {
                let isPerson = isNamed(named.person, before: start)
                if let count = NationalNumber.match(run, from: group, isNamed: isPerson) { return (.nationalNumber, range(count), count) }
                if isLast, let end = letterEnd(first) { return (.nationalNumber, start..<end, 1) }
                let isOther = isNamed(max(named.book, named.account), before: start) && named.phone < max(named.book, named.account)
                if !isOther, let count = PhoneNumber.match(run, from: group, isNamed: isNamed(named.phone, before: start)) {
                    return (.phone, range(count), count)
                }
            }
        }
        let count = run.groups.count - group
        if group == 0, run.digits.count >= 3, isNamed(named.account, before: start) || isNamed(named.person, before: start), !PhoneNumber.isDate(run, 0) {
            return (.account, range(count), count)
        }
        return isLast ? address(first.start..<first.end).map { (.address, $0, 1) } : nil
    }

    private func address(_ number: Range<Int>) -> Range<Int>? {
        if number.upperBound < bytes.count {
            if let end = PostalAddress.american(bytes, number: number, words) ?? PostalAddress.french(bytes, number: number, words) {
                return number.lowerBound..<end
            }
        }
        return PostalAddress.german(bytes, number: number, floor: floor, words)
    }

    /// The end of a number with a letter for its check: Spanish ones, and Chinese ones that end with X.
    private func letterEnd(_ group: NumberRun.Group) -> Int? {
        var end = group.end
        if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
        guard end < bytes.count, bytes[end].isLetter, end + 1 == bytes.count || !bytes[end + 1].isAlphanumeric else { return nil }
        let digits = run.digits[group.first..<group.first + group.count]
        let isSpanish = digits.count == 8 && NationalNumber.isSpanish(NationalNumber.value(digits), letter: bytes[end])
        let isChinese = digits.count == 17 && bytes[end].lowercased == UInt8(ascii: "x") && NationalNumber.isChineseResident(digits + [10])
        return isSpanish || isChinese ? end + 1 : nil
    }

    /// Whether a number is an amount of money, a decimal's tail or part of a word.
    private func isPart(_ start: Int) -> Bool {
        guard start > 0 else { return false }
        let before = bytes[start - 1]
        if before.isLetter || before == UInt8(ascii: "$") || before == UInt8(ascii: "#") || before == UInt8(ascii: "_") { return true }
        let isCurrency = start >= 3 && (Credential.hasPrefix(bytes, at: start - 3, "€") || Credential.hasPrefix(bytes, at: start - 3, "₩"))
        if isCurrency || (start >= 2 && (Credential.hasPrefix(bytes, at: start - 2, "¥") || Credential.hasPrefix(bytes, at: start - 2, "£"))) { return true }
        return start > 1 && (before == UInt8(ascii: ".") || before == UInt8(ascii: ",")) && bytes[start - 2].isDigit
    }

    private func isNamed(_ end: Int, before start: Int, within distance: Int = 32) -> Bool { start - end <= distance }

    private var floor: Int { matches.last?.range.upperBound ?? 0 }

    /// Goes on behind it. Parts of one address are one.
    private mutating func add(_ kind: PersonalData.Kind, _ range: Range<Int>) {
        let start = max(range.lowerBound, floor)
        place = max(place, range.upperBound)
        guard start < range.upperBound else { return }
        if kind == .address, let last = matches.last, last.kind == .address, start - last.range.upperBound <= 2 {
            matches[matches.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
            matches.append(PersonalData.Match(kind: kind, range: start..<range.upperBound))
        }
    }
}
