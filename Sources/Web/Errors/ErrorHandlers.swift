public import HTTPCore

/// What a group does about errors that come out of its middleware and routes.
struct ErrorHandlers: Sendable {
    /// What becomes of an error.
    fileprivate enum Outcome {
        case answer(Response)
        case error(HTTPError)
    }

    private struct Handler: Sendable {
        var type: ObjectIdentifier
        /// Nil when the error is of another type.
        var handle: @Sendable (any Error, RequestContext) async throws -> Outcome?
    }

    private var handlers: [Handler] = []
    /// What the documentation says about all of them.
    private(set) var answers: [DocumentedAnswer] = []

    mutating func add<Failure>(_ type: Failure.Type, _ answers: [Status], _ answer: @escaping @Sendable (Failure, RequestContext) async throws -> Response) {
        insert(type, answers) { failure, context in .answer(try await answer(failure, context)) }
    }

    mutating func add<Failure>(_ type: Failure.Type, _ answers: [Status], _ map: @escaping @Sendable (Failure, RequestContext) async throws -> HTTPError) {
        insert(type, answers) { failure, context in .error(try await map(failure, context)) }
    }

    private mutating func insert<Failure>(
        _ type: Failure.Type, _ answers: [Status], _ handle: @escaping @Sendable (Failure, RequestContext) async throws -> Outcome
    ) {
        let key = ObjectIdentifier(type)
        precondition(!handlers.contains { $0.type == key }, "two handlers of one group are for \(type)")
        handlers.append(
            Handler(type: key) { error, context in
                guard let failure = error as? Failure else { return nil }
                return try await handle(failure, context)
            })
        self.answers += answers.map { DocumentedAnswer(status: $0, description: "") }
    }

    /// The endpoint with these around it; itself when there are none, so that nobody pays for what nobody declared.
    func surround(_ endpoint: @escaping Endpoint) -> Endpoint {
        guard !handlers.isEmpty else { return endpoint }
        return { context in
            do { return try await endpoint(context) } catch { return try await answer(error, context) }
        }
    }

    /// Answers the error or throws what it becomes.
    private func answer(_ error: any Error, _ context: RequestContext) async throws -> Response {
        switch try await outcome(error, context) {
        case nil: throw error
        case .answer(let response): return response
        case .error(let mapped):
            // Whoever gives every HTTPError of the application another form means those made here too.
            guard !(error is HTTPError), case .answer(let response)? = try await outcome(mapped, context, onlyExact: true) else {
                throw mapped.because(error)
            }
            return response
        }
    }

    /// The handler of the very type, else the first that takes it; a handler that fails is our own fault.
    private func outcome(_ error: any Error, _ context: RequestContext, onlyExact: Bool = false) async throws -> Outcome? {
        let type = ObjectIdentifier(Swift.type(of: error))
        do {
            if let exact = handlers.first(where: { $0.type == type }) { return try await exact.handle(error, context) }
            if onlyExact { return nil }
            for handler in handlers { if let outcome = try await handler.handle(error, context) { return outcome } }
            return nil
        } catch let failure {
            if failure is CancellationError { throw failure }
            throw HTTPError.unexpected.because(failure).because(error)
        }
    }
}

extension RouteGroup {
    /// Answers errors of a type that come out of this group's routes and middleware, for instance a store's, with an `HTTPError`.
    ///
    /// The innermost group that handles an error wins; within a group, the handler of the very type before those of protocols, which are tried in
    /// the order of declaration. What is returned is an error still: an outer group, or this one, may handle `HTTPError` to give it another form.
    /// A handler that throws is a 500, logged with both errors.
    ///
    /// - Parameters:
    ///   - type: an error's type, or a protocol such as `(any StoreError).self`; `InvalidInput` is what fails validation.
    ///   - answers: the statuses for the documentation of every route of the group.
    public func handle<Failure>(
        _ type: Failure.Type, answers: [Status] = [], _ map: @escaping @Sendable (Failure, RequestContext) async throws -> HTTPError
    ) {
        scope.errorHandlers.add(type, answers, map)
    }

    /// Answers errors of a type with a response of its own form; see the other `handle`.
    public func handle<Failure>(
        _ type: Failure.Type, answers: [Status] = [], _ answer: @escaping @Sendable (Failure, RequestContext) async throws -> Response
    ) {
        scope.errorHandlers.add(type, answers, answer)
    }
}
