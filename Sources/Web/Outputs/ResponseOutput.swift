public import HTTPCore

/// What a handler may return: it becomes a response and describes itself for OpenAPI.
public protocol ResponseOutput: SendableMetatype {
    /// The response.
    ///
    /// - Parameter status: what the route declares, else `Self.status`.
    consuming func response(status: Status, in context: RequestContext) throws -> Response
    /// The status of routes that declare none; 200 by default.
    static var status: Status { get }
    /// Adds the success answer to the route's documentation.
    static func describe(status: Status, in operation: inout Operation)
}

extension ResponseOutput {
    /// 200
    public static var status: Status { .ok }
}

extension Response: ResponseOutput {
    /// The response as it is: the handler has chosen its status.
    public consuming func response(status: Status, in context: RequestContext) throws -> Response { self }
    /// An answer of unknown content.
    public static func describe(status: Status, in operation: inout Operation) { operation.answer(status) }
}
