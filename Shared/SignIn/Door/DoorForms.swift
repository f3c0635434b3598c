import DesignSystem
import JSON

/// What a form at the door sends. Nothing is required here: what is missing is told beside its field, not as a list of problems for programs.
struct DoorForm: JSONObject {
    let email: String?
    let password: String?
    let givenName: String?
    let familyName: String?
    let code: String?
    let newPassword: String?
    let action: String?

    static let json = Object(
        "DoorForm",
        { Self(email: $0, password: $1, givenName: $2, familyName: $3, code: $4, newPassword: $5, action: $6) },
        Field("email", \.email), Field("password", \.password, secret: true), Field("given_name", \.givenName), Field("family_name", \.familyName),
        Field("code", \.code, secret: true), Field("new_password", \.newPassword, secret: true), Field("action", \.action))

    /// What was typed into a field; addresses and codes without the spaces around them that copying brings.
    subscript(field: DoorField) -> String {
        switch field {
        case .email: Self.trimmed(email)
        case .password: password ?? ""
        case .givenName: Self.trimmed(givenName)
        case .familyName: Self.trimmed(familyName)
        case .code: Self.trimmed(code)
        case .newPassword: newPassword ?? ""
        }
    }

    /// What is missing, malformed or too long in these fields.
    func problems(_ fields: [DoorField]) -> [DoorProblem] {
        fields.compactMap { field in
            let text = self[field], most = field.maximumCharacters
            if text.isEmpty { return DoorProblem(field: field, message: .missing) }
            if text.unicodeScalars.count > most { return DoorProblem(field: field, message: .tooLong(most)) }
            if field == .email, !TextFormat.email.holds(text) { return DoorProblem(field: field, message: .emailMalformed) }
            return nil
        }
    }

    /// What the page shows again.
    var values: [DoorField: String] {
        var values: [DoorField: String] = [:]
        for field in [DoorField.email, .givenName, .familyName, .code] { values[field] = self[field] }
        return values
    }

    private static func trimmed(_ text: String?) -> String {
        let blank = { (character: Character) in character.isWhitespace }
        guard let text, let last = text.lastIndex(where: { !blank($0) }) else { return "" }
        return String(text[...last].drop(while: blank))
    }
}

extension DoorField {
    /// What fits into the pool's fields.
    fileprivate var maximumCharacters: Int {
        switch self {
        case .email: 128
        case .password, .newPassword: 256
        case .givenName, .familyName: 64
        case .code: 32
        }
    }
}
