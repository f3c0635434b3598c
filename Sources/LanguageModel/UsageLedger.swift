import Crypto
import Encoding
public import Platform

/// Where it is written down who has used how much of the models: throttles, budgets, permits, blocks. All tasks of a service write in the same one.
///
/// Whoever asks a model reserves first and settles afterwards. A reservation that is never settled counts as it was reserved, and its permit ends with its lease.
public protocol UsageLedger: Sendable {
    /// Reserves, if no limit is in the way: all of it, or nothing. Exact, however many ask at once. Asked twice with one id, before it is settled and within its
    /// lease, it reserves once and says the same.
    ///
    /// - Throws: `ReservationIDTaken` for an id that is another user's or was used up; whatever else keeps the ledger from answering. Who has heard no answer
    ///   settles the id all the same, as nobody knows whether it was reserved.
    func reserve(_ request: UsageRequest) async throws -> UsageDecision
    /// Writes down what was really used in place of what was reserved, and gives the permit back. Doing it twice is as good as once. An id that is not reserved
    /// is used up with it: a request that arrives later than its settlement reserves nothing.
    func settle(_ reservation: UsageReservation, _ usage: UsedTokens, by caller: ModelCaller) async throws
    /// Notes an attempt against the model, by one user; tells what follows for that user.
    func noteAttempt(by caller: ModelCaller, policy: BlockPolicy) async throws -> AttemptOutcome
    /// Until when a user is blocked; nil when not. For pages that say so before anybody types.
    func block(of caller: ModelCaller) async throws -> UnixTime?
}

/// Answers that may be given again to the same question.
public protocol ResponseCache: Sendable {
    /// The answer of a key, SHA-256 of all that it depends on.
    func answer(for key: [UInt8], caller: ModelCaller) async throws -> CachedAnswer?
    /// Keeps an answer for a while.
    func keep(_ answer: CachedAnswer, for key: [UInt8], timeToLive: Duration, caller: ModelCaller) async throws
}

/// Who asks a model.
public struct ModelCaller: Sendable {
    /// The user's id, Cognito's `sub`.
    public let user: String
    /// The user's access token, for ledgers behind another service's API; nil where none is at hand.
    public let token: Secret<String>?

    /// A caller.
    public init(user: String, token: Secret<String>? = nil) {
        self.user = user
        self.token = token
    }
}

/// What a call will use at most.
public struct UsageRequest: Sendable {
    /// Names the reservation, 32 hexadecimal digits in lower case. Chosen by who asks, so that it can be settled when no answer was heard; another call needs
    /// another.
    public let id: String
    /// Who.
    public let caller: ModelCaller
    /// Tokens read and written, as estimated before the call; at least 1.
    public let tokens: Int
    /// Millionths of a US dollar, likewise.
    public let costMicroUSD: Int
    /// After how long its permit is free again, if nobody settles it.
    public let lease: Duration
    /// Within what.
    public let limits: UsageLimits

    /// A request.
    public init(
        id: String = UsageRequest.randomID(), caller: ModelCaller, tokens: Int, costMicroUSD: Int, lease: Duration, limits: UsageLimits
    ) {
        self.id = id
        self.caller = caller
        self.tokens = tokens
        self.costMicroUSD = costMicroUSD
        self.lease = lease
        self.limits = limits
    }

    /// 128 random bits, which nobody guesses and no two requests share.
    public static func randomID() -> String { Hex.encode(SecureRandom.bytes(16)) }
}

/// How much may be used. The specification's numbers are the defaults; those of the application are a database's share of them.
public struct UsageLimits: Sendable, Equatable {
    /// Of one user.
    public var userRequestsPerMinute = 10, userTokensPerHour = 10_000
    /// Of all users together.
    public var requestsPerSecond = 10, requestsPerMinute = 100, tokensPerMinute = 100_000, tokensPerHour = 100_000
    /// Calls at once, of all users together.
    public var concurrentCalls = 5
    /// Of one call.
    public var tokensPerRequest = 4_000
    /// By UTC's days and months.
    public var tokensPerDay = 1_000_000, microUSDPerMonth = 100_000_000
    /// At which part of a budget somebody is told, in hundredths.
    public var dailyAlertPercent = 80, monthlyAlertPercent = 70

    /// The specification's numbers.
    public init() {}

