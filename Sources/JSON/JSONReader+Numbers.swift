extension JSONReader {
    /// The bytes of one number and what they say about it.
    struct NumberToken {
        let bytes: UnsafeBufferPointer<UInt8>
        /// There is neither a fraction nor an exponent.
        let isInteger: Bool
    }

    /// Reads the longest number that RFC 8259 §6 allows; a leading zero ends it, so `01` fails at its second digit.
    mutating func readNumberToken() throws(Failure) -> NumberToken {
        let first = position
        if position < end, position.pointee == UInt8(ascii: "-") { position += 1 }
        guard position < end, isDigit(position.pointee) else {
            position = first
            throw failure(.expectedValue, at: first)
        }
        if position.pointee == UInt8(ascii: "0") { position += 1 } else { skipDigits() }
        let integerEnd = position
        skipFraction()
        skipExponent()
        return NumberToken(bytes: UnsafeBufferPointer(start: first, count: position - first), isInteger: position == integerEnd)
    }

    private mutating func skipFraction() {
        guard end - position >= 2, position[0] == UInt8(ascii: "."), isDigit(position[1]) else { return }
        position += 1
        skipDigits()
    }

    private mutating func skipExponent() {
        guard end - position >= 2, position[0] | 0x20 == UInt8(ascii: "e") else { return }
        let hasSign = position[1] == UInt8(ascii: "+") || position[1] == UInt8(ascii: "-")
        let digits = position + (hasSign ? 2 : 1)
        guard digits < end, isDigit(digits.pointee) else { return }
        position = digits
        skipDigits()
    }

    @inline(__always)
    private mutating func skipDigits() {
        while position < end, isDigit(position.pointee) { position += 1 }
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10
    }

    /// Reads a number without fraction and exponent that fits into 64 bits.
    public mutating func readInt() throws(Failure) -> Int {
        skipWhiteSpace()
        let first = position
        var magnitude: UInt = 0, digits = 0
        let isNegative = position < end && position.pointee == UInt8(ascii: "-")
        if isNegative { position += 1 }
        while position < end, isDigit(position.pointee), digits < 19 {
            magnitude = magnitude &* 10 &+ UInt(position.pointee &- UInt8(ascii: "0"))
            digits += 1
            position += 1
        }
        let isPlain =
            digits > 0
            && !(position < end && (isDigit(position.pointee) || position.pointee == UInt8(ascii: ".") || position.pointee | 0x20 == UInt8(ascii: "e")))
        let hasLeadingZero = digits > 1 && (isNegative ? first[1] : first[0]) == UInt8(ascii: "0")
        guard isPlain, !hasLeadingZero, let value = Self.signed(magnitude, isNegative) else {
            position = first
            throw mismatch()
        }
        return value
    }

    @inline(__always)
    private static func signed(_ magnitude: UInt, _ isNegative: Bool) -> Int? {
        if isNegative { return magnitude <= UInt(Int.max) + 1 ? Int(truncatingIfNeeded: 0 &- magnitude) : nil }
        return magnitude <= UInt(Int.max) ? Int(magnitude) : nil
    }

    /// Reads any number as the nearest finite double.
    public mutating func readDouble() throws(Failure) -> Double {
        skipWhiteSpace()
        guard position < end, position.pointee == UInt8(ascii: "-") || isDigit(position.pointee) else { throw mismatch() }
        let token = try readNumberToken()
        let value = JSONNumber.double(token.bytes)
        guard value.isFinite else { throw mismatch() }
        return value
    }
}

/// From the text of a number to its value.
enum JSONNumber {
    /// The nearest double, infinite when the text is beyond the range; the bytes are a valid JSON number.
    static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double {
        if let exact = exactDouble(bytes) { return exact }
        return Double(String(decoding: bytes, as: UTF8.self)) ?? .infinity
    }

    /// Short numbers: when digits and power of ten are both exact in binary, one division or product is exact too (Clinger).
    private static func exactDouble(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var mantissa: UInt64 = 0, digits = 0, fractionDigits = 0
        var inFraction = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                mantissa = mantissa &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
                digits += 1
                if inFraction { fractionDigits += 1 }
            case UInt8(ascii: "."): inFraction = true
            case UInt8(ascii: "-"): guard digits == 0 else { return nil }
            default: return nil
            }
        }
        guard digits <= 15 else { return nil }
        var value = Double(mantissa)
        if fractionDigits > 0 {
            var power = 1.0
            for _ in 0..<fractionDigits { power *= 10 }
            value /= power
        }
        return bytes.first == UInt8(ascii: "-") ? -value : value
    }

    /// The integer, or nil when it does not fit; the bytes are a valid JSON integer.
    static func int(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard bytes.count <= 18 else { return Int(Substring(String(decoding: bytes, as: UTF8.self))) }
        var magnitude = 0
        for byte in bytes where byte != UInt8(ascii: "-") { magnitude = magnitude &* 10 &+ Int(byte &- UInt8(ascii: "0")) }
        return bytes.first == UInt8(ascii: "-") ? -magnitude : magnitude
    }
}
