import AWS
import Compression

/// An event stream means the same however it arrives; bounds hold; messages written anew are the same bytes, and with one byte damaged are none. The
/// input is tried as it is, and as the contents of a message whose lengths and checksums are right, which no fuzzer would find.
func fuzzEventStream(_ input: [UInt8]) {
    for bytes in [input, framed(input)] {
        let whole = StreamReading(bytes, arrivingAt: [bytes.count])
        for ends in arrivals(of: bytes.count) { require(StreamReading(bytes, arrivingAt: ends) == whole, "a stream depends on its splits: \(ends)") }
        require(bytes.starts(with: whole.writtenAnew()), "messages written anew are other bytes")
        if whole.messages.count == 1, whole.failure == nil { requireDamageIsSeen(in: bytes, place: input.first ?? 0, change: max(1, input.last ?? 1)) }
    }
}

private func requireDamageIsSeen(in message: [UInt8], place: UInt8, change: UInt8) {
    var damaged = message
    damaged[Int(place) * 8_191 % message.count] ^= change
    let reading = StreamReading(damaged, arrivingAt: [damaged.count])
    require(reading.messages.isEmpty && reading.failure != nil, "a damaged message passes for a good one")
}

/// The first two bytes say how long the headers are, the rest is headers and payload.
private func framed(_ input: [UInt8]) -> [UInt8] {
    let rest = Array(input.dropFirst(2))
    let headers = min(input.prefix(2).reduce(0) { $0 << 8 | Int($1) }, rest.count)
    var frame = bigEndian(UInt32(rest.count + 16)) + bigEndian(UInt32(headers))
    frame += bigEndian(CRC32.checksum(frame))
    frame += rest
    return frame + bigEndian(CRC32.checksum(frame))
}

private func bigEndian(_ word: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }

/// What came of the bytes of a stream.
private struct StreamReading: Equatable {
    static let limits = EventStreamLimits(headerBytes: 1_000, payloadBytes: 1_500)

    var messages: [EventStreamMessage] = []
    var failure: EventStreamError?

    init(_ bytes: [UInt8], arrivingAt ends: [Int]) {
        var decoder = EventStreamDecoder(limits: Self.limits)
        var start = 0
        do throws(EventStreamError) {
            for end in ends {
                while start < end {
                    let (message, consumed) = try decoder.next(bytes.span.extracting(start..<end))
                    require(consumed > 0 && consumed <= end - start, "nothing was used, or more than there was")
                    require(message != nil || consumed == end - start, "bytes were left over")
                    start += consumed
                    if let message { messages.append(message) }
                }
            }
            try decoder.finish()
        } catch {
            failure = error
        }
        for message in messages { require(message.payload.count <= Self.limits.payloadBytes, "a payload is above its bound") }
    }

    func writtenAnew() -> [UInt8] {
        var wire: [UInt8] = []
        for message in messages {
            do { try EventStreamEncoder.append(message, to: &wire, limits: Self.limits) } catch { fatalError("what was read cannot be written: \(error)") }
        }
        return wire
    }
}
