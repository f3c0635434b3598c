import JSON

/// What the forms of the account page send; what is missing is told on the page.
struct ProfileForm: JSONObject {
    let oldPassword: String?
    let newPassword: String?
    let session: String?
    let confirmation: String?

    static let json = Object(
        "ProfileForm", { Self(oldPassword: $0, newPassword: $1, session: $2, confirmation: $3) },
        Field("old_password", \.oldPassword, secret: true), Field("new_password", \.newPassword, secret: true), Field("session", \.session),
        Field("confirmation", \.confirmation))
}

/// What was just done, as the page's address says it.
struct ProfileQuery: JSONObject {
    let notice: String?

    static let json = Object("ProfileQuery", { Self(notice: $0) }, Field("notice", \.notice))
}
