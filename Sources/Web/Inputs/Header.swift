import HTTPCore
public import JSON

/// Header fields, declared as an object whose fields carry the header names in lower case, for instance `idempotency-key`.
///
/// A list takes every line of its name, each as one element: commas do not part them, as in FastAPI.
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
        return Header(try Value.decode(parameters: { fields.all(FieldName($0)) }, allNames: fields.names, location: "header"))
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
        Cookie(try Value.decode(parameters: { context.cookies($0) }, allNames: context.cookieNames, location: "cookie"))
    }

    /// One parameter for each field.
    public static func describe(in operation: inout Operation) { operation.take(fieldsOf: Value.self, in: .cookie) }
}

extension RequestContext {
    /// The values of a cookie in the order sent (RFC 6265 §5.4); double quotes around a value are part of it.
    public func cookies(_ name: String) -> [String] {
        cookiePairs.compactMap { $0.name.elementsEqual(name.utf8) ? String($0.value) : nil }
    }

    fileprivate var cookieNames: [String] { cookiePairs.map { String(Substring($0.name)) } }

    /// By bytes: a browser may send 16 KB of them, and they are looked through for each name.
    private var cookiePairs: [(name: Substring.UTF8View, value: Substring)] {
        request.fields.all(.cookie).flatMap { line in
            line.utf8.split(separator: UInt8(ascii: ";")).compactMap { piece in
                let pair = piece.drop { $0 == UInt8(ascii: " ") }
                guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return nil }
                return (name: pair[..<equals], value: Substring(pair[pair.index(after: equals)...]))
            }
        }
    }
}

extension Fields {
    /// The names in the order sent, in lower case.
    fileprivate var names: [String] { map { $0.name.description.lowercased() } }
}
