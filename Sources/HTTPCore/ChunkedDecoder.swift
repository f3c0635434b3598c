/// Takes the chunked coding off a body (RFC 9112 §7.1), as many bytes at a time as there are; a value without I/O.
///
/// Sizes are hexadecimal digits and nothing else: signs, prefixes and white space are refused, since peers that disagree about them
/// disagree about where the next request starts. Extensions are skipped, at most `RequestLimits.headBytes` of them in one body.
public struct ChunkedDecoder: Sendable {
    /// What the bytes hold next.
    public enum Event: Sendable, Equatable {
        /// Nothing more; all bytes were consumed.
        case needsMore(consumed: Int)
        /// Content at this place; drop `consumed` bytes after using it.
        case data(Range<Int>, consumed: Int)
        /// The body ended; drop `consumed` bytes, and the next request follows.
        case end(trailers: Fields, consumed: Int)
    }

    private enum Phase {
        case size, extensions, sizeEnd, data, dataReturn, dataEnd, trailers, done
    }

    /// More digits than any size that fits have needless zeros.
    private static let sizeDigits = 16

    private let limits: RequestLimits
    private var phase = Phase.size
    private var digits = 0
    /// Bytes of the chunk that are still to come.
    private var remaining = 0
    private var extensionBytes = 0
    private var section = FieldSection()
    /// The trailer section as far as it came, at most `RequestLimits.headBytes` and one byte.
    private var keptTrailers: [UInt8] = []

    /// Creates a decoder at the start of a body.
    public init(limits: RequestLimits = .init()) {
        self.limits = limits
    }

    /// Reads on.
    ///
    /// - Parameter bytes: the input that is not consumed yet.
    /// - Throws: `badChunk`, `badTrailer`, `bareLineEnd`, `headTooLarge` or `tooManyFields`; the connection can only answer and close.
    public mutating func next(_ bytes: Span<UInt8>) throws(ParseError) -> Event {
        var index = 0
        while index < bytes.count {
            switch phase {
            case .data: return takeData(bytes, from: index)
            case .trailers: return try readTrailers(bytes, from: index)
            case .done: return .end(trailers: Fields(), consumed: index)
            default: try readFraming(bytes[index], at: index)
            }
            index &+= 1
        }
        return phase == .done ? .end(trailers: Fields(), consumed: index) : .needsMore(consumed: index)
    }

    private mutating func takeData(_ bytes: Span<UInt8>, from index: Int) -> Event {
        let end = index + min(remaining, bytes.count - index)
        remaining -= end - index
        if remaining == 0 { phase = .dataReturn }
        return .data(index..<end, consumed: end)
    }
}

// MARK: - Framing

extension ChunkedDecoder {
    @inline(__always)
    private mutating func readFraming(_ byte: UInt8, at index: Int) throws(ParseError) {
        switch phase {
        case .size: try readSize(byte)
        case .extensions: try skipExtension(byte)
        case .sizeEnd:
            guard byte == 0x0A else { throw .bareLineEnd }
            endSizeLine()
        case .dataReturn:
            guard byte == 0x0D else { throw .badChunk }
            phase = .dataEnd
        default:
            guard byte == 0x0A else { throw .badChunk }
            startChunk()
        }
    }

    private mutating func readSize(_ byte: UInt8) throws(ParseError) {
        if HostSyntax.isHexDigit(byte) {
            digits += 1
            guard digits <= Self.sizeDigits, remaining <= Int.max >> 4 else { throw .badChunk }
            remaining = remaining << 4 | Int(byte <= UInt8(ascii: "9") ? byte & 0x0F : (byte & 0x0F) + 9)
            return
        }
        guard digits > 0 else { throw .badChunk }
        switch byte {
        case 0x0D: phase = .sizeEnd
        case UInt8(ascii: ";"): phase = .extensions
        case 0x0A: throw .bareLineEnd
        default: throw .badChunk
        }
    }

    private mutating func skipExtension(_ byte: UInt8) throws(ParseError) {
        if byte == 0x0D {
            phase = .sizeEnd
            return
        }
        if byte == 0x0A { throw .bareLineEnd }
        extensionBytes += 1
        guard FieldSyntax.isValueByte(byte), extensionBytes <= limits.headBytes else { throw .badChunk }
    }

    private mutating func endSizeLine() {
        phase = remaining > 0 ? .data : .trailers
        if remaining == 0 { section.begin(at: 0) }
    }

    private mutating func startChunk() {
        phase = .size
        digits = 0
        remaining = 0
    }
}

// MARK: - Trailers

extension ChunkedDecoder {
    /// Keeps the section until it is whole, so that callers never have to.
    private mutating func readTrailers(_ bytes: Span<UInt8>, from index: Int) throws(ParseError) -> Event {
        if keptTrailers.isEmpty, bytes.count >= index + 2, bytes[index] == 0x0D, bytes[index + 1] == 0x0A {
            phase = .done
            return .end(trailers: Fields(), consumed: index + 2)
        }
        let kept = keptTrailers.count
        // One byte above the limit is enough to prove it.
        bytes.extracting(index..<min(bytes.count, index + limits.headBytes + 1 - kept)).append(to: &keptTrailers)
        guard let trailers = try parseTrailers() else {
            guard keptTrailers.count <= limits.headBytes else { throw .headTooLarge }
            return .needsMore(consumed: bytes.count)
        }
        phase = .done
        return .end(trailers: trailers, consumed: index + section.position - kept)
    }

    /// The fields when the section is whole.
    private mutating func parseTrailers() throws(ParseError) -> Fields? {
        // A second reference, not a copy: the span must not borrow from what is being changed.
        let kept = keptTrailers
        let window = kept.span.extracting(first: min(kept.count, limits.headBytes))
        while true {
            switch try Self.nextTrailer(&section, window, fieldCount: limits.fieldCount) {
            case .needsMore: return nil
            case .field(let slot): if TrailerSyntax.isForbidden(window.extracting(slot.name)) { throw .badTrailer }
            case .end: return section.finish(window, from: 0)
            }
        }
    }

    private static func nextTrailer(_ section: inout FieldSection, _ bytes: Span<UInt8>, fieldCount: Int) throws(ParseError) -> FieldSection.Step {
        do {
            return try section.next(bytes, fieldCount: fieldCount)
        } catch {
            throw error == .tooManyFields || error == .bareLineEnd ? error : .badTrailer
        }
    }
}

/// Which fields must not come after the content.
enum TrailerSyntax {
    /// True for fields that frame, route, authenticate, modify the request or describe how to read the content (RFC 9110 §6.5.1).
    static func isForbidden(_ name: Span<UInt8>) -> Bool {
        for text in forbidden where name.isText(text) { return true }
        return false
    }

    private static var forbidden: [StaticString] {
        [
            "transfer-encoding", "content-length", "host", "connection", "keep-alive", "te", "trailer", "upgrade", "expect",
            "authorization", "proxy-authorization", "proxy-connection", "cookie", "set-cookie", "content-encoding", "content-type", "content-range",
            "cache-control", "max-forwards", "range", "if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "if-range",
            "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded",
        ]
    }
}
