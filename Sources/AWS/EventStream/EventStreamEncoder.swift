import Compression
import Encoding

/// Writes the messages of an event stream.
public enum EventStreamEncoder {
    /// Appends a message as it is on the wire.
    ///
    /// - Throws: `EventStreamError` for a header without a name or with one above 255 bytes, for a value above 65,535, for two headers of one name,
    ///   and for what readers refuse by its size.
    public static func append(
        _ message: EventStreamMessage, to wire: inout [UInt8], limits: EventStreamLimits = EventStreamLimits()
    ) throws(EventStreamError) {
        let headers = try bytes(of: message.headers)
        guard headers.count <= limits.headerBytes else { throw .headersTooLarge(limitBytes: limits.headerBytes) }
        guard message.payload.count <= limits.payloadBytes else { throw .payloadTooLarge(limitBytes: limits.payloadBytes) }
        var frame: [UInt8] = []
        frame.reserveCapacity(headers.count + message.payload.count + EventStreamFrame.overheadBytes)
        frame.appendBigEndian(UInt32(headers.count + message.payload.count + EventStreamFrame.overheadBytes))
        frame.appendBigEndian(UInt32(headers.count))
        frame.appendBigEndian(CRC32.checksum(frame))
        frame += headers
        frame += message.payload
        frame.appendBigEndian(CRC32.checksum(frame))
        wire += frame
    }

    private static func bytes(of headers: [EventStreamMessage.Header]) throws(EventStreamError) -> [UInt8] {
        var out: [UInt8] = []
        var names: Set<[UInt8]> = []
        for header in headers {
            guard (1...255).contains(header.name.utf8.count) else { throw .malformedHeader }
            guard names.insert(Array(header.name.utf8)).inserted else { throw .duplicateHeader(name: header.name) }
            out.append(UInt8(header.name.utf8.count))
            out += header.name.utf8
            try append(header.value, to: &out)
        }
        return out
    }

    private static func append(_ value: EventStreamMessage.Value, to out: inout [UInt8]) throws(EventStreamError) {
        switch value {
        case .bool(let value): out.append(value ? 0 : 1)
        case .int8(let number): out.append(type: 2, number)
        case .int16(let number): out.append(type: 3, number)
        case .int32(let number): out.append(type: 4, number)
        case .int64(let number): out.append(type: 5, number)
        case .bytes(let bytes): try append(type: 6, bytes, to: &out)
        case .string(let text): try append(type: 7, Array(text.utf8), to: &out)
        case .timestamp(let milliseconds): out.append(type: 8, milliseconds)
        case .uuid(let uuid):
            out.append(type: 9, uuid.high)
            out.appendBigEndian(uuid.low)
        }
    }

    private static func append(type: UInt8, _ bytes: [UInt8], to out: inout [UInt8]) throws(EventStreamError) {
        guard let length = UInt16(exactly: bytes.count) else { throw .malformedHeader }
        out.append(type: type, length)
        out += bytes
    }
}

extension [UInt8] {
    fileprivate mutating func append(type: UInt8, _ number: some FixedWidthInteger) {
        append(type)
        appendBigEndian(number)
    }

    fileprivate mutating func appendBigEndian(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}