    /// What one database may use of the application's limits, in hundredths; at least one of each. A user's own limits and those of one call stay.
    public func share(percent: Int) -> UsageLimits {
        precondition((1...100).contains(percent), "a share is 1 to 100 %")
        func part(_ whole: Int) -> Int { max(1, whole * percent / 100) }
        var limits = self
        limits.requestsPerSecond = part(requestsPerSecond)
        limits.requestsPerMinute = part(requestsPerMinute)
        limits.tokensPerMinute = part(tokensPerMinute)
        limits.tokensPerHour = part(tokensPerHour)
        limits.concurrentCalls = part(concurrentCalls)
        limits.tokensPerDay = part(tokensPerDay)
        limits.microUSDPerMonth = part(microUSDPerMonth)
        return limits
    }
}

/// The limits by their names in errors, logs and metrics.
public enum UsageLimit: String, Sendable, Hashable, CaseIterable {
    case blocked
    case tokensPerRequest = "tokens-per-request"
    case userRequestsPerMinute = "user-requests-per-minute"
    case userTokensPerHour = "user-tokens-per-hour"
    case requestsPerSecond = "requests-per-second"
    case requestsPerMinute = "requests-per-minute"
    case tokensPerMinute = "tokens-per-minute"
    case tokensPerHour = "tokens-per-hour"
    case concurrentCalls = "concurrent-calls"
    case tokensPerDay = "tokens-per-day"
    case costPerMonth = "cost-per-month"
}

/// What a ledger says to a request.
public enum UsageDecision: Sendable, Equatable {
    /// Go on, and settle.
    case granted(UsageReservation)
    /// A limit is in the way; a call after so long may pass.
    case refused(UsageLimit, retryAfter: Duration)
}

/// A place in the ledger that waits for what was really used.
public struct UsageReservation: Sendable, Equatable {
    /// Names it, as its request did.
    public let id: String
    /// Budgets that this reservation has brought past their alert: told once for each day or month.
    public let alerts: [UsageLimit]

    /// A reservation.
    public init(id: String, alerts: [UsageLimit] = []) {
        self.id = id
        self.alerts = alerts
    }
}

/// The id of a reservation is another user's, or was used up.
public struct ReservationIDTaken: Error, Equatable {
    /// Nothing more to say.
    public init() {}
}

/// What a call has really used; zero for one that never came to be.
public struct UsedTokens: Sendable, Equatable {
    /// Read.
    public var input: Int
    /// Written.
    public var output: Int
    /// Millionths of a US dollar.
    public var costMicroUSD: Int

    /// Tokens.
    public init(input: Int, output: Int, costMicroUSD: Int) {
        self.input = input
        self.output = output
        self.costMicroUSD = costMicroUSD
    }

    /// A call that never came to be.
    public static let none = UsedTokens(input: 0, output: 0, costMicroUSD: 0)
}

/// When attempts against the model lead to a block, and to how long a one.
public struct BlockPolicy: Sendable, Equatable {
    /// Attempts within `period` that lead to one.
    public var attempts = 3
    /// How long attempts count.
    public var period = Duration.seconds(600)
    /// The first block; each further one within `memory` is `factor` times as long, up to `longest`.
    public var first = Duration.seconds(300), factor = 3, longest = Duration.seconds(86_400)
    /// How long blocks are remembered after their end.
    public var memory = Duration.seconds(7 * 86_400)

    /// The house's numbers; the specification names none.
    public init() {}
}

/// What follows from an attempt.
public struct AttemptOutcome: Sendable, Equatable {
    /// Attempts that count now, this one included.
    public let attempts: Int
    /// Until when the user is blocked; nil when not.
    public let blockedUntil: UnixTime?
    /// Whether this attempt has begun a block.
    public let isNewBlock: Bool

    /// An outcome.
    public init(attempts: Int, blockedUntil: UnixTime?, isNewBlock: Bool) {
        self.attempts = attempts
        self.blockedUntil = blockedUntil
        self.isNewBlock = isNewBlock
    }
}

/// An answer that is kept.
public struct CachedAnswer: Sendable, Equatable {
    /// As it passed the guardrails.
    public let text: String
    /// The model that wrote it.
    public let model: String

    /// An answer.
    public init(text: String, model: String) {
        self.text = text
        self.model = model
    }
}
