import JSON

/// The members of a request's body, read as the service reads them: a missing one and one outside its bounds are `InvalidParameterException`,
/// one of the wrong type is `SerializationException`. Members nobody asks for are ignored, as many are about things this pool does not have.
struct ActionInput {
    private let body: JSONFragment

    /// Reads a body; an empty one counts as `{}`.
    init(_ bytes: [UInt8]) throws(CognitoError) {
        guard !bytes.isEmpty else {
            body = .object([])
            return
        }
        guard let parsed = try? JSON.parse(bytes, maximumDepth: 16), parsed.members != nil else {
            throw .serialization("The request body is not a JSON object.")
        }
        body = parsed
    }

    /// A text of 1 to `maximumBytes` bytes that must be there.
    func text(_ name: String, maximumBytes: Int = 2_048) throws(CognitoError) -> String {
        guard let text = try optionalText(name) else { throw .constraint(name, "Member must not be null") }
        return try Self.bounded(text, name, maximumBytes)
    }

    /// A text, or nil when it is absent or null.
    func optionalText(_ name: String) throws(CognitoError) -> String? {
        try Self.text(body[name])
    }

    /// A password as the request may hold it; what it must hold is the policy's business.
    func password() throws(CognitoError) -> String {
        let password = try text("Password", maximumBytes: PasswordPolicy.maximumLength)
        guard password.first?.isWhitespace == false, password.last?.isWhitespace == false else {
            throw .constraint("Password", #"Member must satisfy regular expression pattern: ^[\S]+.*[\S]+$"#)
        }
        return password
    }

    /// `[{"Name": …, "Value": …}]`, at most 50 of them.
    func attributes(_ name: String) throws(CognitoError) -> [UserAttribute] {
        guard let list = body[name], list != .null else { return [] }
        guard let elements = list.arrayValue else { throw .serialization("Expected a list") }
        guard elements.count <= 50 else { throw .constraint(name, "Member must have length less than or equal to 50") }
        var attributes: [UserAttribute] = []
        for element in elements {
            guard let name = try Self.text(element["Name"]) else { throw .constraint("UserAttributes", "Member must not be null") }
            attributes.append(UserAttribute(name: try Self.bounded(name, "name", 64), value: try Self.text(element["Value"]) ?? ""))
        }
        return attributes
    }

    /// One of the `AuthParameters`, which must be there.
    func parameter(_ name: String, maximumBytes: Int = 8_192) throws(CognitoError) -> String {
        if let parameters = body["AuthParameters"], parameters != .null, parameters.members == nil { throw .serialization("Expected a map") }
        guard let text = try Self.text(body["AuthParameters"]?[name]), !text.isEmpty else { throw .invalidParameter("Missing required parameter \(name)") }
        return try Self.bounded(text, "AuthParameters", maximumBytes)
    }

    private static func text(_ value: JSONFragment?) throws(CognitoError) -> String? {
        switch value {
        case nil, .null: return nil
        case .string(let text): return text
        case .bool: throw .serialization("A boolean can not be converted to a String")
        case .int, .double, .largeInteger: throw .serialization("NUMBER_VALUE can not be converted to a String")
        case .array, .object: throw .serialization("Start of structure or map found where not expected")
        }
    }

    private static func bounded(_ text: String, _ name: String, _ maximumBytes: Int) throws(CognitoError) -> String {
        guard !text.isEmpty else { throw .constraint(name, "Member must have length greater than or equal to 1") }
        guard text.utf8.count <= maximumBytes else { throw .constraint(name, "Member must have length less than or equal to \(maximumBytes)") }
        return text
    }
}

extension CognitoError {
    /// The service's sentence for a value outside its bounds; values are not echoed.
    static func constraint(_ name: String, _ rule: String) -> CognitoError {
        let member = name.prefix(1).lowercased() + name.dropFirst()
        return .invalidParameter("1 validation error detected: Value at '\(member)' failed to satisfy constraint: \(rule)")
    }
}
