import Compression

/// Reads the messages of an event stream as they arrive. It holds at most one message; after an error it stays unusable.
public struct EventStreamDecoder: Sendable {
    private var buffer: [UInt8] = []
    /// The length of the message under way, once its prelude is read.
    private var messageBytes: Int?
    private var failure: EventStreamError?
    private let limits: EventStreamLimits

    /// A decoder at the beginning of a stream.
    public init(limits: EventStreamLimits = EventStreamLimits()) {
        self.limits = limits
    }

    /// Takes bytes up to the end of the next message at most, and tells how many; no message until one is complete.
    ///
    /// To be called again with what was not consumed.
    public mutating func next(_ input: Span<UInt8>) throws(EventStreamError) -> (message: EventStreamMessage?, consumed: Int) {
        if let failure { throw failure }
        do throws(EventStreamError) {
            var consumed = take(input, from: 0, upTo: messageBytes ?? EventStreamFrame.preludeBytes)
            if messageBytes == nil, buffer.count == EventStreamFrame.preludeBytes {
                messageBytes = try readPrelude()
                consumed += take(input, from: consumed, upTo: messageBytes!)
            }
            guard let messageBytes, buffer.count == messageBytes else { return (nil, consumed) }
            let message = try readMessage()
            buffer.removeAll(keepingCapacity: messageBytes <= 64 * 1024)
            self.messageBytes = nil
            return (message, consumed)
        } catch {
            failure = error
            throw error
        }
    }

    /// To be called when the stream has ended.
    public func finish() throws(EventStreamError) {
        if let failure { throw failure }
        if !buffer.isEmpty { throw .truncated }
    }

    private mutating func take(_ input: Span<UInt8>, from start: Int, upTo wanted: Int) -> Int {
        let count = min(wanted - buffer.count, input.count - start)
        input.extracting(start..<start + count).withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
        return count
    }

    /// The message's length. Checked before anything is believed, so that a damaged length reserves no memory.
    private func readPrelude() throws(EventStreamError) -> Int {
        guard CRC32.checksum(Array(buffer[..<8])) == word(at: 8) else { throw .preludeChecksumMismatch }
        let total = Int(word(at: 0)), headers = Int(word(at: 4))
        guard headers <= limits.headerBytes else { throw .headersTooLarge(limitBytes: limits.headerBytes) }
        guard total >= headers + EventStreamFrame.overheadBytes else { throw .invalidLengths }
        guard total - headers - EventStreamFrame.overheadBytes <= limits.payloadBytes else { throw .payloadTooLarge(limitBytes: limits.payloadBytes) }
        return total
    }

    private func readMessage() throws(EventStreamError) -> EventStreamMessage {
        let end = buffer.count - 4
        var checksum = CRC32()
        checksum.update(Array(buffer[..<end]))
        guard checksum.value == word(at: end) else { throw .messageChecksumMismatch }
        let payload = EventStreamFrame.preludeBytes + Int(word(at: 4))
        let headers = try EventStreamHeaderReader.read(buffer[EventStreamFrame.preludeBytes..<payload])
        return EventStreamMessage(headers: headers, payload: Array(buffer[payload..<end]))
    }

    private func word(at offset: Int) -> UInt32 {
        buffer[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
