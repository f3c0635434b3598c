/// How much an event matters, least first.
public enum LogLevel: UInt8, Sendable, Comparable, CaseIterable {
    case debug, info, warning, error

    /// The name written into the line.
    public var name: StaticString {
        switch self {
        case .debug: "debug"
        case .info: "info"
        case .warning: "warning"
        case .error: "error"
        }
    }

    /// The level with this name, in any case; nil when there is none.
    public init?(name: String) {
        guard let level = Self.allCases.first(where: { $0.name.description == name.lowercased() }) else { return nil }
        self = level
    }

    /// Less important before more important.
    public static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }
}
