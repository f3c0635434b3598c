import HTTPCore
import JSON
import Platform

/// Finds the route for a request and runs it within its deadline.
struct RouteDispatch: Sendable {
    let table: RouteTable
    let deadlines: DeadlineWatch

    // Inlined, as each asynchronous call costs a frame.
    @inline(__always)
    func respond(to context: RequestContext) async throws -> Response {
        let request = context.request
        if request.target.form == .asterisk { return Response(status: .noContent, fields: [.allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"]) }
        switch table.find(request.method, request.target.bytes.span.extracting(request.target.pathRange), match: &context.match) {
        case .nothing: throw HTTPError.routeNotFound
        case .otherMethods(let allow):
            guard request.method == .options else { throw HTTPError.methodNotAllowed(allow) }
            return Response(status: .noContent, fields: [.allow: allow])
        case .route(let route):
            context.route = route
            return try await run(route, context)
        }
    }

    @inline(__always)
    private func run(_ route: Route, _ context: RequestContext) async throws -> Response {
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
