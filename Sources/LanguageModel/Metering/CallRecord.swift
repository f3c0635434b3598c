import AWS
import Guardrails
import Platform

/// What is known of one call while it is under way: what its log line and its metrics are made of. Nothing that anybody wrote is in it.
struct CallRecord: Sendable {
    let purpose: String
    let requestID: String
    let caller: ModelCaller
    let prompt: SystemPrompt?
    let startedAt: Duration
    /// Of the quoted text.
    var promptHash = ""
    var promptCharacters = 0
    var responseCharacters = 0
    /// The model that was asked last; nil while none was.
    var model: String?
    var findings: [Finding] = []
    var isOpinionMissing = false
    /// For its turn, as the application's limits were in the way for a moment.
    var waited = Duration.zero
    var attempts = 0
    var repairs = 0
    var isCached = false
    var isStale = false
    /// What the models took, and what of it is not written down yet.
    private(set) var usage = UsedTokens.none
    private var unsettled = UsedTokens.none
    /// Whether an attempt of a model has taken something of what is reserved.
    private(set) var isUsed = false
    /// Where it will be written down.
    var reserved: (reservation: UsageReservation, need: CallNeed)?
    /// The last failure of a model.
    var failure: String?

    init(purpose: String, requestID: String, caller: ModelCaller, prompt: SystemPrompt?, startedAt: Duration) {
        self.purpose = purpose
        self.requestID = requestID
        self.caller = caller
        self.prompt = prompt
        self.startedAt = startedAt
    }

    /// Pictures have no system prompt.
    var isForPicture: Bool { prompt == nil }

    /// Counts what an attempt of a model took.
    mutating func take(_ used: UsedTokens) {
        pay(used)
        isUsed = isUsed || used != .none
    }

    /// Counts what else the call took, for which there is room in what is reserved whatever becomes of attempts.
    mutating func pay(_ used: UsedTokens) {
        usage += used
        unsettled += used
    }

    /// Gives what is to be written down now, and begins anew.
    mutating func takeUnsettled() -> UsedTokens {
        defer { (unsettled, isUsed) = (.none, false) }
        return unsettled
    }

    static let maximumFindings = 20

    /// Adds what was found, each thing once.
    mutating func add(_ more: [Finding]) {
        for finding in more where findings.count < Self.maximumFindings && !findings.contains(finding) { findings.append(finding) }
    }
}

extension UsedTokens {
    static func + (left: UsedTokens, right: UsedTokens) -> UsedTokens {
        UsedTokens(input: left.input + right.input, output: left.output + right.output, costMicroUSD: left.costMicroUSD + right.costMicroUSD)
    }

    static func += (left: inout UsedTokens, right: UsedTokens) { left = left + right }
}

extension PricedModel {
    /// What a model says that it took. What it read from its cache counts as read: rather too much than too little.
    func used(_ usage: TokenUsage) -> UsedTokens { used(input: usage.input + usage.cacheRead + usage.cacheWritten, output: usage.output) }

    func used(input: Int, output: Int) -> UsedTokens {
        UsedTokens(input: input, output: output, costMicroUSD: cost(input: input, output: output))
    }
}
