public import JSON

/// What a form at the door sends. Nothing is required here: what is missing is told beside its field, not as a list of problems for programs.
public struct DoorForm: JSONObject {
    let email: String?
    let password: String?
    let givenName: String?
    let familyName: String?
    let code: String?
    let newPassword: String?
    /// Which of the form's buttons was used; `DoorPage.resendAction`.
    public let action: String?
    private let csrfTokens: [String]?
    /// Shows that the form is of a page of ours; nil for two of them, of which one is not from us.
    public var csrfToken: String? { csrfTokens?.count == 1 ? csrfTokens?.first : nil }

    /// The fields of all forms together.
    public static let json = Object(
        "DoorForm",
        { Self(email: $0, password: $1, givenName: $2, familyName: $3, code: $4, newPassword: $5, action: $6, csrfTokens: $7) },
        Field("email", \.email), Field("password", \.password, secret: true), Field("given_name", \.givenName), Field("family_name", \.familyName),
        Field("code", \.code, secret: true), Field("new_password", \.newPassword, secret: true), Field("action", \.action),
        Field("csrf_token", \.csrfTokens, secret: true))

    /// What was typed into a field; all but passwords without the spaces around them that copying brings.
    public subscript(field: DoorField) -> String {
        switch field {
        case .email: Self.trimmed(email)
        case .password: password ?? ""
        case .givenName: Self.trimmed(givenName)
        case .familyName: Self.trimmed(familyName)
        case .code: Self.trimmed(code)
        case .newPassword: newPassword ?? ""
        }
    }

    /// Each field's first problem: missing, longer than so many characters (Unicode scalars), or no address.
    public func problems(_ fields: [DoorField], longest: [DoorField: Int], isAddress: (String) -> Bool) -> [DoorProblem] {
        fields.compactMap { field in
            let text = self[field]
            if text.isEmpty { return DoorProblem(field: field, message: .missing) }
            if let most = longest[field], text.unicodeScalars.count > most { return DoorProblem(field: field, message: .tooLong(most)) }
            return field == .email && !isAddress(text) ? DoorProblem(field: field, message: .emailMalformed) : nil
        }
    }

    /// What keeps the password in a field from being a new one.
    public func weakness(_ field: DoorField) -> DoorProblem? {
        let broken = PasswordRule.broken(by: self[field])
        if !broken.isEmpty { return DoorProblem(field: field, message: .passwordTooWeak(broken)) }
        return PasswordRule.hasSpaceAtEdge(self[field]) ? DoorProblem(field: field, message: .spaceAtEdge) : nil
    }

    /// What the page shows again.
    public var values: [DoorField: String] {
        var values: [DoorField: String] = [:]
        for field in DoorField.allCases where !field.isSecret && !self[field].isEmpty { values[field] = self[field] }
        return values
    }

    private static func trimmed(_ text: String?) -> String {
        guard let text, let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(text[...last].drop(while: \.isWhitespace))
    }
}
