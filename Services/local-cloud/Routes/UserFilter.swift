/// Which users `ListUsers` is asked for: `sub = "…"`, `email ^= "…"`, or all.
///
/// Source: Amazon Cognito user pools API reference, `ListUsers`: one attribute, `=` or `^=` (begins with), and a quoted value in which `"` is escaped by a
/// backslash. Attributes beyond `sub`, `username`, `email`, `given_name`, `family_name` and the status cannot be searched.
struct UserFilter: Sendable, Equatable {
    private var attribute: String?
    private var isPrefix = false
    private var value = ""

    init(_ text: String) throws(CognitoError) {
        var rest = text.drop { $0 == " " }
        guard !rest.isEmpty else { return }
        let name = rest.prefix { !" =^".contains($0) }
        rest = rest[name.endIndex...].drop { $0 == " " }
        if rest.hasPrefix("^") {
            isPrefix = true
            rest = rest.dropFirst()
        }
        guard rest.hasPrefix("="), let value = Self.quoted(rest.dropFirst().drop { $0 == " " }) else { throw Self.unparsable }
        let attribute = name.filter { $0 != "\"" }
        guard Self.searchable.contains(attribute) else { throw .invalidParameter("Invalid search attribute: \(attribute.prefix(64))") }
        self.attribute = attribute
        self.value = value
    }

    /// Whether a user is meant.
    func passes(_ user: User) -> Bool {
        guard let attribute else { return true }
        let text: String
        switch attribute {
        case "sub", "username": text = user.sub
        case "email": text = user.email.text
        case "cognito:user_status": text = user.status
        case "status": text = "Enabled"
        default: text = user.attributes[attribute] ?? ""
        }
        return isPrefix ? text.hasPrefix(value) : text == value
    }

    private static let searchable: Set = ["sub", "username", "email", "given_name", "family_name", "cognito:user_status", "status"]
    private static let unparsable = CognitoError.invalidParameter("Error while parsing filter.")

    /// The text between quotation marks, to the end.
    private static func quoted(_ text: Substring) -> String? {
        guard text.hasPrefix("\"") else { return nil }
        var value = "", isEscaped = false
        var rest = text.dropFirst()
        while let character = rest.popFirst() {
            if isEscaped || (character != "\\" && character != "\"") {
                value.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                return rest.allSatisfy { $0 == " " } ? value : nil
            }
        }
        return nil
    }
}
