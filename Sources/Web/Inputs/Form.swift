import Encoding
import HTTPCore
public import JSON

/// A form, declared as an object: one field each, with rules, defaults and examples.
///
/// It is sent as `application/x-www-form-urlencoded`, or as `multipart/form-data`, as `Multipart` reads it. A field given several times counts with
/// its last value, unless it is a list; an empty value is an absent one. At most 1,000 pairs are read, within the route's body limit. A body of any
/// other type is a form without fields, as in FastAPI. `Form<Sheet>?` is nil without a body.
public struct Form<Value: JSONObject>: OptionalContent, Sendable {
    /// The form.
    public let value: Value

    /// Wraps a form, for calls of handlers in tests.
    public init(_ value: Value) { self.value = value }

    /// Parses on each use.
    public static var isKeptPerRequest: Bool { false }

    /// Reads the form within the route's body limit.
    ///
    /// - Throws: `InvalidInput` with every problem, `HTTPError` 400 when its encoding is broken or it has too many pairs, `MultipartError`,
    ///   `RequestBodyError` when it cannot be had.
    public static func resolve(in context: RequestContext) async throws -> Form {
        let type = context.contentType?.value
        if type == "multipart/form-data" { return Form(try await Multipart<Value>.resolve(in: context).value) }
        let bytes = try await context.body()
        guard type == "application/x-www-form-urlencoded" else { return Form(try Value.decode(form: [])) }
        guard bytes.count > longBodyBytes else { return Form(try decode(bytes)) }
        return Form(try await decodeAside(bytes))
    }

    /// Whether there is no body.
    public static func isAbsent(in context: RequestContext) async throws -> Bool {
        if context.contentType?.value == "multipart/form-data" { return try await Multipart<Value>.isAbsent(in: context) }
        return try await context.body().isEmpty
    }

    private static func decode(_ bytes: [UInt8]) throws -> Value {
        try Value.decode(form: try pairs(bytes).map { JSONFragment.Member($0.name, .string($0.value)) })
    }

    private static func pairs(_ bytes: [UInt8]) throws(HTTPError) -> [QueryString.Pair] {
        do throws(QueryString.ParseError) { return try QueryString(parsing: bytes.span).pairs } catch { throw .brokenForm(error) }
    }

    /// On a thread of the shared pool, which has one per core.
    @concurrent
    private static func decodeAside(_ bytes: [UInt8]) async throws -> Value { try decode(bytes) }

    /// A form of this schema.
    public static func describe(in operation: inout Operation) {
        operation.takeBody("application/x-www-form-urlencoded") { registry in Value.schema(in: &registry) }
    }
}

extension RequestContext {
    /// What the caller says the body is; nil where it says nothing or nothing well formed.
    var contentType: ParameterizedValue? { request.fields[.contentType].flatMap { ParameterizedValue(parsing: $0) } }
}

extension HTTPError {
    fileprivate static func brokenForm(_ error: QueryString.ParseError) -> HTTPError {
        switch error {
        case .tooManyPairs(let limit): HTTPError(.badRequest, type: "bad-form", detail: "The form has too many fields; send at most \(limit).")
        case .badEncoding: HTTPError(.badRequest, type: "bad-form", detail: "The form has a broken percent sequence or is not UTF-8; encode it again.")
        }
    }
}
