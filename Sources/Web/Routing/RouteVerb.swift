public import HTTPCore

/// Declares routes of one method: `routes.get("/{word_id}", summary: "One word", show)`.
///
/// Called with a path below the group's prefixes, what the documentation says, and a handler: a method reference with any number of inputs, or a closure
/// with none to three.
public struct RouteVerb {
    let group: RouteGroup
    let method: HTTPCore.Method

    /// Declares a route whose handler is a method reference.
    @inlinable
    @_disfavoredOverload
    public func callAsFunction<each Input: RequestInput, Output: ResponseOutput>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable (repeat each Input) async throws -> Output
    ) {
        add(path, summary, status, options, .own, inputs: Self.list(repeat (each Input).self), Self.settlingAll(handler))
    }

    /// Declares a route whose handler takes nothing.
    @inlinable
    public func callAsFunction<Output: ResponseOutput>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable () async throws -> Output
    ) {
        add(path, summary, status, options, .own, inputs: [], Self.settling(handler))
    }

    /// Declares a route whose handler takes one input.
    @inlinable
    public func callAsFunction<A: RequestInput, Output: ResponseOutput>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A) async throws -> Output
    ) {
        add(path, summary, status, options, .own, inputs: [A.self], Self.settling(handler))
    }

    /// Declares a route whose handler takes two inputs.
    @inlinable
    public func callAsFunction<A: RequestInput, B: RequestInput, Output: ResponseOutput>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A, B) async throws -> Output
    ) {
        add(path, summary, status, options, .own, inputs: [A.self, B.self], Self.settling(handler))
    }

    /// Declares a route whose handler takes three inputs.
    @inlinable
    public func callAsFunction<A: RequestInput, B: RequestInput, C: RequestInput, Output: ResponseOutput>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A, B, C) async throws -> Output
    ) {
        add(path, summary, status, options, .own, inputs: [A.self, B.self, C.self], Self.settling(handler))
    }
}
