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

/// How one kind of output becomes a response.
struct OutputEncoding<Output>: Sendable {
    let status: Status
    let describe: @Sendable (inout Operation, Status) -> Void
    let encode: @Sendable (consuming Output, Status, RequestContext) throws -> Response

    init(output: Output.Type) where Output: ResponseOutput {
        status = Output.status
        describe = { Output.describe(status: $1, in: &$0) }
        encode = { try $0.response(status: $1, in: $2) }
    }

    /// The response with the fields the handler asked for.
    func response(_ output: consuming Output, _ status: Status, _ context: RequestContext) throws -> Response {
        var response = try encode(output, status, context)
        if !context.responseFields.isEmpty { response.fields.append(contentsOf: context.responseFields) }
        return response
    }
}

extension Response: ResponseOutput {
    /// The response as it is: the handler has chosen its status.
    public consuming func response(status: Status, in context: RequestContext) throws -> Response { self }
    /// An answer of unknown content.
    public static func describe(status: Status, in operation: inout Operation) { operation.answer(status) }
}
