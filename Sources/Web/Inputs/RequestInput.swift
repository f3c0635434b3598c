/// Something a handler needs: it describes itself for OpenAPI and makes itself from a request.
///
/// Services declare their own, for instance the signed-in user. Every input of a route is settled before the handler runs; the problems of all of them
/// together are one 422.
public protocol RequestInput: SendableMetatype {
    /// Makes the input.
    ///
    /// - Throws: `InvalidInput` for problems of the request, which are gathered; any other error ends the request at once.
    static func resolve(in context: RequestContext) async throws -> Self
    /// Adds what this input takes and may answer to the route's documentation.
    static func describe(in operation: inout Operation)
    /// True when one request makes this input at most once; the default. Inputs that only parse say false.
    static var isKeptPerRequest: Bool { get }
    /// True for an input that finds out who is calling: it is settled before all others, and its failure is the answer. False by default;
    /// see `Credential`.
    static var isCredential: Bool { get }
}

extension RequestInput {
    /// Kept.
    public static var isKeptPerRequest: Bool { true }
    /// An ordinary input.
    public static var isCredential: Bool { false }
    /// Nothing to tell.
    public static func describe(in operation: inout Operation) {}
}

extension RequestContext: RequestInput {
    /// The context itself, for handlers that need the request, its body as a stream, or the client's address.
    public static func resolve(in context: RequestContext) async throws -> RequestContext { context }
    /// Nothing to keep.
    public static var isKeptPerRequest: Bool { false }
}
