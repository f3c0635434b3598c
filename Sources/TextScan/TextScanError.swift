/// Why texts cannot be scanned. Whoever guards something refuses then.
public enum TextScanError: Error, Sendable, Equatable {
    /// A pattern that the engine does not take: its place in the list, and what the engine says of it.
    case pattern(index: Int?, message: String)
    /// A database that was written by another version of the engine, for another processor, or damaged.
    case database(code: Int32)
    /// The engine gave up: memory is out, or it found itself in a state it should not be in.
    case engine(code: Int32)
    /// The text is longer than the engine counts, 4 GiB.
    case textTooLong
}
