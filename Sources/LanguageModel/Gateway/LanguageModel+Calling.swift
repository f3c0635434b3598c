import AWS
import Platform

extension LanguageModel {
    /// How long a call may take still.
    func timeLeft(of limit: Duration, _ call: CallRecord) -> Duration {
        max(.zero, TaskDeadline.bound(call.startedAt + limit - surroundings.clock.uptime()))
    }

    /// How long models may take: so long that there is time to look an older answer up when none answers.
    func timeToAnswer(_ limit: Duration, _ call: CallRecord) -> Duration {
        let left = timeLeft(of: limit, call)
        return left - min(policy.deadlines.staleMargin, left / 4)
    }

    /// Asks the models in their order until one has answered.
    func converse(_ draft: ModelDraft, _ call: inout CallRecord) async throws(ModelError) -> Spoken {
        let endpoint = surroundings.endpoint, timeLeft = timeToAnswer(policy.deadlines.text, call)
        let (response, model) = try await route(textModels, isRepeatable: true, timeLeft, draft.worst, &call) {
            (model, timeLimit) async throws(EndpointError) in
            try await endpoint.converse(draft.request(to: model), timeLimit: timeLimit)
        }
        call.take(model.used(response.usage))
        return Spoken(response: response, model: model)
    }

    /// Makes attempts along the route.
    ///
    /// - Parameter worst: the most that an attempt can take, which counts where nobody tells what it really took.
    func route<Value: Sendable>(
        _ models: [PricedModel], isRepeatable: Bool, _ timeLeft: Duration, _ worst: (PricedModel) -> UsedTokens, _ call: inout CallRecord,
        _ attempt: (PricedModel, Duration) async throws(EndpointError) -> Value
    ) async throws(ModelError) -> (Value, PricedModel) {
        var route = CallRoute(models: models.count, policy.retries, isRepeatable: isRepeatable, now: surroundings.clock.uptime(), timeLimit: timeLeft)
        while true {
            let model = models[route.place]
            call.model = model.id
            call.attempts += 1
            do throws(EndpointError) {
                let value = try await attempt(model, route.timeLimit(at: surroundings.clock.uptime()))
                budget.withLock { route.succeeded(&$0) }
                return (value, model)
            } catch {
                try await recover(&route, after: error, took: error.mayHaveCost ? worst(model) : .none, &call)
            }
        }
    }

    /// Notes a failed attempt and what it may have taken, and returns when the next one is to be made.
    func recover(_ route: inout CallRoute, after error: EndpointError, took: UsedTokens, _ call: inout CallRecord) async throws(ModelError) {
        call.take(took)
        note(error, call)
        call.failure = "\(error.kind.rawValue): \(error.detail)"
        let now = surroundings.clock.uptime(), random = surroundings.random()
        var next = route
        let step = budget.withLock { next.step(after: error, at: now, &$0, random: random) }
        route = next
        switch step {
        case .next: break
        case .giveUp: throw outcome(of: error)
        case .again(let wait): do { try await surroundings.pause(wait) } catch { throw cancelled }
        }
        guard try await hasRoom(&call) else { throw outcome(of: error) }
    }

    /// What a last failure means for the caller.
    func outcome(of error: EndpointError) -> ModelError {
        switch error.kind {
        case .cancelled: cancelled
        case .timedOut: .timedOut
        case .throttled, .failed, .refused, .unauthorized:
            .modelUnavailable(retryAfter: policy.retries.maximumDelay, detail: "\(error.kind.rawValue): \(error.detail)")
        }
    }

    /// A task whose time is over is cancelled, too.
    var cancelled: ModelError { TaskDeadline.remaining == .zero ? .timedOut : .cancelled }

    func note(_ error: EndpointError, _ call: CallRecord) {
        meter.fault("attempt-\(error.kind.rawValue)", call)
        surroundings.logger.warning("model.attempt") { line in
            line.field("request_id", call.requestID)
            line.field("model", call.model)
            line.field("attempt", call.attempts)
            line.field("failure", error.kind.rawValue)
            line.field("detail", error.detail)
        }
    }
}
