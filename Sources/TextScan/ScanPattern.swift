/// A regular expression of Hyperscan's dialect, over bytes: no back references, no look-around.
///
/// Patterns see UTF-8 as bytes: a character beyond ASCII is a group of them, `(?:〒)?`, and belongs in no class and before no quantifier without one.
/// Source: Hyperscan developer's reference, Compiling Patterns.
public struct ScanPattern: Sendable, Hashable {
    /// What is looked for.
    public var expression: String
    /// How.
    public var options: Options

    /// A pattern.
    public init(_ expression: String, options: Options = []) {
        self.expression = expression
        self.options = options
    }

    /// How a pattern is looked for.
    public struct Options: OptionSet, Sendable, Hashable {
        /// The engine's flags.
        public let rawValue: UInt32

        /// The engine's flags.
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        /// Capital letters of ASCII are small ones.
        public static let caseless = Options(rawValue: 1)
        /// A dot is a line's end, too.
        public static let dotMatchesAll = Options(rawValue: 2)
        /// `^` and `$` are at lines' ends, too.
        public static let multiline = Options(rawValue: 4)
        /// Told once for a text, however often it is found.
        public static let once = Options(rawValue: 8)
        /// The start of a match is wanted, too; costs memory and time.
        public static let start = Options(rawValue: 256)
    }
}
