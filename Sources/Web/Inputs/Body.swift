import HTTPCore
public import JSON

/// A JSON body.
///
/// `Body<Word?>` may be absent or `null`, `Body<Word>?` absent. Several bodies in one are an object with a field for each. The content type must be `application/json` or end in `+json`; any other body is taken for the text it is, which is
/// then the wrong kind of value, as in FastAPI.
public struct Body<Value: JSONValue>: OptionalContent, Sendable {
    /// The body.
    public let value: Value

    /// Wraps a body, for calls of handlers in tests.
    public init(_ value: Value) { self.value = value }

    /// Parses on each use.
    public static var isKeptPerRequest: Bool { false }

    /// Reads the body within the route's limit.
    ///
    /// - Throws: `InvalidInput` with every problem, `RequestBodyError` when it cannot be had.
    public static func resolve(in context: RequestContext) async throws -> Body {
        let bytes = try await context.body()
        if bytes.isEmpty, let absent = Value.valueWhenAbsent { return Body(absent) }
        let isJSON = bytes.isEmpty || context.request.fields.withValue(.contentType, isJSON) == true
        guard bytes.count > longBodyBytes else { return Body(try decode(bytes, isJSON)) }
        let value = try await decodeAside(bytes, isJSON)
        return Body(value)
    }

    /// Whether there is no body.
    public static func isAbsent(in context: RequestContext) async throws -> Bool { try await context.body().isEmpty }

    private static func decode(_ bytes: [UInt8], _ isJSON: Bool) throws(InvalidInput) -> Value {
        if isJSON { return try Value.decode(json: bytes, location: ["body"]) }
        return try Value.decode(JSONFragment.string(String(decoding: bytes, as: UTF8.self)), location: ["body"])
    }

    /// On a thread of the shared pool, which has one per core.
    @concurrent
    private static func decodeAside(_ bytes: [UInt8], _ isJSON: Bool) async throws -> Value {
        try decode(bytes, isJSON)
    }

    /// A JSON body of this schema.
    public static func describe(in operation: inout Operation) {
        operation.takeBody("application/json", isRequired: Value.valueWhenAbsent == nil) { registry in Value.schema(in: &registry) }
    }
}

/// Longer bodies are read away from the event loop: 2 MiB that break every rule cost a hundred milliseconds, this much at most three.
let longBodyBytes = 32_768

/// True for `application/json` and `application/…+json`, in any case and with any parameters (RFC 9110 §8.3.1, RFC 6839 §3.1).
private func isJSON(_ value: Span<UInt8>) -> Bool {
    var end = 0
    while end < value.count, value[end] != UInt8(ascii: ";"), value[end] != UInt8(ascii: " "), value[end] != UInt8(ascii: "\t") { end += 1 }
    let type = value.extracting(0..<end)
    return isText(type, "application/json") || isText(type, prefix: "application/", suffix: "+json")
}

private func isText(_ bytes: Span<UInt8>, _ text: StaticString) -> Bool {
    bytes.count == text.utf8CodeUnitCount && isText(bytes, prefix: text, suffix: "")
}

private func isText(_ bytes: Span<UInt8>, prefix: StaticString, suffix: StaticString) -> Bool {
    let head = prefix.utf8CodeUnitCount, tail = suffix.utf8CodeUnitCount
    guard bytes.count >= head + tail else { return false }
    for index in 0..<head where FieldSyntax.lowercased(bytes[index]) != prefix.utf8Start[index] { return false }
    for index in 0..<tail where FieldSyntax.lowercased(bytes[bytes.count - tail + index]) != suffix.utf8Start[index] { return false }
    return true
}
