/// An input that a request may leave out: the handler that takes `Form<Sheet>?` gets nil.
public protocol OptionalInput: RequestInput {
    /// Whether the request leaves it out.
    static func isAbsent(in context: RequestContext) async throws -> Bool
}

extension Optional: RequestInput where Wrapped: OptionalInput {
    /// Parses on each use.
    public static var isKeptPerRequest: Bool { false }

    /// The input, or nil when the request leaves it out.
    public static func resolve(in context: RequestContext) async throws -> Wrapped? {
        try await Wrapped.isAbsent(in: context) ? nil : try await Wrapped.resolve(in: context)
    }

    /// The same input, not required.
    public static func describe(in operation: inout Operation) {
        Wrapped.describe(in: &operation)
        operation.makeBodyOptional()
    }
}
