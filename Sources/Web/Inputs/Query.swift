import Encoding
public import HTTPCore
public import JSON

/// The parameters of the query, declared as an object: one field each, with rules, defaults and examples.
///
/// A parameter given several times counts with its last value, unless the field is a list. At most 1,000 pairs are read.
public struct Query<Value: JSONObject>: RequestInput, Sendable {
    /// The parameters.
    public let value: Value

    /// Wraps parameters, for calls of handlers in tests.
    @inlinable
    public init(_ value: Value) { self.value = value }

    /// Parses on each use.
    @inlinable
    public static var isKeptPerRequest: Bool { false }

    /// Reads the parameters.
    ///
    /// - Throws: `InvalidInput` with every problem, `HTTPError` 400 when the query's encoding is broken or it has too many pairs.
    @inlinable
    public static func resolve(in context: RequestContext) async throws -> Query {
        if let value = quickValue(in: context.request.target) { return Query(value) }
        return Query(try slowValue(in: context))
    }

    @usableFromInline
    static func slowValue(in context: RequestContext) throws -> Value {
        let query = try context.query()
        return try Value.decode(parameters: { query.values($0) }, allNames: query.pairs.map(\.name), location: "query")
    }

    @inlinable
    static func quickValue(in target: RequestTarget) -> Value? {
        let bytes = target.bytes
        return Value.read(query: bytes.span.extracting(target.queryRange ?? 0..<0))
    }

    /// One parameter for each field.
    public static func describe(in operation: inout Operation) { operation.take(fieldsOf: Value.self, in: .query) }
}

extension RequestContext {
    /// The decoded pairs of the query, parsed once.
    func query() throws(HTTPError) -> QueryString {
        if let parsedQuery { return parsedQuery }
        guard let range = request.target.queryRange else { return QueryString() }
        let bytes = request.target.bytes
        do throws(QueryString.ParseError) {
            let query = try QueryString(parsing: bytes.span.extracting(range))
            parsedQuery = query
            return query
        } catch {
            throw .brokenQuery(error)
        }
    }
}

extension HTTPError {
    static func brokenQuery(_ error: QueryString.ParseError) -> HTTPError {
        switch error {
        case .tooManyPairs(let limit): HTTPError(.badRequest, type: "bad-query", detail: "The query has too many parameters; send at most \(limit).")
        case .badEncoding: HTTPError(.badRequest, type: "bad-query", detail: "The query has a broken percent sequence or is not UTF-8; encode it again.")
        }
    }
}

extension Operation {
    /// One parameter for each field of an object.
    mutating func take<Value: JSONObject>(fieldsOf type: Value.Type, in place: OperationParameter.Place) {
        var scratch = SchemaRegistry()
        let fields = Value.json.fieldDescriptions(in: &scratch)
        for (index, field) in fields.enumerated() where !field.isHidden {
            take(
                OperationParameter(
                    field.name, in: place, isRequired: field.isRequired, description: field.description, isDeprecated: field.isDeprecated
                ) { registry in
                    // Described again, so that named schemas land in the document's registry.
                    Value.json.fieldDescriptions(in: &registry)[index].schema
                })
        }
    }
}
