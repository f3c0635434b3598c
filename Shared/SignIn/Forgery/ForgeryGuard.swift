import Crypto
import Encoding
import HTTPCore
import JSON
import Platform
import Web

/// Refuses writes that another site's page makes in a learner's name (cross-site request forgery).
///
/// Three walls, each enough by itself where it stands: the session's cookie is strict; browsers say where a request comes from (`Sec-Fetch-Site`, W3C
/// Fetch Metadata; `Origin`, WHATWG Fetch), and only this service's own origins may write; and a token that only our pages can read must come along, in
/// `X-CSRF-Token` or in the form. It is sealed for the session, before there is one for the visitor's cookie, and no two are alike (BREACH).
struct ForgeryGuard: Sendable {
    /// The field of a request with the token, and its name in a form.
    static let fieldName = "X-CSRF-Token", formName = "csrf_token"

    private let policy: LearnerSessionPolicy
    private let origins: Set<String>
    private let keys: SealingKeys
    private let clock: any WallClock

    init(policy: LearnerSessionPolicy, origins: [String], keys: SealingKeys, clock: any WallClock) {
        self.policy = policy
        self.origins = Set(origins)
        self.keys = keys
        self.clock = clock
    }

    /// A new token for the learner's session, or for the visitor, who gets a cookie to be known by.
    func token(for session: SignedInSession?, in context: RequestContext, _ fields: inout Fields) throws -> String {
        let holder = try session?.id ?? visitor(context, &fields)
        return try keys.seal(JSON.encode(ForgeryToken(holder: holder, madeAt: Int(clock.now().seconds))), for: purpose)
    }

    /// Whose tokens a write is good with.
    enum Holder {
        /// The learner who is signed in.
        case session(SignedInSession)
        /// Whoever looks at the page, signed in meanwhile or not.
        case anybody(SignedInSession?)
    }

    /// Lets a write pass that one of our own pages made, with a token of its own.
    ///
    /// - Throws: `HTTPError` 403 `csrf-refused`.
    func check(_ token: String?, of holder: Holder, in context: RequestContext) throws(HTTPError) {
        guard isOfOwnPage(context.request) else { throw Self.refused("the request comes from another origin") }
        guard let token, let bytes = keys.open(token, for: purpose), let kept = try? ForgeryToken.decode(json: bytes) else {
            throw Self.refused("no token of ours")
        }
        guard Int(clock.now().seconds) - kept.madeAt < Self.lifetimeSeconds else { throw Self.refused("the token is too old") }
        guard names(of: holder, in: context).contains(where: { Secret($0) == Secret(kept.holder) }) else { throw Self.refused("the token is somebody else's") }
    }

    private func names(of holder: Holder, in context: RequestContext) -> [String] {
        switch holder {
        case .session(let session): [session.id]
        case .anybody(let session): (session.map { [$0.id] } ?? []) + context.cookies(visitorName).prefix(4)
        }
    }

    /// Where the browser says so: programs say nothing, and have no cookies of others.
    private func isOfOwnPage(_ request: Request) -> Bool {
        if let site = request.fields["Sec-Fetch-Site"], site != "same-origin" { return false }
        guard let origin = request.fields[.origin] else { return true }
        return origins.contains(origin)
    }

    /// The random name a visitor is known by before signing in.
    private func visitor(_ context: RequestContext, _ fields: inout Fields) throws -> String {
        if let known = context.cookies(visitorName).first, Hex.decode(known)?.count == 16 { return known }
        let name = Hex.encode(SecureRandom.bytes(16))
        // Lax: a page that is reached from elsewhere must find the visitor its other tabs know.
        fields.setCookie(try SetCookie(visitorName, name, isSecure: policy.isSecure, sameSite: .lax))
        return name
    }

    private var visitorName: String { policy.hostName("visitor") }
    private let purpose = "csrf"
    private static let lifetimeSeconds = 86_400

    private static func refused(_ reason: String) -> HTTPError {
        HTTPError(
            .forbidden, type: "csrf-refused", detail: "This request does not come from a page of ours, or the page is too old; load it again.",
            debugDescription: "csrf-refused: \(reason)")
    }
}

private struct ForgeryToken: JSONObject {
    let holder: String
    let madeAt: Int

    static let json = Object("ForgeryToken", { Self(holder: $0, madeAt: $1) }, Field("h", \.holder), Field("m", \.madeAt))
}
