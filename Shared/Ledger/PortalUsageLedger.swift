import Contracts
import Encoding
public import LanguageModel
public import Platform
public import ServiceKit

/// The portal's ledger, for services that have no database: asked over the portal's internal API (`PortalCalls`) with the user's token. Its limits are the
/// portal's, whatever a request says.
///
/// Throws `PortalError` when the portal gives no answer, also for a caller whose token has expired since: what was reserved then counts as it was, and its
/// permit ends with its lease.
public struct PortalUsageLedger: UsageLedger {
    private let portal: PortalCalls

    /// The ledger of a portal.
    public init(_ portal: PortalCalls) { self.portal = portal }

    /// See `UsageLedger`.
    public func reserve(_ request: UsageRequest) async throws -> UsageDecision {
        let question = UsageQuestion(
            id: request.id, tokens: request.tokens, costMicroUSD: request.costMicroUSD,
            leaseSeconds: max(1, Int((request.lease / .seconds(1)).rounded(.up))))
        let answer: UsageAnswer
        do throws(PortalError) {
            answer = try await portal.ask("/ledger/reserve", question, for: UsageAnswer.self, as: request.caller.token)
        } catch {
            throw error == .refused(status: 409, type: "reservation-id-taken") ? ReservationIDTaken() : error
        }
        if answer.isGranted { return .granted(UsageReservation(id: request.id, alerts: answer.alerts.compactMap(UsageLimit.init))) }
        guard let limit = answer.limit.flatMap(UsageLimit.init) else { throw PortalError.notUnderstood(status: 200) }
        return .refused(limit, retryAfter: .milliseconds(answer.retryAfterMilliseconds))
    }

    /// See `UsageLedger`.
    public func settle(_ reservation: UsageReservation, _ usage: UsedTokens, by caller: ModelCaller) async throws {
        let settlement = UsageSettlement(id: reservation.id, tokens: usage.input + usage.output, costMicroUSD: usage.costMicroUSD)
        try await portal.tell("/ledger/settle", settlement, for: caller.token)
    }

    /// See `UsageLedger`. The policy is the portal's.
    public func noteAttempt(by caller: ModelCaller, policy: BlockPolicy) async throws -> AttemptOutcome {
        let answer = try await portal.ask("/ledger/attempts", UsageInquiry(), for: AttemptAnswer.self, as: caller.token, isIdempotent: false)
        return AttemptOutcome(attempts: answer.attempts, blockedUntil: answer.blockedUntil.map { UnixTime(seconds: Int64($0)) }, isNewBlock: answer.isNewBlock)
    }

    /// See `UsageLedger`.
    public func block(of caller: ModelCaller) async throws -> UnixTime? {
        try await portal.ask("/ledger/block", UsageInquiry(), for: BlockAnswer.self, as: caller.token).blockedUntil.map { UnixTime(seconds: Int64($0)) }
    }
}

/// The portal's cache of answers, for services that have no database.
public struct PortalResponseCache: ResponseCache {
    private let portal: PortalCalls

    /// The cache of a portal.
    public init(_ portal: PortalCalls) { self.portal = portal }

    /// See `ResponseCache`.
    public func answer(for key: [UInt8], caller: ModelCaller) async throws -> CachedAnswer? {
        try await portal.ask("/answers/find", AnswerReference(key: Hex.encode(key)), for: KeptAnswers.self, as: caller.token).items.first.map {
            CachedAnswer(text: $0.text, model: $0.model)
        }
    }

    /// See `ResponseCache`.
    public func keep(_ answer: CachedAnswer, for key: [UInt8], timeToLive: Duration, caller: ModelCaller) async throws {
        guard answer.text.utf8.count <= PostgresResponseCache.maximumBytes else { return }
        let seconds = max(1, Int(timeToLive / .seconds(1)))
        try await portal.tell("/answers/keep", AnswerToKeep(key: Hex.encode(key), text: answer.text, model: answer.model, seconds: seconds), for: caller.token)
    }
}
