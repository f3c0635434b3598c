import HTTPCore

/// How one kind of output becomes a response.
struct OutputEncoding<Output>: Sendable {
    let status: Status
    let describe: @Sendable (inout Operation, Status) -> Void
    let encode: @Sendable (consuming Output, Status, RequestContext) throws -> Response

    /// The response with the fields the handler asked for.
    func response(_ output: consuming Output, _ status: Status, _ context: RequestContext) throws -> Response {
        var response = try encode(output, status, context)
        if !context.responseFields.isEmpty { response.fields.append(contentsOf: context.responseFields) }
        return response
    }
}

extension OutputEncoding where Output: ResponseOutput {
    /// An output that makes its own response.
    static var own: OutputEncoding {
        OutputEncoding(
            status: Output.status,
            describe: { operation, status in Output.describe(status: status, in: &operation) },
            encode: { output, status, context in try output.response(status: status, in: context) })
    }
}
