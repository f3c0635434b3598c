import HTTPCore
import Platform

/// Hands a request to a responder and gathers what it answers, as a server would: HEAD gets no content, and what the answer leaves to be done has been
/// done when this returns.
///
/// In a task of its own, which ends early when the caller's does: a request whose deadline passes has its task cancelled, and a test's own must not be.
func inMemory(
    _ request: TestRequest, peer: String, isolation: isolated (any Actor)? = #isolation, _ respond: @escaping Responder
) async throws -> TestResponse {
    let target = try RequestTarget(parsing: request.target, method: request.method)
    let exchange = Task {
        // On the caller's loop, if it is on one, as a handler is on its connection's.
        _ = isolation
        return try await answer(request, to: target, peer: peer, respond)
    }
    return try await withTaskCancellationHandler {
        try await exchange.value
    } onCancel: {
        exchange.cancel()
    }
}

private func answer(_ request: TestRequest, to target: RequestTarget, peer: String, _ respond: Responder) async throws -> TestResponse {
    let response = await respond(Request(method: request.method, target: target, fields: request.fields, body: request.body, peer: peer))
    let hasContent = request.method != .head && !response.status.forbidsContent
    do {
        let content = hasContent ? try await gather(response.body) : []
        await complete(response, failure: nil)
        return TestResponse(status: response.status, fields: response.fields, body: content)
    } catch {
        await complete(response, failure: error)
        throw error
    }
}

/// In a task of its own: the caller's may be cancelled, as a request's is when its client goes away.
func complete(_ response: Response, failure: (any Error)?) async {
    guard let completion = response.completion else { return }
    await Task { await completion(failure) }.value
}

private func gather(_ body: ResponseBody) async throws -> [UInt8] {
    switch body {
    case .empty, .upgrade: return []
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
