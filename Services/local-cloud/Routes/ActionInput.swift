import JSON

/// The members of a request's body, read as the service reads them: a missing one and one outside its bounds are `InvalidParameterException`,
/// one of the wrong type is `SerializationException`. Members nobody asks for are ignored, as many are about things this pool does not have.
struct ActionInput {
    private let body: JSONFragment

    private init(_ body: JSONFragment) { self.body = body }

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

    /// A text of at most so many bytes, or nil when it is absent or null.
    func optionalText(_ name: String, maximumBytes: Int, allowsEmpty: Bool = false) throws(CognitoError) -> String? {
        guard let text = try optionalText(name), !(allowsEmpty && text.isEmpty) else { return nil }
        return try Self.bounded(text, name, maximumBytes)
    }

    /// A whole number within its bounds, or nil when it is absent or null.
    func number(_ name: String, in range: ClosedRange<Int>) throws(CognitoError) -> Int? {
        guard let value = body[name], value != .null else { return nil }
        guard let number = value.intValue else { throw .serialization("\(name) can not be converted to an Integer") }
        guard number >= range.lowerBound else { throw .constraint(name, "Member must have value greater than or equal to \(range.lowerBound)") }
        guard number <= range.upperBound else { throw .constraint(name, "Member must have value less than or equal to \(range.upperBound)") }
        return number
    }

    /// Texts, at most 60 of them, or nil when the list is absent or null.
    func texts(_ name: String) throws(CognitoError) -> [String]? {
        guard let value = body[name], value != .null else { return nil }
        guard let list = value.arrayValue else { throw .serialization("Expected a list") }
        guard list.count <= 60 else { throw .constraint(name, "Member must have length less than or equal to 60") }
        var texts: [String] = []
        for element in list { if let text = try Self.text(element) { texts.append(text) } }
        return texts
    }

    /// The members of an object inside, or nil when it is absent or null.
    func object(_ name: String) throws(CognitoError) -> ActionInput? {
        guard let value = body[name], value != .null else { return nil }
        guard value.members != nil else { throw .serialization("Expected a structure") }
        return ActionInput(value)
    }

    /// A page of what is to be listed, at most 60: what comes after the one that a token names, and the token of the next page.
    func page<Item>(of items: [Item], limit: String, token: String, key: (Item) -> String) throws(CognitoError) -> (items: [Item], next: [String]) {
        let limit = try number(limit, in: 0...60) ?? 60, after = try optionalText(token, maximumBytes: 2_048)
        var rest = items[...]
        if let after {
            guard let place = items.firstIndex(where: { key($0) == after }) else { throw .invalidParameter("Invalid pagination token.") }
            rest = items[(place + 1)...]
        }
        let page = rest.prefix(limit == 0 ? 60 : limit)
        return (Array(page), page.count < rest.count ? page.last.map { [key($0)] } ?? [] : [])
    }

    /// A password as the request may hold it; what it must hold is the policy's business.
    func password(_ name: String = "Password") throws(CognitoError) -> String {
        let password = try text(name, maximumBytes: PasswordPolicy.maximumLength)
        guard password.first?.isWhitespace == false, password.last?.isWhitespace == false else {
            throw .constraint(name, #"Member must satisfy regular expression pattern: ^[\S]+.*[\S]+$"#)
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

    /// One of the `AuthParameters`, or nil when it is absent, null or empty.
    func optionalParameter(_ name: String, maximumBytes: Int) throws(CognitoError) -> String? {
        guard let text = try Self.text(body["AuthParameters"]?[name]), !text.isEmpty else { return nil }
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
