public import JSON

/// Some of a learner's items as JSON; at most 4 MiB.
public struct ExportPage: Sendable, Equatable {
    /// How much a page may hold.
    public static let maximumBytes = 4 * 1_024 * 1_024
    /// How long a cursor may be.
    public static let maximumCursorBytes = 1_024

    /// One JSON text each.
    public let items: [[UInt8]]
    /// Where the next page begins, at most 1 KiB; nil behind the last.
    public let next: String?

    /// A page of JSON texts; one without items is the last.
    public init(texts: [[UInt8]], next: String?) {
        items = texts
        self.next = texts.isEmpty ? nil : next
    }

    /// A page of values; one without items is the last.
    public init(_ values: [some JSONValue], next: String? = nil) {
        self.init(texts: values.map { JSON.encode($0) }, next: next)
    }
}
