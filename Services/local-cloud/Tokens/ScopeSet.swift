/// What a token may be used for. Source: Amazon Cognito developer guide, "Scopes, M2M, and resource servers"; OpenID Connect Core §5.4.
enum Scope: String, Sendable, CaseIterable {
    case openID = "openid"
    case email
    case phone
    case profile
    /// The learner's own actions of the user pools API.
    case userAdmin = "aws.cognito.signin.user.admin"
}

/// Scopes in the order they were asked for, each once.
struct ScopeSet: Sendable, Equatable {
    let scopes: [Scope]

    /// What tokens of the API have.
    static let api = ScopeSet([.userAdmin])
    /// What is granted where an authorization request names none: all that the client is allowed.
    static let all = ScopeSet(Scope.allCases)

    init(_ scopes: [Scope]) { self.scopes = scopes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

    /// Texts separated by single spaces (RFC 6749 §3.3); nil for one that is not ours, or none at all.
    init?(parsing text: String) {
        let names = text.split(separator: " ", omittingEmptySubsequences: false)
        let scopes = names.compactMap { Scope(rawValue: String($0)) }
        guard scopes.count == names.count else { return nil }
        self.init(scopes)
    }

    /// As a claim holds them.
    var text: String { scopes.map(\.rawValue).joined(separator: " ") }

    func contains(_ scope: Scope) -> Bool { scopes.contains(scope) }

    func isSubset(of other: ScopeSet) -> Bool { scopes.allSatisfy(other.contains) }
}

extension ScopeSet {
    /// Whether an ID token and `userInfo` may tell this attribute. `openid` alone opens all of them; `email`, `phone` and `profile` beside it narrow.
    func opens(_ attribute: String) -> Bool {
        let narrowing: [Scope] = [.email, .phone, .profile].filter(contains)
        guard !narrowing.isEmpty, !contains(.userAdmin) else { return true }
        return narrowing.contains { scope in
            switch scope {
            case .email: attribute == "email" || attribute == "email_verified"
            case .phone: attribute == "phone_number" || attribute == "phone_number_verified"
            default: Self.profileClaims.contains(attribute)
            }
        }
    }

    /// OpenID Connect Core §5.4; custom attributes are part of the profile.
    private static let profileClaims: Set = [
        "name", "family_name", "given_name", "middle_name", "nickname", "preferred_username", "profile", "picture", "website", "gender", "birthdate",
        "zoneinfo", "locale", "updated_at", "custom:preferred_language", "custom:timezone",
    ]
}
