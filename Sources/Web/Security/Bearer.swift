import HTTPCore
public import Platform

/// A bearer token as it was sent (RFC 6750 §2.1): well formed, but not verified.
///
/// Its scheme is of kind `bearer`, `oauth2` or `openIDConnect`; another one is our own mistake and traps at start-up. Whoever verifies the token asks
/// `context.requireScopes(_:of:)` whether it suffices.
public struct Bearer<Scheme: DeclaredScheme>: Credential, Sendable {
    /// The token.
    public let token: Secret<String>

    /// Wraps a token, for calls of handlers in tests.
    public init(_ token: Secret<String>) { self.token = token }

    /// The declared scheme.
    public static var scheme: SecurityScheme { Scheme.scheme }

    /// The token; nil without one.
    public static func find(in context: RequestContext) async throws -> Bearer? {
        try context.bearerToken(for: scheme).map { Bearer(Secret($0)) }
    }

    /// The scheme, and 401.
    public static func describe(in operation: inout Operation) {
        precondition(scheme.isBearer, "\(scheme.name) is no scheme of bearer tokens")
        operation.authenticate(scheme)
    }
}

extension RequestContext {
    /// The token in `Authorization: Bearer`; nil when the request shows none, or another scheme.
    ///
    /// - Throws: `HTTPError` 401 `invalid-token` when it is no `b64token` (RFC 6750 §2.1).
    public func bearerToken(for scheme: SecurityScheme) throws(HTTPError) -> String? {
        switch request.fields.withValue(.authorization, BearerField.init) ?? .absent {
        case .absent: return nil
        case .malformed: throw scheme.invalid("Send the access token as “Authorization: Bearer …”.")
        case .token(let token): return token
        }
    }
}

/// What `Authorization` says to who looks for a bearer token.
private enum BearerField {
    case absent
    case malformed
    case token(String)

    init(_ value: Span<UInt8>) {
        guard let start = credentialsStart(value, scheme: "bearer") else {
            self = .absent
            return
        }
        var end = value.count
        while end > start, value[end - 1] == UInt8(ascii: "=") { end -= 1 }
        guard end > start, (start..<end).allSatisfy({ Self.isTokenByte(value[$0]) }) else {
            self = .malformed
            return
        }
        self = .token((try? String(copying: UTF8Span(validating: value.extracting(start..<value.count)))) ?? "")
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || (43...47).contains(byte) && byte != UInt8(ascii: ",") || byte == 95 || byte == 126
    }
}

/// Where the credentials of a scheme begin, named in lower case (RFC 9110 §11.4); nil when the value is of another scheme.
func credentialsStart(_ value: Span<UInt8>, scheme: StaticString) -> Int? {
    let length = scheme.utf8CodeUnitCount
    guard value.count >= length else { return nil }
    for index in 0..<length where FieldSyntax.lowercased(value[index]) != scheme.utf8Start[index] { return nil }
    guard value.count > length else { return length }
    guard value[length] == UInt8(ascii: " ") else { return nil }
    var start = length
    while start < value.count, value[start] == UInt8(ascii: " ") { start += 1 }
    return start
}
