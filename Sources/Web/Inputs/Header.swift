import HTTPCore
public import JSON

/// Header fields, declared as an object whose fields carry the header names in lower case, for instance `idempotency-key`.
public struct Header<Value: JSONObject>: RequestInput, Sendable {
    /// The header fields.
    public let value: Value

    /// Wraps header fields, for calls of handlers in tests.
    public init(_ value: Value) { self.value = value }

    /// Parses on each use.
    public static var isKeptPerRequest: Bool { false }

    /// Reads the header fields.
    ///
    /// - Throws: `InvalidInput` with every problem.
    public static func resolve(in context: RequestContext) async throws -> Header {
        let fields = context.request.fields
        return Header(try Value.decode(parameters: { fields.all(FieldName($0)) }, location: "header"))
    }

    /// One parameter for each field.
    public static func describe(in operation: inout Operation) { operation.take(fieldsOf: Value.self, in: .header) }
}

/// Cookies, declared as an object.
public struct Cookie<Value: JSONObject>: RequestInput, Sendable {
    /// The cookies.
    public let value: Value

    /// Wraps cookies, for calls of handlers in tests.
    public init(_ value: Value) { self.value = value }

    /// Parses on each use.
    public static var isKeptPerRequest: Bool { false }

    /// Reads the cookies.
    ///
    /// - Throws: `InvalidInput` with every problem.
    public static func resolve(in context: RequestContext) async throws -> Cookie {
        Cookie(try Value.decode(parameters: { context.cookies($0) }, location: "cookie"))
    }

    /// One parameter for each field.
    public static func describe(in operation: inout Operation) { operation.take(fieldsOf: Value.self, in: .cookie) }
}

extension RequestContext {
    /// The values of a cookie in the order sent (RFC 6265 §5.4); double quotes around a value are part of it.
    public func cookies(_ name: String) -> [String] {
        request.fields.all(.cookie).flatMap { line in
            line.split(separator: ";").compactMap { pair in
                let pair = pair.drop { $0 == " " }
                guard let equals = pair.firstIndex(of: "="), pair[..<equals] == name else { return nil }
                return String(pair[pair.index(after: equals)...])
            }
        }
    }
}
