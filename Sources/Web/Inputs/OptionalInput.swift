/// An input that a request may leave out: the handler that takes `Form<Sheet>?` or `CurrentUser?` gets nil.
public protocol OptionalInput: RequestInput {
    /// The input; nil when the request leaves it out.
    static func find(in context: RequestContext) async throws -> Self?
    /// Adds what `describe` does, not required.
    static func describeOptional(in operation: inout Operation)
}

/// An input made of the body, which a request may leave out.
public protocol OptionalContent: OptionalInput {
    /// Whether the request leaves it out.
    static func isAbsent(in context: RequestContext) async throws -> Bool
}

extension OptionalContent {
    /// The input, or nil when the request leaves it out.
    public static func find(in context: RequestContext) async throws -> Self? { try await isAbsent(in: context) ? nil : try await resolve(in: context) }

    /// The same input, not required.
    public static func describeOptional(in operation: inout Operation) {
        describe(in: &operation)
        operation.makeBodyOptional()
    }
}

extension Optional: RequestInput where Wrapped: OptionalInput {
    /// As without the question mark.
    public static var isKeptPerRequest: Bool { Wrapped.isKeptPerRequest }
    /// As without the question mark.
    public static var isCredential: Bool { Wrapped.isCredential }

    /// The input, or nil when the request leaves it out.
    public static func resolve(in context: RequestContext) async throws -> Wrapped? { try await context.resolveIfPresent(Wrapped.self) }

    /// The same input, not required.
    public static func describe(in operation: inout Operation) { Wrapped.describeOptional(in: &operation) }
}
