import HTTPCore
import Platform
import Synchronization

/// What joins log lines, responses and reports of users: 1 to 128 characters of `A-Z a-z 0-9 . _ -`.
enum RequestID: Sendable {
    /// 128 bits, written as 32 hexadecimal digits where they are needed.
    case number(high: UInt64, low: UInt64)
    /// What the caller chose.
    case given(String)

    /// Lends the characters.
    func withUTF8(_ body: (Span<UInt8>) -> Void) {
        switch self {
        case .given(var text): text.withUTF8 { body($0.span) }
        case .number(let high, let low): body(hexadecimalDigits(high, low).span)
        }
    }

    /// The characters.
    var text: String {
        switch self {
        case .given(let text): text
        case .number(let high, let low): hexadecimal(high, low)
        }
    }
}

func hexadecimal(_ high: UInt64, _ low: UInt64) -> String {
    hexadecimalDigits(high, low).span.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
}

@inline(__always)
private func hexadecimalDigits(_ high: UInt64, _ low: UInt64) -> InlineArray<32, UInt8> {
    var digits = InlineArray<32, UInt8>(repeating: 0)
    for index in 0..<16 {
        digits[index] = hexadecimalDigit(high, index)
        digits[16 + index] = hexadecimalDigit(low, index)
    }
    return digits
}

@inline(__always)
private func hexadecimalDigit(_ half: UInt64, _ index: Int) -> UInt8 {
    let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - index * 4)) & 15
    return digit < 10 ? digit + 48 : digit + 87
}

/// Makes request ids: 128 random bits of the process plus a counter.
final class RequestIDSource: Sendable {
    private let high = UInt64.random(in: 1...UInt64.max)
    private let low: Atomic<UInt64>

    init() { low = Atomic(UInt64.random(in: .min ... .max)) }

    func next() -> RequestID { .number(high: high, low: low.wrappingAdd(1, ordering: .relaxed).newValue) }
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
