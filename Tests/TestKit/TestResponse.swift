public import HTTPCore
public import JSON

/// An answer as tests look at it.
public struct TestResponse: Sendable {
    /// The status.
    public var status: Status
    /// The header fields.
    public var fields: Fields
    /// The content.
    public var body: [UInt8]

    /// An answer.
    public init(status: Status, fields: Fields, body: [UInt8]) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// The content as text; ill-formed UTF-8 is replaced.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The content as JSON, to look into: `response.json["detail"]?[0]?["loc"]`.
    public var json: JSONFragment { get throws { try JSON.parse(body) } }

    /// The first value of a field.
    public subscript(name: FieldName) -> String? { fields[name] }
}
