import HTTPCore
public import JSON

/// An answer a route may give beside its success, for the documentation.
struct DocumentedAnswer: Sendable {
    var status: Status
    var description: String
    /// What it holds; nil for an error in the common shape.
    var schema: Operation.SchemaBuilder?
    /// Header fields it has.
    var fields: [DocumentedField] = []

    /// The content that is declared.
    var content: OperationContent? { schema.map { OperationContent(type: "application/json", schema: $0) } }

    /// The fields declared, and the one that says what to do, by the status it belongs to (RFC 9110 §10.2.3, §11.6.1).
    var allFields: [DocumentedField] {
        switch status {
        case .unauthorized: fields + [DocumentedField("WWW-Authenticate", "How to authenticate, and what was wrong with the credential.")]
        case .tooManyRequests, .serviceUnavailable: fields + [DocumentedField("Retry-After", "Seconds to wait before trying again.")]
        case 301, 302, 303, 307, 308: fields + [DocumentedField("Location", "Where to go on.")]
        default: fields
        }
    }
}

/// A header field of an answer, for the documentation (OpenAPI 3.1 §4.8.21).
public struct DocumentedField: Sendable {
    let name: String
    let description: String
    let schema: Operation.SchemaBuilder

    /// A field that is a text.
    public init(_ name: String, _ description: String) { self.init(name, description, json: String.self) }

    /// A field that is the text of a value of this type.
    public init<Value: JSONValue>(_ name: String, _ description: String, json: Value.Type) {
        self.name = name
        self.description = description
        schema = { registry in Value.schema(in: &registry) }
    }
}
