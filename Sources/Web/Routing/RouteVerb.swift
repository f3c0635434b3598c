public import HTTPCore

/// Declares routes of one method: `routes.get("/{word_id}", summary: "One word", show)`.
///
/// Called with a path below the group's prefixes, what the documentation says, and a handler: a method reference with any number of inputs, or a closure
/// with none to three.
public struct RouteVerb {
    let group: RouteGroup
    let method: HTTPCore.Method

    /// Declares a route whose handler is a method reference.
    @_disfavoredOverload
    public func callAsFunction<each Input: RequestInput, Output: ResponseOutput>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable (repeat each Input) async throws -> Output
    ) {
        add(path, summary, status, options, .own, handler)
    }

    /// Declares a route whose handler takes nothing.
    public func callAsFunction<Output: ResponseOutput>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable () async throws -> Output
    ) {
        add(path, summary, status, options, .own, handler)
    }

    /// Declares a route whose handler takes one input.
    public func callAsFunction<A: RequestInput, Output: ResponseOutput>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A) async throws -> Output
    ) {
        add(path, summary, status, options, .own, handler)
    }

    /// Declares a route whose handler takes two inputs.
    public func callAsFunction<A: RequestInput, B: RequestInput, Output: ResponseOutput>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A, B) async throws -> Output
    ) {
        add(path, summary, status, options, .own, handler)
    }

    /// Declares a route whose handler takes three inputs.
    public func callAsFunction<A: RequestInput, B: RequestInput, C: RequestInput, Output: ResponseOutput>(
        _ path: String, summary: String = "", status: Status? = nil, options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A, B, C) async throws -> Output
    ) {
        add(path, summary, status, options, .own, handler)
    }
}
