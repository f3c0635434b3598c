/// The request line (RFC 9112 §3), part by part, so that each limit is decided before the line is whole.
extension RequestParser {
    /// Longer names than any registered one are refused before they fill the head.
    private static let methodBytes = 32
    /// Empty lines that old clients send after a body and that are ignored (RFC 9112 §2.2).
    private static let blankLineBytes = 8

    /// True when the line is whole and the fields may follow.
    mutating func readRequestLine(_ bytes: Span<UInt8>) throws(ParseError) -> Bool {
        if phase == .blankLines { guard try skipBlankLines(bytes) else { return false } }
        if phase == .method { guard try readMethod(bytes) else { return false } }
        if phase == .target { guard try readTarget(bytes) else { return false } }
        return try readVersion(bytes)
    }

    private mutating func skipBlankLines(_ bytes: Span<UInt8>) throws(ParseError) -> Bool {
        while position < bytes.count {
            if bytes[position] == 0x0A { throw .bareLineEnd }
            guard bytes[position] == 0x0D else {
                phase = .method
                scanned = position
                return true
            }
            guard position < Self.blankLineBytes else { throw .badRequestLine }
            guard position + 1 < bytes.count else { return false }
            guard bytes[position + 1] == 0x0A else { throw .bareLineEnd }
            position += 2
        }
        return false
    }

    private mutating func readMethod(_ bytes: Span<UInt8>) throws(ParseError) -> Bool {
        while scanned < bytes.count, FieldSyntax.isTokenByte(bytes[scanned]) { scanned &+= 1 }
        guard scanned &- position <= Self.methodBytes else { throw .badMethod }
        guard scanned < bytes.count else { return false }
        guard bytes[scanned] == 0x20 else { throw lineError(bytes[scanned], otherwise: .badMethod) }
        guard scanned > position else { throw .badRequestLine }
        method = Method(bytes: bytes.extracting(position..<scanned))
        enter(.target, at: scanned &+ 1)
        return true
    }

    private mutating func readTarget(_ bytes: Span<UInt8>) throws(ParseError) -> Bool {
        scanned = bytes.firstNotVisible(from: scanned)
        guard scanned &- position <= limits.targetBytes else { throw .targetTooLong }
        guard scanned < bytes.count else { return false }
        guard bytes[scanned] == 0x20 else { throw lineError(bytes[scanned], otherwise: .badTarget) }
        guard scanned > position else { throw .badRequestLine }
        target = try RequestTarget.Parts(bytes.extracting(position..<scanned), method: method)
        targetRange = position..<scanned
        enter(.version, at: scanned &+ 1)
        return true
    }

    /// `HTTP/1.x` and CR LF; each byte is judged as it comes, so that a line too short is not waited for.
    private mutating func readVersion(_ bytes: Span<UInt8>) throws(ParseError) -> Bool {
        if scanned == position, bytes.count &- position >= 10, isCommonVersion(bytes) {
            minorVersion = 1
            scanned = position &+ 9
        }
        while scanned < bytes.count {
            try checkVersion(bytes[scanned], at: scanned &- position)
            scanned &+= 1
            guard scanned &- position == 10 else { continue }
            section.begin(at: scanned)
            phase = .fields
            return true
        }
        return false
    }

    /// `HTTP/1.1` and CR, as one comparison; the LF is left to be read.
    @inline(__always)
    private func isCommonVersion(_ bytes: Span<UInt8>) -> Bool {
        let word = UInt64(bigEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
        return word == 0x4854_5450_2F31_2E31 && bytes[position &+ 8] == 0x0D
    }

    private mutating func checkVersion(_ byte: UInt8, at offset: Int) throws(ParseError) {
        let digit = byte &- UInt8(ascii: "0")
        let fits =
            switch offset {
            case 0: byte == UInt8(ascii: "H")
            case 1, 2: byte == UInt8(ascii: "T")
            case 3: byte == UInt8(ascii: "P")
            case 4: byte == UInt8(ascii: "/")
            case 6: byte == UInt8(ascii: ".")
            case 5, 7: digit < 10
            case 8: byte == 0x0D
            default: byte == 0x0A
            }
        guard fits else { throw offset == 9 ? .bareLineEnd : lineError(byte, otherwise: .badRequestLine) }
        if offset == 5, digit != 1 { throw .unsupportedVersion }
        // RFC 9110 §6.2: a higher minor version is read as the highest we know.
        if offset == 7 { minorVersion = min(digit, 1) }
    }

    private mutating func enter(_ next: Phase, at start: Int) {
        phase = next
        position = start
        scanned = start
    }

    private func lineError(_ byte: UInt8, otherwise error: ParseError) -> ParseError {
        switch byte {
        case 0x0A: .bareLineEnd
        case 0x0D: .badRequestLine
        default: error
        }
    }
}

extension Method {
    /// Reads a token.
    init(bytes: Span<UInt8>) {
        var word: UInt64 = 0
        guard bytes.count <= 8 else {
            self = .other(bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
            return
        }
        for index in bytes.indices { word = word << 8 | UInt64(bytes[index]) }
        self =
            switch word {
            case 0x47_4554: .get
            case 0x4845_4144: .head
            case 0x504F_5354: .post
            case 0x50_5554: .put
            case 0x50_4154_4348: .patch
            case 0x4445_4C45_5445: .delete
            case 0x4F_5054_494F_4E53: .options
            case 0x43_4F4E_4E45_4354: .connect
            case 0x54_5241_4345: .trace
            default: .other(bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
            }
    }
}
