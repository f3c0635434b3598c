import HTTPCore
import JSON
import Platform
import Web

/// `POST /`: the user pools API as clients speak it, JSON 1.1 with the action in `X-Amz-Target`.
///
/// Errors have the service's shape, not our own: `{"__type":"…","message":"…"}` with `x-amzn-ErrorType`. Source: Smithy, "AWS JSON 1.1 protocol".
struct CognitoRoutes: Sendable {
    let api: CognitoAPI
    /// Where the pool works: it blocks.
    let workers: BlockingPool
    let logger: Logger

    func register(on routes: inout RouteGroup) {
        routes.use(self)
        routes.post("/", summary: "An action of the user pools API, named in X-Amz-Target", options: [.bodyLimit(bytes: 131_072)], perform)
    }

    func perform(context: RequestContext) async throws -> Response {
        let target = context.request.fields["X-Amz-Target"] ?? ""
        let body = try await context.body()
        let outcome = await outcome(CognitoAction(target: target), body)
        log(target, outcome, context.id)
        return response(to: outcome)
    }

    private func outcome(_ action: CognitoAction?, _ body: [UInt8]) async -> Result<JSONFragment, CognitoError> {
        guard let action else { return .failure(.unknownOperation) }
        do {
            return try await workers.run { [api] in
                Result { () throws(CognitoError) in try api.perform(action, ActionInput(body)) }
            }
        } catch {
            return .failure(.tooManyRequests)
        }
    }

    private func response(to outcome: Result<JSONFragment, CognitoError>) -> Response {
        var fields: Fields = ["Content-Type": "application/x-amz-json-1.1", .cacheControl: "no-store", "x-amzn-RequestId": UUIDText.random()]
        switch outcome {
        case .success(let body): return Response(status: .ok, fields: fields, body: .bytes(JSON.encode(body)))
        case .failure(let error):
            // The colon is the service's own; clients cut the name there.
            fields.append("x-amzn-ErrorType", "\(error.type):")
            fields.append("x-amzn-ErrorMessage", error.message)
            let body: JSONFragment = ["__type": .string(error.type), "message": .string(error.message)]
            return Response(status: error.status, fields: fields, body: .bytes(JSON.encode(body)))
        }
    }

    private func log(_ target: String, _ outcome: Result<JSONFragment, CognitoError>, _ requestID: String) {
        guard case .failure(let error) = outcome else { return }
        logger.log(error.isOurFault ? .error : .info, "cognito.refused") { line in
            line.field("request_id", requestID)
            line.field("action", CognitoAction(target: target)?.rawValue)
            line.field("type", error.type)
            if case .internalFailure(let cause) = error { line.field("cause", cause) }
        }
    }
}

extension CognitoRoutes: Middleware {
    /// A body above the limit is refused before the route hears of it; the answer is the service's all the same.
    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        do {
            return try await next(context)
        } catch RequestBodyError.tooLarge(let limitBytes) where context.request.method == .post {
            return response(to: .failure(.bodyTooLarge(limitBytes: limitBytes)))
        }
    }
}

extension CognitoError {
    fileprivate var status: Status {
        switch self {
        case .internalFailure: .internalServerError
        case .bodyTooLarge: .contentTooLarge
        default: .badRequest
        }
    }
}
