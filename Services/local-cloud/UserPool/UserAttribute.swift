/// One attribute of a user, as the API names it.
struct UserAttribute: Sendable, Equatable {
    var name: String
    var value: String

    /// What the specification's pool demands beside the e-mail address.
    static let required = ["family_name", "given_name"]

    /// Optional ones: OpenID Connect Core §5.1, and the two of the specification, which are custom in Cognito.
    static let optional: Set = [
        "address", "birthdate", "gender", "locale", "middle_name", "name", "nickname", "phone_number", "picture", "preferred_username", "profile", "website",
        "zoneinfo", "custom:preferred_language", "custom:timezone",
    ]

    /// What the pool sets itself.
    static let reserved: Set = ["sub", "email_verified", "phone_number_verified", "updated_at"]

    /// The longest value in bytes; Cognito's own limit.
    static let maximumValueBytes = 2048
}

extension [UserAttribute] {
    /// The value of the attribute with this name.
    subscript(name: String) -> String? { first { $0.name == name }?.value }

    /// Checks what a learner sent at sign-up against the schema; the result holds each name once, without the e-mail address.
    func validated(forEmail email: EmailAddress) throws(CognitoError) -> [UserAttribute] {
        var kept: [UserAttribute] = []
        for attribute in self {
            try attribute.validate()
            if attribute.name == "email" {
                guard EmailAddress(attribute.value) == email else { throw .invalidParameter("The email attribute must be the username.") }
                continue
            }
            guard kept[attribute.name] == nil else { throw .invalidParameter("Attribute \(attribute.name) was given more than once.") }
            kept.append(attribute)
        }
        let missing = UserAttribute.required.filter { (kept[$0] ?? "").isEmpty }
        if !missing.isEmpty { throw .schema(missing.map { "\($0): The attribute \($0) is required\n" }.joined()) }
        return kept
    }
}

extension [UserAttribute] {
    /// Checks what a learner wants changed; the address apart, which is `newEmail`'s business. The last of several values counts.
    func validatedForUpdate() throws(CognitoError) -> [UserAttribute] {
        for attribute in self {
            try attribute.validate()
            if UserAttribute.required.contains(attribute.name), attribute.value.isEmpty {
                throw .schema("\(attribute.name): The attribute \(attribute.name) is required\n")
            }
        }
        return filter { $0.name != "email" }
    }

    /// The address somebody wants to have, if any.
    func newEmail() throws(CognitoError) -> EmailAddress? {
        guard let text = self["email"] else { return nil }
        guard let email = EmailAddress(text) else { throw .invalidParameter("Invalid email address format.") }
        return email
    }
}

extension UserAttribute {
    fileprivate func validate() throws(CognitoError) {
        if Self.reserved.contains(name) { throw .notAuthorized(.unwritableAttribute) }
        guard name == "email" || Self.required.contains(name) || Self.optional.contains(name) else {
            throw .schema("Type for attribute {\(name)} could not be determined")
        }
        if value.utf8.count > Self.maximumValueBytes { throw .schema("\(name): String must be no longer than \(Self.maximumValueBytes) characters\n") }
    }
}

extension CognitoError {
    fileprivate static func schema(_ problem: String) -> CognitoError { .invalidParameter("Attributes did not conform to the schema: \(problem)") }
}
