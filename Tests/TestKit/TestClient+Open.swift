public import HTTPCore
import WebSocketCore

extension TestClient {
    /// Begins a GET and leaves its answer open while `body` runs.
    public func open<Result>(_ target: String, headers: Fields = [:], _ body: (any TestStream) async throws -> Result) async throws -> Result {
        guard let opening else { throw NoOpenAnswers() }
        let stream = try await opening(request(.get, target, headers: headers, body: .empty))
        do {
            let result = try await body(stream)
            await stream.close()
            return result
        } catch {
            await stream.close()
            throw error
        }
    }

    /// Reads server-sent events one by one while `body` runs.
    ///
    /// - Parameter lastEventID: what a client sends that connects again.
    /// - Throws: `UnexpectedAnswer` when the answer is no stream of events.
    public func events<Result>(
        _ target: String, lastEventID: String? = nil, headers: Fields = [:], _ body: (TestEvents) async throws -> Result
    ) async throws -> Result {
        var headers = headers
        headers.append(.accept, "text/event-stream")
        if let lastEventID { headers.append("Last-Event-ID", lastEventID) }
        return try await open(target, headers: headers) { stream in
            guard stream.response.status == .ok, stream.response[.contentType] == "text/event-stream" else { throw await UnexpectedAnswer(stream) }
            return try await body(TestEvents(stream))
        }
    }

    /// Opens a WebSocket while `body` runs; closes it with 1000 afterwards, unless it is closed.
    ///
    /// - Parameters:
    ///   - subprotocols: what the client offers.
    ///   - isCompressed: whether it offers permessage-deflate.
    /// - Throws: `UnexpectedAnswer` when the answer is not 101.
    public func webSocket<Result>(
        _ target: String, subprotocols: [String] = [], isCompressed: Bool = false, headers: Fields = [:], _ body: (TestWebSocket) async throws -> Result
    ) async throws -> Result {
        let key = "dGhlIHNhbXBsZSBub25jZQ=="
        var fields: Fields = ["Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Key": key, "Sec-WebSocket-Version": "13"]
        if !subprotocols.isEmpty { fields.append("Sec-WebSocket-Protocol", subprotocols.joined(separator: ", ")) }
        if isCompressed { fields.append("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits") }
        fields.append(contentsOf: headers)
        return try await open(target, headers: fields) { stream in
            guard stream.response.status == 101, stream.response["Sec-WebSocket-Accept"] == WebSocketHandshake.accept(key) else {
                throw await UnexpectedAnswer(stream)
            }
            let socket = TestWebSocket(stream)
            let result = try await body(socket)
            try await socket.finish()
            return result
        }
    }
}

/// An answer of another kind than the test asked for.
public struct UnexpectedAnswer: Error, CustomStringConvertible {
    /// The answer, with its whole body.
    public var response: TestResponse

    init(_ stream: any TestStream) async {
        response = stream.response
        while let bytes = try? await stream.read(), !bytes.isEmpty { response.body += bytes }
    }

    /// Status and content.
    public var description: String { "\(response.status) \(response.text)" }
}
