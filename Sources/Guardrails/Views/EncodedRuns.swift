/// What stands in digits of an encoding within a text, whatever is odd about the rest. Each is a bounded number of passes.
enum EncodedRuns {
    /// Base64 in either alphabet, six bytes of it at least: of all that is no word, of that without the marks, of the runs that no language has, and of these
    /// backwards.
    static func base64(_ text: borrowing Span<UInt8>) -> [UInt8] {
        var all = DigitStream(bits: 6), unmarked = all, odd = all
        all.digits.reserveCapacity(text.count)
        unmarked.digits.reserveCapacity(text.count)
        var run = Signs.Run(), previous: UInt8 = 0, digitsBefore = 0
        for index in 0...text.count {
            let byte = index < text.count ? text[index] : 0
            if let digit = base64Digit(byte) {
                run.take(byte, after: previous)
                all.digits.append(digit)
                if digit < 62 { unmarked.digits.append(digit) }
            } else if run.length > 0 || byte == UInt8(ascii: "=") {
                if run.isOdd { odd.digits += all.digits[(all.digits.count - run.length)...] }
                let isWord = run.length > longestGroup && !run.isOdd
                if isWord {
                    all.digits.removeLast(run.length)
                    unmarked.digits.removeLast(unmarked.digits.count - digitsBefore)
                }
                if isWord || byte == UInt8(ascii: "=") {
                    all.digits.append(DigitStream.end)
                    unmarked.digits.append(DigitStream.end)
                }
                run = Signs.Run()
                digitsBefore = unmarked.digits.count
            }
            previous = byte
        }
        let backwards = DigitStream(bits: 6, digits: odd.digits.reversed())
        return distinct([all, unmarked, odd, backwards], minimum: 6)
    }

    /// What is longer and looks like a word is one.
    private static let longestGroup = 4

    private static func base64Digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }

    /// Base32, ten bytes of it at least, in large letters or in small ones.
    static func base32(_ text: borrowing Span<UInt8>) -> [UInt8] {
        var large = DigitStream(bits: 5), small = large
        runs(of: { (0x41...0x5A).contains($0) || (0x32...0x37).contains($0) }, in: text) { run in
            if run.count >= 2 { for index in run { large.digits.append(base32Digit(text[index])) } }
        }
        runs(of: { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }, in: text) { run in
            let hasDigit = run.contains { Alphabet.isDigit(text[$0]) }
            if hasDigit, run.count >= 4 { for index in run { small.digits.append(base32Digit(text[index])) } }
        }
        return distinct([large, small], minimum: 10)
    }

    private static func base32Digit(_ byte: UInt8) -> UInt8 { Alphabet.isDigit(byte) ? byte - 0x32 + 26 : (byte | 0x20) - 0x61 }

    /// Hexadecimal digits, six bytes of them at least. Parts of words are none, and the `0` of `0x` is none.
    static func hex(_ text: borrowing Span<UInt8>) -> [UInt8] {
        var stream = DigitStream(bits: 4)
        runs(of: { Alphabet.hexValue($0) != nil }, in: text) { run in
            var run = run
            if run.upperBound < text.count, text[run.upperBound] | 0x20 == 0x78, text[run.upperBound - 1] == 0x30 { run = run.dropLast() }
            if run.count == 4, text[run.lowerBound] == 0x30, text[run.lowerBound + 1] == 0x30 { run = run.dropFirst(2) }
            let hasDigit = run.contains { Alphabet.isDigit(text[$0]) }
            guard run.count >= 2, run.count >= 6 || standsAlone(run, text), hasDigit || run.count == 2 else { return }
            for index in run { if let digit = Alphabet.hexValue(text[index]) { stream.digits.append(digit) } }
        }
        return distinct([stream], minimum: 6)
    }

    /// Whether nothing stands beside it but what is written around bytes: `0x69`, `69h`, `u0069`.
    private static func standsAlone(_ run: Range<Int>, _ text: borrowing Span<UInt8>) -> Bool {
        func isWord(_ index: Int) -> Bool { text.indices.contains(index) && Alphabet.isLetter(text[index]) && !"xhu".utf8.contains(text[index] | 0x20) }
        return !isWord(run.lowerBound - 1) && !isWord(run.upperBound)
    }

    /// Bits, eight for a character, or seven.
    static func binary(_ text: borrowing Span<UInt8>) -> [UInt8] {
        var stream = DigitStream(bits: 1)
        runs(of: { $0 & 0xFE == 0x30 }, in: text) { run in
            if run.count >= 4 { for index in run { stream.digits.append(text[index] & 1) } }
        }
        return distinct([stream], minimum: 4, widths: [8, 7])
    }

    /// Characters by their decimal numbers, or by their octal ones.
    static func numbers(_ text: borrowing Span<UInt8>) -> [UInt8] {
        var decimal = DigitStream(bits: 8), octal = decimal
        runs(of: Alphabet.isDigit, in: text) { run in
            guard (2...3).contains(run.count) else { return }
            let value = run.reduce(0) { $0 * 10 + Int(text[$1] - 0x30) }, octalValue = run.reduce(0) { $0 << 3 | Int(text[$1] - 0x30) }
            if value < 0xFF { decimal.digits.append(UInt8(value)) }
            if octalValue < 0xFF, run.allSatisfy({ text[$0] < 0x38 }) { octal.digits.append(UInt8(octalValue)) }
        }
        return distinct([decimal, octal], minimum: 6)
    }

    private static func runs(of isDigit: (UInt8) -> Bool, in text: borrowing Span<UInt8>, found: (Range<Int>) -> Void) {
        var start = 0
        for index in 0...text.count where index == text.count || !isDigit(text[index]) {
            if start < index { found(start..<index) }
            start = index + 1
        }
    }

    /// What streams say, each thing once.
    private static func distinct(_ streams: [DigitStream], minimum: Int, widths: [Int] = [8]) -> [UInt8] {
        var read: [[UInt8]] = [], known: Set<[UInt8]> = [], result: [UInt8] = []
        for stream in streams where !read.contains(stream.digits) {
            read.append(stream.digits)
            for width in widths {
                let new = stream.stretches(minimum: minimum, width: width).filter { known.insert($0).inserted }
                if !new.isEmpty { result += new.joined(separator: [0x20]) + [UInt8(ascii: "."), 0x20] }
            }
        }
        return result
    }
}
