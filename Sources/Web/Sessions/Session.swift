import Encoding
public import JSON

/// A visitor's session, as an input of a handler: read it, change it, and the answer brings the cookie.
///
/// ```swift
/// func signIn(session: Session<Visit>, form: Form<Credentials>) async throws -> NoContent {
///     session.value = Visit(user: try await users.check(form.value).id)
///     session.renew()
///     return NoContent()
/// }
/// ```
/// The content travels in the cookie: sealed, so that nobody else reads or changes it, but what was sent once cannot be taken back before its time.
/// Where that matters, keep `id` in a table and ask there. Confined to its request.
public final class Session<Value: JSONObject>: RequestInput {
    /// The content; nil for a visitor without a session, and to end one.
    public var value: Value?

    private let arrived: SealedSession?
    /// True when there was a cookie, of whatever worth.
    private let cameWithCookie: Bool
    private var isRenewed = false

    /// A session for calls of handlers in tests.
    public convenience init(_ value: Value? = nil) { self.init(value, arrived: nil, cameWithCookie: false) }

    init(_ value: Value?, arrived: SealedSession?, cameWithCookie: Bool) {
        self.value = value
        self.arrived = arrived
        self.cameWithCookie = cameWithCookie
    }

    /// What tells this session from all others, 32 hexadecimal digits; nil until it was sent, and after `renew`.
    public var id: String? { isRenewed ? nil : arrived.map { Hex.encode($0.id) } }

    /// Gives the session a new identity and lets its life begin anew: at every sign-in, so that nobody can share one he has planted (session fixation).
    public func renew() { isRenewed = true }

    /// Opens the session of the request.
    public static func resolve(in context: RequestContext) async throws -> Session {
        context.provided(Sessions<Value>.self).open(context)
    }

    /// Needs `routes.sessions(_:)`.
    public static func describe(in operation: inout Operation) { operation.requires(Sessions<Value>.self) }

    /// What the answer is to bring.
    enum Change {
        case nothing
        case clear
        case send(SealedSession)
    }

    /// What has become of it, at a moment in seconds since 1970.
    func change(at now: Int64, slideAfter seconds: Int64, newID: () -> [UInt8]) -> Change {
        guard let value else { return cameWithCookie ? .clear : .nothing }
        let content = JSON.encode(value)
        guard let arrived, !isRenewed else { return .send(SealedSession(id: newID(), beganAt: now, sentAt: now, content: content)) }
        if arrived.content == content, now < arrived.sentAt + seconds { return .nothing }
        return .send(SealedSession(id: arrived.id, beganAt: arrived.beganAt, sentAt: now, content: content))
    }
}
