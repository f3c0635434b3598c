public import HTTPCore

/// 204 without content.
public struct NoContent: ResponseOutput, Sendable {
    /// Nothing to say.
    public init() {}

    /// 204
    public static var status: Status { .noContent }

    /// A response without content.
    public consuming func response(status: Status, in context: RequestContext) throws -> Response { Response(status: status) }

    /// An answer without content.
    public static func describe(status: Status, in operation: inout Operation) { operation.answer(status) }
}
