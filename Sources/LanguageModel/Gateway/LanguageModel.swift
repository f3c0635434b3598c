import AWS
public import Platform

/// The one road to a model. Nothing else in the house calls Bedrock.
///
/// In this order: the guardrails judge what the user wrote; the ledger reserves, unless a block, a throttle of the user or the application, the permits or
/// a budget is in the way; the cache may have the answer; the model is called, again where that may help, and then its backup; an older answer is given
/// when neither answers; the guardrails judge the answer, and it is read; what cannot be used is asked for once more; and what was really used is written
/// down, whatever happened.
public final class LanguageModel: Sendable {
    /// What calls are made with; tests give their own clock, chance and waiting.
    public struct Surroundings: Sendable {
        /// Where the models are.
        public var endpoint: any ModelEndpoint
        /// Who judges.
        public var guardrails: any TextJudge
        /// Who judges beside ours; nil for ours alone.
        public var secondOpinion: (any SecondOpinion)?
        /// Where usage is written down.
        public var ledger: any UsageLedger
        /// Where answers are kept; nil keeps none.
        public var cache: (any ResponseCache)?
        /// Who is told.
        public var alerts: any ModelAlerts = NoAlerts()
        /// Who measures.
        public var metrics: any Metrics = NoMetrics()
        /// Gets one line for each call.
        public var logger: Logger = .silent
        /// What stands for a person or a text in a log: keyed, as the services' security log does it, so that lines can be joined.
        public var hash: @Sendable (String) -> String
        /// Measures calls.
        public var clock: any MonotonicClock = SystemClock()
        /// Tells until when a user is blocked.
        public var calendar: any WallClock = SystemClock()
        /// Spreads waits, 0..<1.
        public var random: @Sendable () -> Double = { .random(in: 0..<1) }
        /// Waits; throws when the task is cancelled.
        public var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

        /// The machine's clock and chance.
        public init(endpoint: any ModelEndpoint, guardrails: any TextJudge, ledger: any UsageLedger, hash: @escaping @Sendable (String) -> String) {
            self.endpoint = endpoint
            self.guardrails = guardrails
            self.ledger = ledger
            self.hash = hash
        }
    }

    /// What is decided about the use of models.
    public let policy: ModelPolicy
    let surroundings: Surroundings
    let textModels: [PricedModel]
    let imageModels: [PricedModel]
    let meter: ModelMeter
    let settlements: Settlements
    let budget = Lock(RetryBudget())
    let spike: Lock<TokenSpike>
    let turns = Lock(ReservationTurns())

    /// Checks that the policy's models are known and priced, and logs once which of them are at their end.
    public init(_ policy: ModelPolicy, _ surroundings: Surroundings) throws(ModelPolicyError) {
        guard (1...100).contains(policy.sharePercent) else { throw .invalidShare(policy.sharePercent) }
        self.policy = policy
        self.surroundings = surroundings
        textModels = try Self.find(policy.text, .text, surroundings.logger)
        imageModels = try Self.find(policy.images, .image, surroundings.logger)
        meter = ModelMeter(surroundings.metrics)
        settlements = Settlements(surroundings.ledger, pause: surroundings.pause)
        spike = Lock(TokenSpike(factor: policy.alerts.spikeFactor, least: policy.alerts.spikeTokens))
    }

    private static func find(_ models: ModelPolicy.Models, _ kind: BedrockModel.Kind, _ logger: Logger) throws(ModelPolicyError) -> [PricedModel] {
        var found: [PricedModel] = []
        for id in [models.primary, models.backup].compactMap(\.self) {
            let (model, warning) = try PricedModel.find(id, kind)
            if let warning { logger.warning("model.lifecycle") { $0.field("warning", warning) } }
            // Two retired ids may have one successor.
            if !found.contains(model) { found.append(model) }
        }
        return found
    }
}
