import Encoding
import JSON
import Platform

/// The members of a request's body, read as the service reads them.
struct SecretInput: Sendable {
    private let body: JSONFragment

    init(_ bytes: [UInt8]) throws(CloudError) {
        guard let parsed = try? JSON.parse(bytes.isEmpty ? Array("{}".utf8) : bytes, maximumDepth: 16), parsed.members != nil else {
            throw CloudError("SerializationException", "The request body is not a JSON object.")
        }
        body = parsed
    }

    func text(_ name: String, maximumBytes: Int = 2_048) throws(CloudError) -> String {
        guard let text = try optionalText(name, maximumBytes: maximumBytes) else { throw Self.invalid(name, "Member must not be null") }
        return text
    }

    func optionalText(_ name: String, maximumBytes: Int = 2_048) throws(CloudError) -> String? {
        guard let value = body[name], value != .null else { return nil }
        guard let text = value.stringValue else { throw CloudError("SerializationException", "\(name) is not a text.") }
        guard (1...maximumBytes).contains(text.utf8.count) else { throw Self.invalid(name, "Member must have length between 1 and \(maximumBytes)") }
        return text
    }

    func flag(_ name: String) -> Bool { body[name]?.boolValue ?? false }

    func number(_ name: String, in range: ClosedRange<Int>, default fallback: Int) throws(CloudError) -> Int {
        guard let value = body[name], value != .null else { return fallback }
        guard let number = value.intValue, range.contains(number) else {
            throw Self.invalid(name, "Member must be between \(range.lowerBound) and \(range.upperBound)")
        }
        return number
    }

    func texts(_ name: String) -> [String]? { body[name]?.arrayValue?.compactMap(\.stringValue) }

    /// The name of a new secret: 1 to 512 letters, digits and `/_+=.@-`.
    func newName() throws(CloudError) -> String {
        let name = try text("Name", maximumBytes: 512)
        let isName = name.utf8.allSatisfy { $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 || "/_+=.@-".utf8.contains($0) }
        guard isName else {
            throw CloudError("ValidationException", "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!")
        }
        return name
    }

    /// `ClientRequestToken`, which becomes the id of a version.
    func versionID() throws(CloudError) -> String {
        guard let token = try optionalText("ClientRequestToken", maximumBytes: 64) else { return UUIDText.random() }
        guard token.utf8.count >= 32 else { throw Self.invalid("ClientRequestToken", "Member must have length greater than or equal to 32") }
        return token
    }

    /// What is secret: `SecretString` or `SecretBinary`, at most one of them.
    func content() throws(CloudError) -> StoredSecret.Content? {
        let text = try optionalText("SecretString", maximumBytes: StoredSecret.maximumBytes)
        let binary = try optionalText("SecretBinary", maximumBytes: 2 * StoredSecret.maximumBytes)
        guard text == nil || binary == nil else { throw .parameter("You can't specify both SecretString and SecretBinary.") }
        if let text { return .text(Secret(text)) }
        guard let binary else { return nil }
        guard let bytes = Base64.decode(binary), bytes.count <= StoredSecret.maximumBytes else {
            throw Self.invalid("SecretBinary", "Member must be base64 of at most \(StoredSecret.maximumBytes) bytes")
        }
        return .binary(Secret(bytes))
    }

    private static func invalid(_ name: String, _ rule: String) -> CloudError {
        let member = name.prefix(1).lowercased() + name.dropFirst()
        return CloudError("ValidationException", "1 validation error detected: Value at '\(member)' failed to satisfy constraint: \(rule)")
    }
}
