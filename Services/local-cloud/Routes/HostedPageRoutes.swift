import HTTPCore
import Web

/// The pages of a user pool's domain, by their paths. Source: Amazon Cognito developer guide, "User pool endpoints and managed login reference".
enum HostedPage: String, CaseIterable {
    case authorize = "/oauth2/authorize"
    case token = "/oauth2/token"
    case userInfo = "/oauth2/userInfo"
    case revoke = "/oauth2/revoke"
    case logout = "/logout"

    /// The domain the paths are appended to: the issuer without its pool, `http://localhost:4566`.
    static func base(issuer: String) -> String { String(issuer[..<(issuer.lastIndex(of: "/") ?? issuer.endIndex)]) }
}

/// Says of the pages that discovery names that this stand-in does not have them yet.
struct HostedPageRoutes: Sendable {
    func register(on routes: inout RouteGroup) {
        let hidden: RouteGroup = routes.group(options: [.hidden])
        for page in HostedPage.allCases {
            hidden.get(page.rawValue, refuse)
            hidden.post(page.rawValue, refuse)
        }
    }

    func refuse() async throws -> Response {
        throw HTTPError(
            501, type: "not-implemented",
            detail: "This stand-in has no hosted sign-in yet; get tokens with InitiateAuth and USER_PASSWORD_AUTH, for instance by `make token`.")
    }
}
