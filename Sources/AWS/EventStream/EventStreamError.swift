/// Why bytes are no event stream, or a message cannot be written as one.
public enum EventStreamError: Error, Sendable, Equatable {
    /// The checksum over the lengths is wrong: nothing after it can be trusted.
    case preludeChecksumMismatch
    /// The checksum over the message is wrong.
    case messageChecksumMismatch
    /// The lengths contradict each other.
    case invalidLengths
    /// The headers are larger than the limit.
    case headersTooLarge(limitBytes: Int)
    /// The payload is larger than the limit.
    case payloadTooLarge(limitBytes: Int)
    /// A header is cut, has an unknown type, no name, or text that is not UTF-8.
    case malformedHeader
    /// Two headers of one name.
    case duplicateHeader(name: String)
    /// The stream ended within a message.
    case truncated
}
