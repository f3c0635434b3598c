import HTTPCore
import Platform
import Synchronization

/// What to do when the store of a rate limit cannot be asked.
public enum RateLimitFailure: Sendable {
    /// Let the request pass uncounted: better a service without limits than none.
    case allow
    /// Refuse it with 503: for what must never be tried without a limit, such as passwords.
    case refuse
}

/// A rate limit as a group or a route declares it.
struct RateLimitRule: Sendable {
    var limit: RateLimit
    var subject: RateLimitSubject
    var cost: Int
    var failure: RateLimitFailure
    /// Where it was declared, with its name; empty until that is known.
    var id = ""

    /// The limits as guards, those of the route first, so that what it refuses is not counted for the groups around it; `early` before credentials.
    static func guards(_ rules: [RateLimitRule], _ operation: inout Operation) -> (early: [InputGuard], late: [InputGuard]) {
        let names = Set(rules.map(\.limit.name))
        precondition(names.count == rules.count, "two rate limits of one route are called alike: give one a name (\(rules.map(\.id)))")
        if !rules.isEmpty {
            operation.mayBeLimited("Too many requests: " + rules.reversed().map { "\($0.limit.count) per \($0.limit.period.text)" }.joined(separator: ", "))
        }
        let reversed = Array(rules.reversed())
        return (guards(reversed.filter { !$0.subject.needsCredentials }), guards(reversed.filter(\.subject.needsCredentials)))
    }

    private static func guards(_ rules: [RateLimitRule]) -> [InputGuard] {
        rules.map { rule in
            let limiter = RateLimiter(rule)
            return InputGuard(describe: { _ in }, check: limiter.check)
        }
    }
}

extension RateLimitPeriod {
    /// For people: `minute`, `90 seconds`.
    fileprivate var text: String { name.contains("-") ? "\(seconds) seconds" : name }
}

/// Holds one rule against requests.
final class RateLimiter: Sendable {
    private let rule: RateLimitRule
    private let fields: RateLimitFields
    /// When the log last heard that the store is away, in seconds.
    private let complainedAt = Atomic<Int64>(.min)

    init(_ rule: RateLimitRule) {
        self.rule = rule
        fields = RateLimitFields(rule.limit)
    }

    /// Counts the request, tells the client where it stands, and throws 429 when it came too early.
    @Sendable func check(_ context: RequestContext) async throws {
        guard let key = try rule.subject.key(context), let decision = try await decide(key, context) else { return }
        fields.append(decision, to: &context.lastingFields)
        guard decision.isAllowed else {
            throw HTTPError.tooManyRequests(
                "rate-limited", "Too many requests; wait as long as Retry-After says, then go on more slowly.", retryAfter: decision.retryAfter)
        }
    }

    /// Nil when the store is away and the rule lets the request pass.
    private func decide(_ key: String, _ context: RequestContext) async throws -> RateLimitDecision? {
        guard let store = context.application.rateLimits else { preconditionFailure("an application with rate limits has a store") }
        do {
            return try await store.take(rule.cost, of: rule.limit, for: "\(rule.id) \(key)")
        } catch {
            if Task.isCancelled { throw CancellationError() }
            complain(error, context)
            guard rule.failure == .refuse else { return nil }
            throw HTTPError.unavailable(
                "rate-limit-unavailable", "Requests cannot be counted at the moment; try again in a few seconds.", retryAfter: .seconds(5)
            ).because(error)
        }
    }

    /// Once a second at most: the store is away for every request.
    private func complain(_ error: any Error, _ context: RequestContext) {
        let now = context.application.configuration.clock.uptime().components.seconds
        let last = complainedAt.load(ordering: .relaxed)
        guard last != now, complainedAt.compareExchange(expected: last, desired: now, ordering: .relaxed).exchanged else { return }
        context.application.configuration.logger.warning("rate-limit.unavailable") { line in
            line.field("limit", rule.id)
            line.field("request_id", context.id)
            line.field("error", error: error)
        }
    }
}
