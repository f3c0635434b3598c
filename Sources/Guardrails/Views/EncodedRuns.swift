/// What stands in runs of an encoding within a text: each run once, each byte looked at a bounded number of times.
enum EncodedRuns {
    /// Runs of base64 in either alphabet, as long as eight letters of it.
    static func base64(_ text: borrowing Span<UInt8>) -> [UInt8] {
        tokens(text, minimum: 8, bits: 6) { byte in
            switch byte {
            case 0x41...0x5A: byte - 0x41
            case 0x61...0x7A: byte - 0x61 + 26
            case 0x30...0x39: byte - 0x30 + 52
            case 0x2B, 0x2D: 62
            case 0x2F, 0x5F: 63
            default: nil
            }
        }
    }

    /// Runs of base32.
    static func base32(_ text: borrowing Span<UInt8>) -> [UInt8] {
        tokens(text, minimum: 16, bits: 5) { byte in
            switch byte {
            case 0x41...0x5A: byte - 0x41
            case 0x32...0x37: byte - 0x32 + 26
            default: nil
            }
        }
    }

    private static func tokens(_ text: borrowing Span<UInt8>, minimum: Int, bits: Int, value: (UInt8) -> UInt8?) -> [UInt8] {
        var result: [UInt8] = []
        var decoded: [UInt8] = []
        var accumulator: UInt32 = 0
        var held = 0
        var length = 0
        var lastEnd = -10
        for index in 0...text.count {
            if index < text.count, let next = value(text[index]) {
                accumulator = accumulator << UInt32(bits) | UInt32(next)
                held += bits
                length += 1
                if held >= 8 {
                    held -= 8
                    decoded.append(UInt8(truncatingIfNeeded: accumulator >> UInt32(held)))
                }
                continue
            }
            if length >= minimum, Alphabet.isReadable(decoded) {
                if index - length - lastEnd > 3, !result.isEmpty { result.append(0x20) }
                result += decoded
                lastEnd = index
            }
            decoded.removeAll(keepingCapacity: true)
            (accumulator, held, length) = (0, 0, 0)
        }
        return result
    }

    /// Pairs of hexadecimal digits, six or more, one after another or with separators and prefixes between them.
    static func hex(_ text: borrowing Span<UInt8>) -> [UInt8] {
        units(text, minimum: 6) { text, index in
            guard index + 1 < text.count, let high = Alphabet.hexValue(text[index]), let low = Alphabet.hexValue(text[index + 1]) else { return nil }
            return (high << 4 | low, 2)
        }
    }

    /// Eight bits, or seven, in each group.
    static func binary(_ text: borrowing Span<UInt8>) -> [UInt8] {
        units(text, minimum: 4) { text, index in
            var value: UInt8 = 0
            var count = 0
            while count < 8, index + count < text.count, text[index + count] & 0xFE == 0x30 {
                value = value << 1 | (text[index + count] & 1)
                count += 1
            }
            return count >= 7 ? (value, count) : nil
        }
    }

    /// Characters by their decimal numbers.
    static func numbers(_ text: borrowing Span<UInt8>) -> [UInt8] {
        units(text, minimum: 6) { text, index in
            var value = 0
            var count = 0
            while count < 3, index + count < text.count, Alphabet.isDigit(text[index + count]) {
                value = value * 10 + Int(text[index + count] - 0x30)
                count += 1
            }
            guard count >= 2, (32...126).contains(value), index + count == text.count || !Alphabet.isDigit(text[index + count]) else { return nil }
            return (UInt8(value), count)
        }
    }

    /// Runs of units; between two of them at most six marks, spaces or letters of prefixes such as `0x`, `\x`, `U+` and `chr(`.
    private static func units(
        _ text: borrowing Span<UInt8>, minimum: Int, read: (borrowing Span<UInt8>, Int) -> (value: UInt8, count: Int)?
    ) -> [UInt8] {
        var result: [UInt8] = []
        var run: [UInt8] = []
        var index = 0
        var gap = 0
        func close() {
            // A word before it may look like a unit of it.
            if run.count > minimum, !Alphabet.isReadable(run) { run.removeFirst() }
            if run.count >= minimum, Alphabet.isReadable(run) {
                if !result.isEmpty { result.append(0x20) }
                result += run
            }
            run.removeAll(keepingCapacity: true)
        }
        while index < text.count {
            let mayStart = index == 0 || gap == 0 && !run.isEmpty || !Alphabet.isAlphanumeric(text[index - 1]) || isMark(text[index - 1])
            if mayStart, !isPrefix(text, index), let unit = read(text, index) {
                run.append(unit.value)
                index += unit.count
                gap = 0
                continue
            }
            gap += 1
            if gap > 6 || !isBetween(text[index]) { close() }
            index += 1
        }
        close()
        return result
    }

    /// `0x` is no pair of digits.
    private static func isPrefix(_ text: borrowing Span<UInt8>, _ index: Int) -> Bool {
        index + 1 < text.count && text[index] == 0x30 && text[index + 1] | 0x20 == 0x78
    }

    /// `x` and `u` of prefixes.
    private static func isMark(_ byte: UInt8) -> Bool { byte | 0x20 == 0x78 || byte | 0x20 == 0x75 }

    private static func isBetween(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x0A, 0x2C, 0x3B, 0x3A, 0x2D, 0x5F, 0x7C, 0x2F, 0x5C, 0x26, 0x23, 0x25, 0x2B, 0x30, 0x78, 0x75, 0x55, 0x58, 0x28, 0x29, 0x5B, 0x5D, 0x7B,
            0x7D, 0x22, 0x27, 0x2E, 0x63, 0x68, 0x72:
            true
        default: false
        }
    }
}
