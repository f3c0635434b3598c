import HTTPCore

/// Turns the bytes of a multipart body into parts, however they arrive; keeps at most one part's header fields.
///
/// Source: RFC 2046 §5.1.1 (delimiters; what comes before the first and after the last is nobody's), RFC 7578 §4 (the parts of a form). Stricter than
/// RFC 2046 in one thing: a line that begins with the boundary and goes on with something else is an error, for two readers could split there differently.
struct MultipartParser {
    /// What the bytes so far mean.
    enum Event: Equatable {
        /// A part begins.
        case part(MultipartPartHead)
        /// Some of its content; never empty.
        case content(ArraySlice<UInt8>)
        /// The part is whole.
        case partEnd
    }

    private enum State: Equatable {
        case preamble, head, content, epilogue
        /// Behind a delimiter: `--` closes the body, spaces are padding, CR LF begins a head.
        case delimited, closing, padding, lineEnd
    }

    private let limits: MultipartLimits
    /// CR LF `--` boundary; no other byte of it is CR, so that a failed match begins anew at the byte that failed.
    private let delimiter: [UInt8]
    /// How many bytes of the delimiter have been seen; the body begins as if a line had just ended.
    private var matched = 2
    private var state = State.preamble
    private var head: [UInt8] = []
    private var partCount = 0

    /// A parser for this boundary.
    ///
    /// - Throws: `MultipartError.badBoundary` for a boundary that RFC 2046 §5.1.1 does not allow.
    init(boundary: String, limits: MultipartLimits = MultipartLimits()) throws(MultipartError) {
        guard Self.isBoundary(boundary) else { throw .badBoundary }
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.limits = limits
    }

    private static func isBoundary(_ text: String) -> Bool {
        let isAllowed = text.utf8.allSatisfy { byte in
            byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || "'()+_,-./:=? ".utf8.contains(byte)
        }
        return isAllowed && (1...70).contains(text.utf8.count) && text.utf8.last != UInt8(ascii: " ")
    }

    /// The next event of `bytes` from `position` on, which is moved behind it; nil when all bytes are read.
    mutating func next(_ bytes: [UInt8], _ position: inout Int) throws(MultipartError) -> Event? {
        while position < bytes.count || matched == delimiter.count {
            switch state {
            case .preamble, .content: if let event = readContent(bytes, &position) { return event }
            case .head: if let head = try readHead(bytes, &position) { return .part(head) }
            case .epilogue: position = bytes.count
            case .delimited, .closing, .padding, .lineEnd:
                try readDelimiterLine(bytes[position])
                position += 1
            }
        }
        return nil
    }

    /// Says that no more bytes come.
    ///
    /// - Throws: `MultipartError.truncated` when the last delimiter is missing.
    func finish() throws(MultipartError) {
        guard state == .epilogue else { throw .truncated }
    }
}

// MARK: - Content

extension MultipartParser {
    private mutating func readContent(_ bytes: [UInt8], _ position: inout Int) -> Event? {
        if matched == delimiter.count { return endContent() }
        if matched > 0 {
            let start = position
            position += matchingCount(bytes, at: position)
            matched += position - start
            if matched == delimiter.count || position == bytes.count { return nil }
            // What looked like a delimiter is content.
            let held = delimiter[..<matched]
            matched = 0
            return content(held)
        }
        let start = position
        let end = findDelimiter(bytes, from: position)
        position = end + matched
        return end > start ? content(bytes[start..<end]) : nil
    }

    private mutating func endContent() -> Event? {
        let hadPart = state == .content
        matched = 0
        state = .delimited
        return hadPart ? .partEnd : nil
    }

    private func content(_ bytes: ArraySlice<UInt8>) -> Event? { state == .content ? .content(bytes) : nil }

    /// Where a delimiter, or the part of one that these bytes end with, begins; `matched` tells how much of it is there.
    private mutating func findDelimiter(_ bytes: [UInt8], from start: Int) -> Int {
        var place = start
        while let found = bytes[place...].firstIndex(of: UInt8(ascii: "\r")) {
            let count = matchingCount(bytes, at: found)
            if count == delimiter.count || found + count == bytes.count {
                matched = count
                return found
            }
            place = found + count
        }
        return bytes.count
    }

    /// How many bytes agree with what is still to come of the delimiter.
    private func matchingCount(_ bytes: [UInt8], at start: Int) -> Int {
        let wanted = min(delimiter.count - matched, bytes.count - start)
        for offset in 0..<wanted where bytes[start + offset] != delimiter[matched + offset] { return offset }
        return wanted
    }
}

// MARK: - Delimiters and heads

extension MultipartParser {
    private mutating func readDelimiterLine(_ byte: UInt8) throws(MultipartError) {
        switch (state, byte) {
        case (.delimited, UInt8(ascii: "-")): state = .closing
        case (.closing, UInt8(ascii: "-")): state = .epilogue
        case (.delimited, 0x20), (.delimited, 0x09), (.padding, 0x20), (.padding, 0x09): state = .padding
        case (.delimited, UInt8(ascii: "\r")), (.padding, UInt8(ascii: "\r")): state = .lineEnd
        case (.lineEnd, UInt8(ascii: "\n")): try beginHead()
        default: throw .badDelimiter
        }
    }

    private mutating func beginHead() throws(MultipartError) {
        partCount += 1
        guard partCount <= limits.partCount else { throw .tooManyParts(limit: limits.partCount) }
        head.removeAll(keepingCapacity: true)
        state = .head
    }

    private mutating func readHead(_ bytes: [UInt8], _ position: inout Int) throws(MultipartError) -> MultipartPartHead? {
        while position < bytes.count {
            head.append(bytes[position])
            position += 1
            guard head.count <= limits.partHeaderBytes else { throw .headTooLarge(limitBytes: limits.partHeaderBytes) }
            guard head.last == UInt8(ascii: "\n"), head.count == 2 || head.suffix(4).elementsEqual("\r\n\r\n".utf8) else { continue }
            state = .content
            return try MultipartPartHead(parsing: head)
        }
        return nil
    }
}
