public import HTTPCore
public import JSON

// The same declarations for handlers that return a JSON value: an object, an array, an optional, a text or a number.
extension RouteVerb {
    /// Declares a route that answers JSON and whose handler is a method reference.
    @inlinable
    @_disfavoredOverload
    public func callAsFunction<each Input: RequestInput, Output: JSONValue>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable (repeat each Input) async throws -> Output
    ) {
        add(path, summary, status, options, .json, inputs: Self.list(repeat (each Input).self), Self.settlingAll(handler))
    }

    /// Declares a route that answers JSON and whose handler takes nothing.
    @inlinable
    public func callAsFunction<Output: JSONValue>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable () async throws -> Output
    ) {
        add(path, summary, status, options, .json, inputs: [], Self.settling(handler))
    }

    /// Declares a route that answers JSON and whose handler takes one input.
    @inlinable
    public func callAsFunction<A: RequestInput, Output: JSONValue>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A) async throws -> Output
    ) {
        add(path, summary, status, options, .json, inputs: [A.self], Self.settling(handler))
    }

    /// Declares a route that answers JSON and whose handler takes two inputs.
    @inlinable
    public func callAsFunction<A: RequestInput, B: RequestInput, Output: JSONValue>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A, B) async throws -> Output
    ) {
        add(path, summary, status, options, .json, inputs: [A.self, B.self], Self.settling(handler))
    }

    /// Declares a route that answers JSON and whose handler takes three inputs.
    @inlinable
    public func callAsFunction<A: RequestInput, B: RequestInput, C: RequestInput, Output: JSONValue>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A, B, C) async throws -> Output
    ) {
        add(path, summary, status, options, .json, inputs: [A.self, B.self, C.self], Self.settling(handler))
    }
}
