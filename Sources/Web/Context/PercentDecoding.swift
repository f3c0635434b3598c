import Encoding

/// Percent-decoded text, or nil when it is broken or not UTF-8; text without `%` is copied once.
func decodedText(_ bytes: Span<UInt8>) -> String? {
    for index in bytes.indices where bytes[index] == UInt8(ascii: "%") { return PercentEncoding.decode(bytes) }
    return bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
}
