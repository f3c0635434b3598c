import HTTPCore
import WebSocketCore

extension RouteGroup {
    /// Declares a WebSocket whose handler takes the socket alone; others take up to four inputs before it.
    ///
    /// The inputs are settled before the connection becomes a WebSocket: what is wrong with them is an ordinary answer, 401, 403 or 422. So is a request
    /// that is no handshake (426), or comes from a page of another origin (403). The route's deadline ends with the handshake. A handler runs on the loop.
    public func webSocket(
        _ path: String, socket: WebSocketOptions = WebSocketOptions(), options: [RouteOption] = [],
        _ handler: @escaping @Sendable (WebSocket) async throws -> Void
    ) {
        addWebSocket(path, socket, options, inputs: []) { _ in SettledHandler(run: handler) }
    }

    /// Declares a WebSocket whose handler takes one input and the socket.
    public func webSocket<A: RequestInput>(
        _ path: String, socket: WebSocketOptions = WebSocketOptions(), options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A, WebSocket) async throws -> Void
    ) {
        addWebSocket(path, socket, options, inputs: [A.self], RouteVerb.settling { (a: A) in SettledHandler { try await handler(a, $0) } })
    }

    /// Declares a WebSocket whose handler takes two inputs and the socket.
    public func webSocket<A: RequestInput, B: RequestInput>(
        _ path: String, socket: WebSocketOptions = WebSocketOptions(), options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A, B, WebSocket) async throws -> Void
    ) {
        addWebSocket(
            path, socket, options, inputs: [A.self, B.self],
            RouteVerb.settling { (a: A, b: B) in SettledHandler { try await handler(a, b, $0) } })
    }

    /// Declares a WebSocket whose handler takes three inputs and the socket.
    public func webSocket<A: RequestInput, B: RequestInput, C: RequestInput>(
        _ path: String, socket: WebSocketOptions = WebSocketOptions(), options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A, B, C, WebSocket) async throws -> Void
    ) {
        addWebSocket(
            path, socket, options, inputs: [A.self, B.self, C.self],
            RouteVerb.settling { (a: A, b: B, c: C) in SettledHandler { try await handler(a, b, c, $0) } })
    }

    /// Declares a WebSocket whose handler takes four inputs and the socket.
    public func webSocket<A: RequestInput, B: RequestInput, C: RequestInput, D: RequestInput>(
        _ path: String, socket: WebSocketOptions = WebSocketOptions(), options: [RouteOption] = [],
        _ handler: @escaping @Sendable (A, B, C, D, WebSocket) async throws -> Void
    ) {
        addWebSocket(path, socket, options, inputs: [A.self, B.self, C.self, D.self]) { context in
            var settlement = Settlement()
            let a = await settlement.settle(A.self, in: context)
            let b = await settlement.settle(B.self, in: context)
            let c = await settlement.settle(C.self, in: context)
            let d = await settlement.settle(D.self, in: context)
            try settlement.finish()
            return SettledHandler { try await handler(a!, b!, c!, d!, $0) }
        }
    }

    /// Not listed: OpenAPI has no words for it.
    private func addWebSocket(
        _ path: String, _ socket: WebSocketOptions, _ options: [RouteOption], inputs: [any RequestInput.Type],
        _ settle: @escaping @Sendable (RequestContext) async throws -> SettledHandler
    ) {
        if let fault = socket.fault { preconditionFailure("\(path): \(fault)") }
        let unlisted = RouteOption { $0.isListed = false }
        let draft = RouteDraft(get, path, "", options + [unlisted], inputs) { $0.answer(101) }
        precondition(!draft.isBlocking, "\(path): a WebSocket's handler runs on the loop; let it hand what blocks to a pool itself")
        let handshake = WebSocketHandshake(subprotocols: socket.subprotocols, compression: socket.compression)
        let guards = draft.guards
        draft.declare { context in
            do {
                let agreement = try Self.agree(handshake, socket, context)
                for input in guards { try await input.check(context) }
                // One chain of calls from the request to the handler's end, all on the request's loop.
                nonisolated(unsafe) let handler = try await settle(context)
                return Self.response(agreement, WebSocketSession(agreement, socket) { try await handler.run($0) }, context)
            } catch {
                context.failed(error)
                throw error
            }
        }
    }

    private static func response(_ agreement: WebSocketHandshake.Agreement, _ session: WebSocketSession, _ context: RequestContext) -> Response {
        var response = Response(status: 101, fields: agreement.fields, body: .upgrade(Upgrade(session)))
        if !context.responseFields.isEmpty { response.fields.append(contentsOf: context.responseFields) }
        return response
    }

    private static func agree(
        _ handshake: WebSocketHandshake, _ socket: WebSocketOptions, _ context: RequestContext
    ) throws(HTTPError) -> WebSocketHandshake.Agreement {
        let agreement: WebSocketHandshake.Agreement
        do throws(WebSocketHandshake.Refusal) {
            agreement = try handshake.agree(to: context.request)
        } catch {
            throw HTTPError(error, subprotocols: handshake.subprotocols)
        }
        guard socket.origins.allows(context.request, isSecure: context.isSecure, cors: context.entrance.configuration.cors) else { throw .foreignOrigin }
        return agreement
    }
}

/// A handler that has its inputs and lacks the socket.
private struct SettledHandler {
    let run: (WebSocket) async throws -> Void
}
