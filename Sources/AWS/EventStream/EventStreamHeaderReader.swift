import Encoding

/// Reads the headers of one message.
struct EventStreamHeaderReader {
    private var rest: ArraySlice<UInt8>

    static func read(_ bytes: ArraySlice<UInt8>) throws(EventStreamError) -> [EventStreamMessage.Header] {
        var reader = EventStreamHeaderReader(rest: bytes)
        var headers: [EventStreamMessage.Header] = []
        var names: Set<[UInt8]> = []
        while !reader.rest.isEmpty {
            let header = try reader.header()
            guard names.insert(Array(header.name.utf8)).inserted else { throw .duplicateHeader(name: header.name) }
            headers.append(header)
        }
        return headers
    }

    private mutating func header() throws(EventStreamError) -> EventStreamMessage.Header {
        let length = Int(try number(UInt8.self))
        guard length > 0 else { throw .malformedHeader }
        let name = try text(length)
        return EventStreamMessage.Header(name, try value(ofType: try number(UInt8.self)))
    }

    private mutating func value(ofType type: UInt8) throws(EventStreamError) -> EventStreamMessage.Value {
        switch type {
        case 0: .bool(true)
        case 1: .bool(false)
        case 2: .int8(try number(Int8.self))
        case 3: .int16(try number(Int16.self))
        case 4: .int32(try number(Int32.self))
        case 5: .int64(try number(Int64.self))
        case 6: .bytes(Array(try bytes(Int(try number(UInt16.self)))))
        case 7: .string(try text(Int(try number(UInt16.self))))
        case 8: .timestamp(milliseconds: try number(Int64.self))
        case 9: .uuid(UUID(high: try number(UInt64.self), low: try number(UInt64.self)))
        default: throw .malformedHeader
        }
    }

    private mutating func bytes(_ count: Int) throws(EventStreamError) -> ArraySlice<UInt8> {
        guard rest.count >= count else { throw .malformedHeader }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    private mutating func text(_ count: Int) throws(EventStreamError) -> String {
        guard let text = String(validating: try bytes(count), as: UTF8.self) else { throw .malformedHeader }
        return text
    }

    /// A big-endian number.
    private mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws(EventStreamError) -> Number {
        Number(truncatingIfNeeded: try bytes(Number.bitWidth / 8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
