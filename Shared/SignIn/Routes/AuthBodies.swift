import DesignSystem
import Encoding
import JSON

/// An address and a password.
struct Credentials: JSONObject {
    let email: String
    let password: String

    static let json = Object(
        "Credentials", { Self(email: $0, password: $1) },
        Field("email", \.email, AuthRules.email, example: "hana@example.com"), Field("password", \.password, AuthRules.password, secret: true))
}

/// What somebody tells who registers.
struct Registration: JSONObject {
    let email: String
    let password: String
    let givenName: String
    let familyName: String
    let preferredLanguage: String?
    let timezone: String?

    static let json = Object(
        "Registration", { Self(email: $0, password: $1, givenName: $2, familyName: $3, preferredLanguage: $4, timezone: $5) },
        Field("email", \.email, AuthRules.email, example: "hana@example.com"), Field("password", \.password, AuthRules.password, secret: true),
        Field("given_name", \.givenName, AuthRules.name, example: "Hana"), Field("family_name", \.familyName, AuthRules.name, example: "Mori"),
        Field("preferred_language", \.preferredLanguage, example: "ja"), Field("timezone", \.timezone, example: "Asia/Tokyo"))
}

/// An address.
struct Address: JSONObject {
    let email: String

    static let json = Object("Address", { Self(email: $0) }, Field("email", \.email, AuthRules.email, example: "hana@example.com"))
}

/// An address and the code that was sent to it.
struct Confirmation: JSONObject {
    let email: String
    let code: String

    static let json = Object(
        "Confirmation", { Self(email: $0, code: $1) },
        Field("email", \.email, AuthRules.email), Field("code", \.code, AuthRules.code, example: "123456", secret: true))
}

/// A new password with the code that was sent.
struct PasswordReset: JSONObject {
    let email: String
    let code: String
    let newPassword: String

    static let json = Object(
        "PasswordReset", { Self(email: $0, code: $1, newPassword: $2) },
        Field("email", \.email, AuthRules.email), Field("code", \.code, AuthRules.code, secret: true),
        Field("new_password", \.newPassword, AuthRules.password, secret: true))
}

/// A new password with the old one.
struct PasswordChange: JSONObject {
    let oldPassword: String
    let newPassword: String

    static let json = Object(
        "PasswordChange", { Self(oldPassword: $0, newPassword: $1) },
        Field("old_password", \.oldPassword, AuthRules.password, secret: true), Field("new_password", \.newPassword, AuthRules.password, secret: true))
}

/// What the hosted pages send a browser back with.
struct AuthorizationReturn: JSONObject {
    let code: String
    let state: String

    static let json = Object(
        "AuthorizationReturn", { Self(code: $0, state: $1) },
        Field("code", \.code, .length(1...2_048), secret: true), Field("state", \.state, .length(1...256), secret: true))
}

/// Where to go on after signing in.
struct AuthorizeQuery: JSONObject {
    let next: String?

    static let json = Object("AuthorizeQuery", { Self(next: $0) }, Field("next", \.next, description: "A path on this host; others are left out."))
}

/// What fits into the pool's fields.
enum AuthRules {
    static let email = Rule<String>.format(.email)
    static let password = Rule<String>.length(1...256)
    static let name = Rule<String>.length(1...64)
    static let code = Rule<String>.length(1...32)
}
