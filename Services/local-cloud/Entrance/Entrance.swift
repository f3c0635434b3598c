import AWS
import HTTPCore
import Platform
import Web

/// The door of the cloud: tells which service a request is for, verifies its signature, and lets it go wrong on demand.
///
/// Stands before the router, for the paths of S3 are anybody's choice. What is not signed goes on to the routes.
struct Entrance: Middleware {
    private let services: [CloudServiceKind: any CloudService]
    private let verifiers: [CloudServiceKind: SigV4Verifier]
    private let faults: FaultControl
    private let clock: any WallClock
    private let logger: Logger

    init(_ services: [any CloudService], keys: AccessKeys, faults: FaultControl, clock: any WallClock = SystemClock(), logger: Logger) {
        self.services = Dictionary(uniqueKeysWithValues: services.map { ($0.kind, $0) })
        let cache = SigningKeyCache()
        verifiers = Dictionary(
            uniqueKeysWithValues: CloudServiceKind.allCases.map { kind in
                let verifier = SigV4Verifier(services: [kind.rawValue], variant: kind.variant, keys: cache) { keys.credentials(for: $0) }
                return (kind, verifier)
            })
        self.faults = faults
        self.clock = clock
        self.logger = logger
    }

    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        switch Destination(context.request) {
        case .routes: return try await next(context)
        case .userPool:
            return try await answer(.cognito, context) { _ in
                // What only administrators may do is signed.
                let action = CognitoAction(target: context.request.fields["X-Amz-Target"] ?? "")
                if action?.needsSignature == true { throw SigV4Refusal.missing }
                return try await faults.apply(to: context.request, of: .cognito) { try await next(context) }
            }
        case .service(.cognito):
            return try await answer(.cognito, context) { requestID in
                _ = try await verified(.cognito, context, requestID)
                return try await faults.apply(to: context.request, of: .cognito) { try await next(context) }
            }
        case .service(let kind): return try await answer(kind, context) { try await serve(kind, context, $0) }
        }
    }

    private func serve(_ kind: CloudServiceKind, _ context: RequestContext, _ requestID: String) async throws -> Response {
        guard let service = services[kind] else { throw CloudError.missingService(kind) }
        let call = try await verified(kind, context, requestID)
        context.userID = call.verified.accessKey
        return try await faults.apply(to: context.request, of: kind) { try await service.respond(to: call) }
    }

    /// The call of a request whose signature is right. S3's content is still to be read and compared.
    private func verified(_ kind: CloudServiceKind, _ context: RequestContext, _ requestID: String) async throws -> CloudCall {
        let body = kind == .s3 ? [] : try await content(of: context, kind)
        let signing = SigningRequest(context.request, payload: kind == .s3 ? .unsigned : .bytes(body))
        guard let verifier = verifiers[kind] else { throw CloudError.missingService(kind) }
        if kind == .s3, ClaimedService.isOfSecondVersion(context.request) { throw CloudError.oldSignature }
        let verified = try verifier.verify(signing, at: clock.now())
        return CloudCall(request: context.request, requestID: requestID, verified: verified, body: body)
    }

    /// The whole content; the user pool's is kept for its route.
    private func content(of context: RequestContext, _ kind: CloudServiceKind) async throws -> [UInt8] {
        kind == .cognito ? try await context.body() : try await context.request.body.collect(upTo: kind.bodyLimitBytes)
    }

    /// What a service throws is an answer in its own dialect.
    private func answer(_ kind: CloudServiceKind, _ context: RequestContext, _ respond: (String) async throws -> Response) async throws -> Response {
        let requestID = UUIDText.random()
        do {
            return try await respond(requestID)
        } catch let error where Self.isNotOurs(error, kind) {
            throw error
        } catch {
            let known = CloudError(error, kind)
            log(error, known, kind, context)
            return known.response(kind, requestID: requestID)
        }
    }

    /// The user pool's routes have answers of their own, and nobody hears one any more who has gone.
    private static func isNotOurs(_ error: any Error, _ kind: CloudServiceKind) -> Bool {
        if error is CancellationError || error as? RequestBodyError == .disconnected { return true }
        return kind == .cognito && !(error is CloudError) && !(error is SigV4Refusal)
    }

    private func log(_ error: any Error, _ known: CloudError, _ kind: CloudServiceKind, _ context: RequestContext) {
        logger.log(known.status == 500 && !(error is CloudError) ? .error : .info, "cloud.refused") { line in
            line.field("request_id", context.id)
            line.field("service", kind.rawValue)
            line.field("code", known.code)
            line.field("message", known.message)
            if !(error is CloudError), !(error is SigV4Refusal) { line.field("error", error: error) }
        }
    }
}
