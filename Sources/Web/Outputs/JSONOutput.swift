public import HTTPCore
public import JSON

extension OutputEncoding where Output: JSONValue {
    /// Any JSON value is an answer of type `application/json`.
    @inlinable
    static var json: OutputEncoding {
        OutputEncoding(
            status: .ok,
            describe: { operation, status in operation.answer(status, json: Output.self) },
            encode: { value, status, _ in Response(json: value, status: status) })
    }
}

extension Response {
    /// A response with a JSON value.
    public init(json value: some JSONValue, status: Status = .ok) {
        self.init(status: status, fields: ContentFields.json, body: .bytes(JSON.encode(value)))
    }
}

/// 201 with what was made, and its address in `Location`.
public struct Created<Value: JSONValue>: ResponseOutput, Sendable {
    /// What was made.
    public var value: Value
    /// Its address; nil leaves the field out.
    public var location: String?

    /// Wraps what was made.
    public init(_ value: Value, location: String? = nil) {
        self.value = value
        self.location = location
    }

    /// 201
    public static var status: Status { .created }

    /// A response with the value.
    public consuming func response(status: Status, in context: RequestContext) throws -> Response {
        var response = Response(json: value, status: status)
        if let location { response.fields.append(.location, location) }
        return response
    }

    /// An answer in JSON.
    public static func describe(status: Status, in operation: inout Operation) { operation.answer(status, json: Value.self) }
}

/// A JSON value with a status and fields of the handler's choice.
public struct Reply<Value: JSONValue>: ResponseOutput, Sendable {
    /// The content.
    public var value: Value
    /// The status; nil takes the route's.
    public var status: Status?
    /// Further header fields.
    public var fields: Fields

    /// Wraps a value.
    public init(_ value: Value, status: Status? = nil, fields: Fields = Fields()) {
        self.value = value
        self.status = status
        self.fields = fields
    }

    /// A response with the value.
    public consuming func response(status: Status, in context: RequestContext) throws -> Response {
        var response = Response(json: value, status: self.status ?? status)
        if !fields.isEmpty { response.fields.append(contentsOf: fields) }
        return response
    }

    /// An answer in JSON.
    public static func describe(status: Status, in operation: inout Operation) { operation.answer(status, json: Value.self) }
}
