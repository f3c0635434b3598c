import JSON

/// Counts the items of an export request without reading more of it than where they are.
enum TelemetryCount {
    /// Field numbers of resource, scope and item, which all three signals share. Source: opentelemetry-proto, `ExportTraceServiceRequest` and its kin.
    private static let fields: [UInt64] = [1, 2, 2]

    /// The items of a message in protobuf; nil when it is none.
    static func items(protobuf bytes: ArraySlice<UInt8>, depth: Int = 0) -> Int? {
        var reader = ProtobufReader(bytes), count = 0
        while !reader.isAtEnd {
            guard let field = reader.next() else { return nil }
            guard field.number == fields[depth], let content = field.content else { continue }
            if depth == fields.count - 1 {
                count += 1
            } else {
                guard let inner = items(protobuf: content, depth: depth + 1) else { return nil }
                count += inner
            }
        }
        return count
    }

    /// The items of a document in JSON; nil when it is none.
    static func items(json bytes: [UInt8], of signal: TelemetrySignal) -> Int? {
        guard let document = try? JSON.parse(bytes, maximumDepth: 64), document.members != nil else { return nil }
        return signal.path.reduce([document]) { found, name in found.flatMap { $0[name]?.arrayValue ?? [] } }.count
    }
}

/// Walks over the fields of one protobuf message. Source: Protocol Buffers documentation, "Encoding".
struct ProtobufReader {
    /// One field: its number, and its bytes when it has a length.
    struct Field: Equatable {
        let number: UInt64
        let content: ArraySlice<UInt8>?
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next field; nil when the message is broken.
    mutating func next() -> Field? {
        guard let tag = varint(), tag >> 3 > 0 else { return nil }
        switch tag & 7 {
        case 0: return varint().map { _ in Field(number: tag >> 3, content: nil) }
        case 1: return take(8).map { _ in Field(number: tag >> 3, content: nil) }
        case 2:
            guard let length = varint(), let content = take(length) else { return nil }
            return Field(number: tag >> 3, content: content)
        case 5: return take(4).map { _ in Field(number: tag >> 3, content: nil) }
        default: return nil
        }
    }

    private mutating func varint() -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), through: 63, by: 7) {
            guard let byte = rest.popFirst() else { return nil }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        return nil
    }

    private mutating func take(_ count: UInt64) -> ArraySlice<UInt8>? {
        guard count <= UInt64(rest.count) else { return nil }
        defer { rest = rest.dropFirst(Int(count)) }
        return rest.prefix(Int(count))
    }
}
