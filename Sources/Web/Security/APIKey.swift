import Encoding
import HTTPCore
public import Platform

/// A key in a header field, a query parameter or a cookie, as the scheme's kind says; not verified.
///
/// An empty one is none, as in FastAPI; several are 401, for nobody could say which counts. A scheme of another kind is our own mistake and traps at
/// start-up. Verify it by `isOne(of:)`, or look up its hash.
public struct APIKey<Scheme: DeclaredScheme>: Credential, Sendable {
    /// The key.
    public let key: Secret<String>

    /// Wraps a key, for calls of handlers in tests.
    public init(_ key: Secret<String>) { self.key = key }

    /// Whether it is among these, in a time that depends on their number and lengths alone.
    public func isOne(of keys: [Secret<String>]) -> Bool { keys.reduce(false) { found, other in (key == other) || found } }

    /// The declared scheme.
    public static var scheme: SecurityScheme { Scheme.scheme }

    /// The key; nil without one.
    public static func find(in context: RequestContext) async throws -> APIKey? {
        let keys = try values(in: context).filter { !$0.isEmpty }
        guard keys.count <= 1 else { throw scheme.invalid() }
        return keys.first.map { APIKey(Secret($0)) }
    }

    private static func values(in context: RequestContext) throws -> [String] {
        switch scheme.kind {
        case .header(let name): context.request.fields.all(FieldName(name))
        case .query(let name): try context.query().values(name)
        case .cookie(let name): context.cookies(name)
        case .bearer, .basic, .oauth2, .openIDConnect: preconditionFailure("\(scheme.name) is no scheme of keys")
        }
    }

    /// The scheme, and 401.
    public static func describe(in operation: inout Operation) {
        switch scheme.kind {
        case .header, .query, .cookie: operation.authenticate(scheme)
        case .bearer, .basic, .oauth2, .openIDConnect: preconditionFailure("\(scheme.name) is no scheme of keys")
        }
    }
}
