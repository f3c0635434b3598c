import HTTPCore
import Platform
import Synchronization

/// Makes request ids: 32 hexadecimal digits, 128 random bits of the process plus a counter.
final class RequestIDSource: Sendable {
    private let high = UInt64.random(in: 1...UInt64.max)
    private let low: Atomic<UInt64>

    init() { low = Atomic(UInt64.random(in: .min ... .max)) }

    func next() -> String {
        hexadecimal(high, low.wrappingAdd(1, ordering: .relaxed).newValue)
    }
}

func hexadecimal(_ high: UInt64, _ low: UInt64) -> String {
    String(unsafeUninitializedCapacity: 32) { text in
        for index in 0..<32 {
            let half = index < 16 ? high : low
            let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - index % 16 * 4)) & 15
            text[index] = digit < 10 ? digit + 48 : digit + 87
        }
        return 32
    }
}

/// True for an id we take from a caller: 1 to 128 bytes of `A-Z a-z 0-9 . _ -`, so that it can stand in any header or log line.
func isSaneRequestID(_ bytes: Span<UInt8>) -> Bool {
    guard (1...128).contains(bytes.count) else { return false }
    for index in bytes.indices {
        let byte = bytes[index]
        let isAlphanumeric = byte &- 48 < 10 || (byte | 0x20) &- 97 < 26
        guard isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") else { return false }
    }
    return true
}

/// Reads `traceparent` (W3C Trace Context §3.2.2): `00-<32 digits>-<16 digits>-<2 digits>` in lower case, ids not zero, a later version may be longer.
func traceContext(_ bytes: Span<UInt8>) -> TraceContext? {
    guard bytes.count >= 55, bytes[2] == 45, bytes[35] == 45, bytes[52] == 45,
        let version = lowerHexadecimal(bytes.extracting(0..<2)), version != 0xFF, version == 0 ? bytes.count == 55 : bytes.count == 55 || bytes[55] == 45,
        let high = lowerHexadecimal(bytes.extracting(3..<19)), let low = lowerHexadecimal(bytes.extracting(19..<35)), high | low != 0,
        let span = lowerHexadecimal(bytes.extracting(36..<52)), span != 0,
        let flags = lowerHexadecimal(bytes.extracting(53..<55))
    else { return nil }
    return TraceContext(traceID: (high, low), spanID: span, isSampled: flags & 1 == 1)
}

private func lowerHexadecimal(_ bytes: Span<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for index in bytes.indices {
        let byte = bytes[index]
        guard byte &- 48 < 10 || byte &- 97 < 6 else { return nil }
        value = value << 4 | UInt64(byte < 97 ? byte - 48 : byte - 87)
    }
    return value
}
