public import Crypto
public import HTTPCore
public import JSON
public import Platform

/// Keeps a typed session for each visitor in a sealed cookie.
///
/// Nothing happens unless a handler asks for `Session<Value>`: only then the cookie is opened, the answer varies by it and is not kept by caches, and
/// only when the content changed, or it is time to slide, a cookie is set. Changes are kept with errors a handler throws as answers, not with faults.
///
/// ```swift
/// routes.sessions(try Sessions<Visit>(keys: [newKey, oldKey]))
/// ```
public struct Sessions<Value: JSONObject>: Middleware {
    private let seal: SessionSeal
    private let policy: SessionPolicy
    private let clock: any WallClock

    /// Sessions under keys of exactly 32 random bytes each, 1 to 8: the first seals, all open.
    ///
    /// - Throws: `CryptoError.invalidKey`. A policy that makes no sense is our own mistake and traps.
    public init(keys: [Secret<[UInt8]>], policy: SessionPolicy = SessionPolicy(), clock: any WallClock = SystemClock()) throws(CryptoError) {
        precondition(policy.isSound, "a session's cookie has a token as name, and its slide interval < idle limit <= lifetime")
        seal = try SessionSeal(keys: keys, cookieName: policy.fullName)
        self.policy = policy
        self.clock = clock
    }

    /// Answers by `next`, and brings the cookie where it is needed.
    public func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        do {
            var response = try await next(context)
            guard let session = context.made(Session<Value>.self) else { return response }
            response.fields.addVary("Cookie")
            if let cookie = try cookie(session) {
                response.fields.setCookie(cookie)
                // Nobody else may get it from a cache, whatever the handler thought of its content.
                if !response.fields.list(.cacheControl, contains: "private") { response.fields.set(.cacheControl, "no-store") }
            } else if !response.fields.contains(.cacheControl) {
                response.fields.append(.cacheControl, "no-store")
            }
            return response
        } catch {
            try keep(context, with: error)
            throw error
        }
    }

    /// An error is never kept by caches anyway.
    private func keep(_ context: RequestContext, with error: any Error) throws {
        guard let session = context.made(Session<Value>.self), error is HTTPError || error is InvalidInput, let cookie = try cookie(session) else { return }
        var fields = context.lastingFields ?? Fields()
        fields.setCookie(cookie)
        context.lastingFields = fields
    }

    /// The first cookie of the name that was sealed here and is not over.
    func open(_ context: RequestContext) -> Session<Value> {
        let cookies = context.cookies(policy.fullName), now = clock.now().seconds
        for cookie in cookies {
            guard let arrived = seal.open(cookie), !isOver(arrived, at: now), let value = try? Value.decode(json: arrived.content) else { continue }
            return Session(value, arrived: arrived, cameWithCookie: true)
        }
        return Session(nil, arrived: nil, cameWithCookie: !cookies.isEmpty)
    }

    private func isOver(_ session: SealedSession, at now: Int64) -> Bool {
        now >= session.sentAt + policy.idleLimit.components.seconds || now >= session.beganAt + policy.lifetime.components.seconds
    }

    /// What the client is to keep; nil when it has it already.
    private func cookie(_ session: Session<Value>) throws -> SetCookie? {
        let now = clock.now().seconds
        let change = session.change(at: now, slideAfter: policy.slideInterval.components.seconds) { SecureRandom.bytes(SealedSession.idBytes) }
        switch change {
        case .nothing: return nil
        case .clear: return try cookie("", lifetimeSeconds: 0)
        case .send(let sealed):
            let value = try seal.seal(sealed), bytes = policy.fullName.utf8.count + value.utf8.count
            guard bytes <= SessionError.limitBytes else { throw SessionError.tooLarge(bytes: bytes) }
            let left = sealed.beganAt + policy.lifetime.components.seconds - now
            return try cookie(value, lifetimeSeconds: min(policy.idleLimit.components.seconds, left))
        }
    }

    private func cookie(_ value: String, lifetimeSeconds: Int64) throws(CookieProblem) -> SetCookie {
        try SetCookie(policy.fullName, value, lifetime: .seconds(lifetimeSeconds), isSecure: policy.isSecure)
    }
}

/// Our own mistake with a session, for the log.
public enum SessionError: Error, Equatable, CustomStringConvertible {
    /// The cookie would be larger than browsers keep.
    case tooLarge(bytes: Int)

    /// Name and value together.
    public static let limitBytes = SetCookie.maximumBytes

    /// What to do about it.
    public var description: String {
        switch self {
        case .tooLarge(let bytes): "the session's cookie would have \(bytes) bytes, and browsers keep \(Self.limitBytes): keep less in it, or a key to a table"
        }
    }
}

extension RouteGroup {
    /// Keeps sessions of this kind: handlers of the group's routes get them as `Session<Value>`. On the application's own group, of all routes.
    public func sessions<Value: JSONObject>(_ sessions: Sessions<Value>) {
        provide(sessions)
        use(sessions)
    }
}
