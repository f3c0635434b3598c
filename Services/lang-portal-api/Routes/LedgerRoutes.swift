import Contracts
import Encoding
import LanguageModel
import Ledger
import Platform
import ServiceKit
import Web

/// The ledger and the kept answers for services of ours that have no database, whose `PortalUsageLedger` calls it with their key and the user's token.
///
/// | POST `/api/v1/lang-portal/internal…` | body | answer |
/// |---|---|---|
/// | `/ledger/reserve` | `UsageQuestion` | `UsageAnswer` |
/// | `/ledger/settle` | `UsageSettlement` | 204 |
/// | `/ledger/attempts` | `UsageInquiry` | `AttemptAnswer` |
/// | `/ledger/block` | `UsageInquiry` | `BlockAnswer` |
/// | `/answers/find` | `AnswerReference` | `KeptAnswers` |
/// | `/answers/keep` | `AnswerToKeep` | 204 |
///
/// Who is meant says the token alone, and how much is allowed this service's policy: a caller can name neither.
struct LedgerRoutes: Sendable {
    let ledger: PostgresUsageLedger
    let cache: PostgresResponseCache
    let policy: ModelPolicy

    /// The longest answer, every character in `\u` escapes.
    private static let bodyLimitBytes = 512 * 1_024

    func register(on routes: RouteGroup) {
        let options: [RouteOption] = [.userAndService, .hidden, .bodyLimit(bytes: Self.bodyLimitBytes), .deadline(.seconds(5))]
        let area = routes.group("/api/v1/lang-portal/internal", tags: ["internal"], options: options)
        area.use(PrivateAnswers())
        area.post("/ledger/reserve", summary: "Reserve what a call of a model will use at most", reserve)
        area.post("/ledger/settle", summary: "Write down what it has really used", settle)
        area.post("/ledger/attempts", summary: "Note an attempt against the models", noteAttempt)
        area.post("/ledger/block", summary: "Until when the user is blocked", block)
        area.post("/answers/find", summary: "A kept answer", find)
        area.post("/answers/keep", summary: "Keep an answer", keep)
    }

    func reserve(user: CurrentUser, body: Body<UsageQuestion>) async throws -> UsageAnswer {
        let question = body.value
        let request = UsageRequest(
            id: question.id, caller: user.modelCaller, tokens: question.tokens, costMicroUSD: question.costMicroUSD, lease: .seconds(question.leaseSeconds),
            limits: policy.sharedLimits)
        do {
            switch try await ledger.reserve(request) {
            case .granted(let reservation): return UsageAnswer(isGranted: true, alerts: reservation.alerts.map(\.rawValue))
            case .refused(let limit, let wait):
                return UsageAnswer(isGranted: false, limit: limit.rawValue, retryAfterMilliseconds: Int((wait / .milliseconds(1)).rounded(.up)))
            }
        } catch is ReservationIDTaken {
            throw HTTPError.conflict("reservation-id-taken", "There was a reservation of this id; make one of 128 random bits.")
        }
    }

    func settle(user: CurrentUser, body: Body<UsageSettlement>) async throws -> NoContent {
        let used = UsedTokens(input: body.value.tokens, output: 0, costMicroUSD: body.value.costMicroUSD)
        try await ledger.settle(UsageReservation(id: body.value.id), used, by: user.modelCaller)
        return NoContent()
    }

    func noteAttempt(user: CurrentUser, body: Body<UsageInquiry>) async throws -> AttemptAnswer {
        let outcome = try await ledger.noteAttempt(by: user.modelCaller, policy: policy.block)
        return AttemptAnswer(attempts: outcome.attempts, blockedUntil: outcome.blockedUntil.map { Int($0.seconds) }, isNewBlock: outcome.isNewBlock)
    }

    func block(user: CurrentUser, body: Body<UsageInquiry>) async throws -> BlockAnswer {
        BlockAnswer(blockedUntil: try await ledger.block(of: user.modelCaller).map { Int($0.seconds) })
    }

    func find(user: CurrentUser, body: Body<AnswerReference>) async throws -> KeptAnswers {
        let answer = try await cache.answer(for: Hex.decode(body.value.key) ?? [], caller: user.modelCaller)
        return KeptAnswers(items: answer.map { [KeptAnswer(text: $0.text, model: $0.model)] } ?? [])
    }

    func keep(user: CurrentUser, body: Body<AnswerToKeep>) async throws -> NoContent {
        let answer = body.value
        try await cache.keep(
            CachedAnswer(text: answer.text, model: answer.model), for: Hex.decode(answer.key) ?? [], timeToLive: .seconds(answer.seconds),
            caller: user.modelCaller)
        return NoContent()
    }
}

extension CurrentUser {
    fileprivate var modelCaller: ModelCaller { ModelCaller(user: id.text) }
}
