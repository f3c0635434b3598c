/// The bounds of what users write.
public struct InputRules: Sendable, Equatable {
    /// The greatest length, in characters as people count them.
    public var maximumCharacters = 2_000
    /// The greatest length in bytes of UTF-8; what is longer is not looked at.
    public var maximumBytes = 8_000
    /// How many earlier messages of the conversation are judged together with a new one.
    public var window = 20
    /// How long they are together at most, in bytes; the last ones count.
    public var windowBytes = 24_000

    /// The specification's bounds.
    public init() {}
}
