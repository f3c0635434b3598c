import Encoding

extension JSONReader {
    /// Reads a string in quotes.
    public mutating func readString() throws(Failure) -> String {
        guard skip(UInt8(ascii: "\"")) else { throw mismatch() }
        let first = position
        skipPlainBytes()
        if position < end, position.pointee == UInt8(ascii: "\"") {
            defer { position += 1 }
            return Self.string(UnsafeBufferPointer(start: first, count: position - first))
        }
        let unescaped = try readEscapedString(from: first)
        return unescaped.withUnsafeBufferPointer { Self.string($0) }
    }

    /// Copies bytes that are known to be UTF-8.
    @inline(__always)
    private static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(copying: unsafe UTF8Span(unchecked: bytes.span))
    }

    /// Moves to the next quote, backslash, control character or the end; eight bytes at a step.
    @inline(__always)
    mutating func skipPlainBytes() {
        while end - position >= 8 {
            let word = UInt64(littleEndian: UnsafeRawPointer(position).loadUnaligned(as: UInt64.self))
            let special = JSONBytes.specialMask(word)
            if special != 0 {
                position += special.trailingZeroBitCount / 8
                return
            }
            position += 8
        }
        while position < end, !JSONBytes.isSpecial(position.pointee) { position += 1 }
    }

    /// Reads the rest of a string that holds a backslash; `first` is the byte after the opening quote.
    mutating func readEscapedString(from first: UnsafePointer<UInt8>) throws(Failure) -> [UInt8] {
        var out = Array(UnsafeBufferPointer(start: first, count: position - first))
        while position < end {
            switch position.pointee {
            case UInt8(ascii: "\""):
                position += 1
                return out
            case UInt8(ascii: "\\"):
                try readEscape(into: &out, stringStart: first - 1)
            case 0..<0x20:
                throw failure(.controlCharacter, at: position)
            default:
                let run = position
                skipPlainBytes()
                out.append(contentsOf: UnsafeBufferPointer(start: run, count: position - run))
            }
        }
        throw failure(.unterminatedString, at: first - 1)
    }

    private mutating func readEscape(into out: inout [UInt8], stringStart: UnsafePointer<UInt8>) throws(Failure) {
        let backslash = position
        position += 1
        guard position < end else { throw failure(.unterminatedString, at: stringStart) }
        let letter = position.pointee
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(letter)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"): out.append(contentsOf: UTF8.encode(try readScalar(backslash))!)
        default: throw failure(.invalidEscape, at: backslash)
        }
    }

    /// The scalar of one `\uXXXX`, or of two that are a surrogate pair; the position is behind the first `u`.
    private mutating func readScalar(_ backslash: UnsafePointer<UInt8>) throws(Failure) -> Unicode.Scalar {
        let unit = try readFourDigits()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, end - position >= 2, position[0] == UInt8(ascii: "\\"), position[1] == UInt8(ascii: "u") else {
            throw failure(.loneSurrogate, at: backslash)
        }
        position += 2
        let low = try readFourDigits()
        guard (0xDC00..<0xE000).contains(low), let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) else {
            throw failure(.loneSurrogate, at: backslash)
        }
        return scalar
    }

    private mutating func readFourDigits() throws(Failure) -> UInt32 {
        let letter = position - 1
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < end, let digit = Hex.value(of: position.pointee) else { throw failure(.invalidUnicodeEscape, at: letter) }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}

/// Facts about single bytes of JSON text.
enum JSONBytes {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// A high bit for each byte that is a quote, a backslash or a control character; only the lowest one is exact.
    @inline(__always)
    static func specialMask(_ word: UInt64) -> UInt64 {
        let quote = word ^ (ones &* 0x22), backslash = word ^ (ones &* 0x5C)
        let found = (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word
        return found & highs
    }

    @inline(__always)
    static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C
    }
}
