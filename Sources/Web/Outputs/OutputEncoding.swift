public import HTTPCore

/// How one kind of output becomes a response.
@usableFromInline
struct OutputEncoding<Output>: Sendable {
    @usableFromInline let status: Status
    @usableFromInline let describe: @Sendable (inout Operation, Status) -> Void
    @usableFromInline let encode: @Sendable (consuming Output, Status, RequestContext) throws -> Response

    @inlinable
    init(
        status: Status, describe: @escaping @Sendable (inout Operation, Status) -> Void,
        encode: @escaping @Sendable (consuming Output, Status, RequestContext) throws -> Response
    ) {
        self.status = status
        self.describe = describe
        self.encode = encode
    }

    /// The response with the fields the handler asked for.
    @inlinable
    func response(_ output: consuming Output, _ status: Status, _ context: RequestContext) throws -> Response {
        var response = try encode(output, status, context)
        if !context.responseFields.isEmpty { response.fields.append(contentsOf: context.responseFields) }
        return response
    }
}

extension OutputEncoding where Output: ResponseOutput {
    /// An output that makes its own response.
    @inlinable
    static var own: OutputEncoding {
        OutputEncoding(
            status: Output.status,
            describe: { operation, status in Output.describe(status: status, in: &operation) },
            encode: { output, status, context in try output.response(status: status, in: context) })
    }
}
