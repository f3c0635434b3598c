/// Reads the head of a request (RFC 9112 §2 to §6), as many bytes at a time as there are; a value without I/O.
///
/// No byte is scanned twice however the bytes arrive, errors and limits show as soon as the bytes that prove them,
/// and the outcome does not depend on how the bytes were split.
public struct RequestParser: Sendable {
    enum Phase: Sendable {
        case blankLines, method, target, version, fields
    }

    let limits: RequestLimits
    var phase = Phase.blankLines
    /// The first byte of the part that is being read.
    var position = 0
    /// How far that part was looked at.
    var scanned = 0
    var method = Method.get
    /// Where the target lies, and what it says.
    var targetRange = 0..<0
    var target: RequestTarget.Parts?
    var minorVersion: UInt8 = 1
    var section = FieldSection()
    var framing = FramingFields()

    /// Creates a parser at the start of a request.
    public init(limits: RequestLimits = .init()) {
        self.limits = limits
    }

    /// True when bytes of a request, more than empty lines before it, were seen: the header time-out runs, no longer the idle one.
    public var hasStarted: Bool { phase != .blankLines }

    /// Reads on.
    ///
    /// - Parameter bytes: the input that is not consumed yet, starting at the same request in every call.
    /// - Returns: the head and how many bytes it took, after which the parser is at the start of the next request; nil when more bytes are needed.
    /// - Throws: `ParseError`; the connection can only answer with its status and close.
    public mutating func parse(_ bytes: Span<UInt8>) throws(ParseError) -> (head: RequestHead, consumed: Int)? {
        let window = bytes.extracting(first: min(bytes.count, limits.headBytes))
        guard try readParts(window) else {
            guard bytes.count <= limits.headBytes else { throw phase == .fields ? .headTooLarge : .targetTooLong }
            return nil
        }
        let head = try makeHead(window)
        let consumed = section.position
        reset()
        return (head, consumed)
    }

    /// Goes to the start of a next request.
    public mutating func reset() {
        phase = .blankLines
        position = 0
        scanned = 0
        target = nil
        framing = FramingFields()
    }

    /// True when the head is whole.
    private mutating func readParts(_ bytes: Span<UInt8>) throws(ParseError) -> Bool {
        if phase != .fields { guard try readRequestLine(bytes) else { return false } }
        while true {
            switch try section.next(bytes, fieldCount: limits.fieldCount) {
            case .needsMore: return false
            case .field(let slot): try framing.note(slot, in: bytes.extracting(section.start..<bytes.count))
            case .end: return true
            }
        }
    }

    private mutating func makeHead(_ bytes: Span<UInt8>) throws(ParseError) -> RequestHead {
        let conclusion = try framing.conclude(minorVersion: minorVersion)
        guard let parts = target.take() else { throw .badRequestLine }
        // The target and the fields share one copy of the head.
        let fields = section.finish(bytes, from: targetRange.lowerBound)
        let target =
            parts.lacksPath
            ? RequestTarget(parts, copying: bytes.extracting(targetRange)) : RequestTarget(parts, in: fields.storage, from: 0)
        return RequestHead(
            method: method, target: target, minorVersion: minorVersion, fields: fields,
            framing: conclusion.framing, keepAlive: conclusion.keepAlive, expectsContinue: conclusion.expectsContinue)
    }
}
