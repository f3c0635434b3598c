import HTTPCore

/// What every exchange gets, in a fixed order: id and trace, preflights, rendered errors, security and CORS fields, metrics, a line in the access log.
///
/// Plain calls before and after the endpoint instead of middleware: six asynchronous frames per request cost more than what they do.
struct Envelope: Sendable {
    private let identification = RequestIdentification()
    private let errors: ErrorRendering
    private let security: SecurityHeaders
    private let cors: CORS?
    private let measurement: RequestMeasurement?
    private let log: AccessLog

    init(_ configuration: ApplicationConfiguration, routes: [Route]) {
        errors = ErrorRendering(logger: configuration.logger)
        security = SecurityHeaders(configuration.security)
        cors = configuration.cors.map(CORS.init)
        measurement = configuration.metrics.map { RequestMeasurement($0, clock: configuration.clock, routes: routes) }
        log = AccessLog(logger: configuration.logger, clock: configuration.clock)
    }

    /// Answers by `endpoint`; what it throws is an answer too.
    // Inlined, as each asynchronous call costs a frame.
    @inline(__always)
    func respond(to context: RequestContext, by endpoint: Endpoint) async -> Response {
        identification.identify(context)
        var response: Response
        if let preflight = cors?.preflight(context) {
            response = preflight
        } else {
            do {
                response = try await endpoint(context)
            } catch {
                context.failed(error)
                response = errors.render(error, context)
            }
        }
        finish(&response, context)
        return response
    }

    /// Answers what never became a request: as any other error, with an id and a line in the log.
    func refuse(_ refusal: Refusal, peer: String) -> Response {
        let id = identification.newID()
        var response = HTTPError(refusal).response(requestID: id.text)
        security.append(to: &response.fields, before: response.fields)
        id.withUTF8 { response.fields.append(.xRequestID, utf8: $0) }
        log.write(refusal, id, peer: peer)
        return response
    }

    /// What takes over the connection is measured and logged when it is over, not when it begins.
    private func recorded(_ upgrade: Upgrade, _ status: Status, _ context: RequestContext) -> Upgrade {
        var upgrade = upgrade
        let ended = upgrade.whenEnded
        // In the request's task, as everything before.
        nonisolated(unsafe) let context = context
        upgrade.whenEnded = { error in
            ended(error)
            if let error { errors.report(error, context) }
            let response = Response(status: status)
            measurement?.record(response, context)
            log.write(response, context)
        }
        return upgrade
    }

    private func finish(_ response: inout Response, _ context: RequestContext) {
        // Gathered in one piece of memory, so that fields shared by all responses are copied once.
        var fields = Fields(reservingBytes: response.fields.byteCount + 512, count: response.fields.count + 8)
        security.append(to: &fields, before: response.fields)
        fields.append(contentsOf: response.fields)
        if let lasting = context.lastingFields { fields.append(contentsOf: lasting) }
        cors?.append(to: &fields, context)
        context.requestID.withUTF8 { fields.append(.xRequestID, utf8: $0) }
        response.fields = fields
        if case .upgrade(let upgrade) = response.body {
            response.body = .upgrade(recorded(upgrade, response.status, context))
        } else {
            measurement?.record(response, context)
            log.write(response, context)
        }
        if let completion = context.completion { response.completion = completion.completion(of: context, after: response.completion) }
    }
}
