/// Why data could not be decompressed.
public enum CompressionError: Error, Equatable, Sendable {
    /// It is no data of the format, or it was damaged; ask for it again.
    case corrupt
    /// It ends before its end; ask for it again.
    case truncated
    /// It would become longer than `limitBytes`; refuse it, or allow more.
    case tooLarge(limitBytes: Int)
}

extension CompressionError: CustomStringConvertible {
    /// A sentence that says what to do.
    public var description: String {
        switch self {
        case .corrupt: "The compressed data is damaged or of another format; send it again."
        case .truncated: "The compressed data ends too early; send all of it."
        case .tooLarge(let limitBytes): "The data is too large once decompressed; send at most \(limitBytes) bytes."
        }
    }
}
