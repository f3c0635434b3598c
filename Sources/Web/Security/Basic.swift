import Encoding
import HTTPCore
public import Platform

/// A user name and a password by Basic authentication (RFC 7617), in UTF-8; not verified.
///
/// Its scheme is of kind `basic`; another one is our own mistake and traps at start-up. Verify it by `matches`, or look the user up and compare a hash.
public struct Basic<Scheme: DeclaredScheme>: Credential, Sendable {
    /// The user's name, without colons and control characters.
    public let user: String
    /// The password.
    public let password: Secret<String>

    /// Wraps a credential, for calls of handlers in tests.
    public init(user: String, password: Secret<String>) {
        self.user = user
        self.password = password
    }

    /// Whether both are right, in a time that depends on their lengths alone.
    public func matches(user: String, password: Secret<String>) -> Bool {
        let isUser = Secret(self.user) == Secret(user), isPassword = self.password == password
        return isUser && isPassword
    }

    /// The declared scheme.
    public static var scheme: SecurityScheme { Scheme.scheme }

    /// The credential; nil without one.
    public static func find(in context: RequestContext) async throws -> Basic? {
        switch context.request.fields.withValue(.authorization, BasicField.init) ?? .absent {
        case .absent: return nil
        case .malformed: throw scheme.invalid()
        case .credentials(let user, let password): return Basic(user: user, password: Secret(password))
        }
    }

    /// The scheme, and 401.
    public static func describe(in operation: inout Operation) {
        guard case .basic = scheme.kind else { preconditionFailure("\(scheme.name) is no scheme of Basic authentication") }
        operation.authenticate(scheme)
    }
}

/// What `Authorization` says to who looks for a user and a password.
private enum BasicField {
    case absent
    case malformed
    case credentials(user: String, password: String)

    /// RFC 7617 §2: base64 of `user:password`, in UTF-8, without control characters; the first colon counts.
    init(_ value: Span<UInt8>) {
        guard let start = credentialsStart(value, scheme: "basic") else {
            self = .absent
            return
        }
        guard let bytes = Base64.decode(value.extracting(start..<value.count), padding: .optional), let text = String(validating: bytes, as: UTF8.self),
            let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), !bytes.contains(where: { $0 < 32 || $0 == 127 })
        else {
            self = .malformed
            return
        }
        self = .credentials(user: String(text[..<colon]), password: String(text[text.utf8.index(after: colon)...]))
    }
}
