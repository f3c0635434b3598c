/// An input that finds out who is calling: settled before all others, and its failure is the answer.
///
/// Handlers take it as it is, when everybody must show it, or as an optional, which is nil for who shows none; who shows an invalid one gets 401 in
/// both cases.
///
/// ```swift
/// func list(user: CurrentUser?) async throws -> [Word] { user == nil ? try await samples() : … }
/// ```
public protocol Credential: OptionalInput {
    /// How callers show it.
    static var scheme: SecurityScheme { get }
    /// The credential of a request; nil when it shows none, or one of another scheme.
    ///
    /// - Throws: `HTTPError` 401 for one that is malformed, expired or wrong, 403 for one that may not do this.
    static func find(in context: RequestContext) async throws -> Self?
}

extension Credential {
    /// Found out before everything else.
    public static var isCredential: Bool { true }

    /// The credential; 401 with a challenge (RFC 9110 §11.6.1) when there is none.
    public static func resolve(in context: RequestContext) async throws -> Self {
        guard let found = try await find(in: context) else { throw scheme.missing }
        return found
    }

    /// The scheme, and 401.
    public static func describe(in operation: inout Operation) { operation.authenticate(scheme) }

    /// The scheme, from which callers may abstain, and 401.
    public static func describeOptional(in operation: inout Operation) { operation.dependOptionally(on: Self.self) }
}

/// A security scheme as a type, so that inputs can name it.
///
/// ```swift
/// enum PartnerKey: DeclaredScheme {
///     static let scheme = SecurityScheme("partnerKey", .header("X-Api-Key"), description: "From your account's page.")
/// }
///
/// func stock(key: APIKey<PartnerKey>) async throws -> Stock { … }
/// ```
public protocol DeclaredScheme: SendableMetatype {
    /// The scheme.
    static var scheme: SecurityScheme { get }
}
