import HTTPCore
import JSON
import Platform

/// Finds the route for a request, in the table of an application and all that are mounted in it.
struct RouteDispatch: Sendable {
    let table: RouteTable
    let runner: RouteRunner

    // Inlined, as each asynchronous call costs a frame.
    @inline(__always)
    func respond(to context: RequestContext) async throws -> Response {
        let request = context.request
        if request.target.form == .asterisk { return Response(status: .noContent, fields: [.allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"]) }
        switch table.find(request.method, request.target.bytes.span.extracting(request.target.pathRange), match: &context.match) {
        case .nothing(let mount):
            if let mount { return try await mount.endpoint(context) }
            throw HTTPError.routeNotFound
        case .otherMethods(let allow, let mount):
            context.allow = allow
            if let mount { return try await mount.endpoint(context) }
            return try runner.refuse(context, allow)
        case .route(let route):
            context.route = route
            if let mount = route.mount { return try await mount.endpoint(context) }
            return try await runner.run(route, context)
        }
    }
}

/// Answers a request for which everything is found: by its route within its deadline, or by what it lacks.
struct RouteRunner: Sendable {
    let deadlines: DeadlineWatch

    func respond(to context: RequestContext) async throws -> Response {
        if let route = context.route { return try await run(route, context) }
        guard let allow = context.allow else { throw HTTPError.routeNotFound }
        return try refuse(context, allow)
    }

    func refuse(_ context: RequestContext, _ allow: String) throws -> Response {
        guard context.request.method == .options else { throw HTTPError.methodNotAllowed(allow) }
        return Response(status: .noContent, fields: [.allow: allow])
    }

    @inline(__always)
    func run(_ route: Route, _ context: RequestContext) async throws -> Response {
        if let length = context.request.body.declaredLength, length > route.bodyLimitBytes {
            throw RequestBodyError.tooLarge(limitBytes: route.bodyLimitBytes)
        }
        let watched = deadlines.begin(until: context.deadline)
        do {
            let response = try await route.endpoint(context)
            _ = deadlines.end(watched)
            return response
        } catch {
            throw deadlines.end(watched) || isOvertaken(error, context) ? HTTPError.deadlineExceeded.because(error) : error
        }
    }

    /// True when something ended by itself because of the deadline, before the watch came round to it; an answer in words of its own stands.
    private func isOvertaken(_ error: any Error, _ context: RequestContext) -> Bool {
        !(error is HTTPError || error is InvalidInput) && context.remainingTime == .zero
    }
}

extension HTTPError {
    /// The same error with its cause for the log.
    func because(_ cause: any Error) -> HTTPError {
        var error = self
        error.debugDescription += " (\(String(reflecting: cause)))"
        return error
    }
}
