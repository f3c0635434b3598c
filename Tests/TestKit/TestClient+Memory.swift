import HTTPCore
import Platform

/// Hands a request to a responder and gathers what it answers, as a server would: HEAD gets no content.
func inMemory(_ request: TestRequest, peer: String, _ respond: Responder) async throws -> TestResponse {
    let target = try RequestTarget(parsing: request.target, method: request.method)
    let response = await respond(Request(method: request.method, target: target, fields: request.fields, body: request.body, peer: peer))
    let hasContent = request.method != .head && !response.status.forbidsContent
    return TestResponse(status: response.status, fields: response.fields, body: hasContent ? try await gather(response.body) : [])
}

private func gather(_ body: ResponseBody) async throws -> [UInt8] {
    switch body {
    case .empty: return []
    case .bytes(let bytes): return bytes
    case .stream(_, let produce):
        let writer = GatheringWriter()
        try await produce(writer)
        return writer.bytes
    case .file(let file): return try file.bytes()
    }
}

private final class GatheringWriter: ResponseBodyWriter {
    var bytes: [UInt8] = []
    func write(_ bytes: [UInt8]) async throws(ResponseBodyError) { self.bytes += bytes }
}
