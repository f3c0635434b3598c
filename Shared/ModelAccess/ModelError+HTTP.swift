import Guardrails
public import HTTPCore
public import LanguageModel
public import Platform
public import Web

extension ModelError {
    /// What a client hears: a status, a type to tell errors apart, a sentence that says what to do, and when to come back.
    ///
    /// - Parameter now: from which a block's end is counted.
    public func answer(at now: UnixTime) -> HTTPError {
        switch self {
        case .refused(let finding) where finding.family == .tooLong: error(.badRequest, "prompt-too-long")
        case .refused: error(.badRequest, "prompt-refused")
        case .limited(.tokensPerRequest, _): error(.badRequest, "prompt-too-long")
        case .conversationEnded: error(.conflict, "conversation-ended")
        case .blocked(let until): error(.forbidden, "blocked-for-a-while", after: .seconds(max(1, until.seconds - now.seconds)))
        case .limited(let limit, let wait): limited(limit, wait)
        case .ledgerUnavailable: error(.serviceUnavailable, "ledger-unavailable", after: .seconds(5))
        case .modelUnavailable(let wait, _): error(.serviceUnavailable, "model-unavailable", after: wait)
        case .cancelled: error(.serviceUnavailable, "model-unavailable", after: .seconds(1))
        case .timedOut: error(.gatewayTimeout, "model-timed-out", after: .seconds(5))
        case .answerUnusable: error(.badGateway, "answer-unusable")
        case .answerRefused: error(.badGateway, "answer-refused")
        }
    }

    private func limited(_ limit: UsageLimit, _ wait: Duration) -> HTTPError {
        switch limit {
        case .tokensPerDay, .costPerMonth: error(.serviceUnavailable, "model-budget-spent", after: wait)
        case .userRequestsPerMinute, .userTokensPerHour: error(.tooManyRequests, "model-limit-reached", after: wait)
        default: error(.serviceUnavailable, "model-busy", after: wait)
        }
    }

    private func error(_ status: Status, _ type: String, after wait: Duration? = nil) -> HTTPError {
        var error = HTTPError(status, type: type, detail: description, debugDescription: debugDescription)
        if let wait { error.fields = [.retryAfter: String(max(1, Int((wait / .seconds(1)).rounded(.up))))] }
        return error
    }
}

/// Says the gateway's errors in the words of HTTP, for the routes below it.
public struct ModelErrorRendering: Middleware {
    private let clock: any WallClock

    /// Counts from this clock until when somebody is blocked.
    public init(clock: any WallClock = SystemClock()) { self.clock = clock }

    /// See `Middleware`.
    public func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        do {
            return try await next(context)
        } catch let error as ModelError {
            throw error.answer(at: clock.now())
        }
    }
}
