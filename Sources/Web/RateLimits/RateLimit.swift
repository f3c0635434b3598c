/// How often something may happen: so often in a period on average, and so often at once.
///
/// Decided by the generic cell rate algorithm (ITU-T I.371), a token bucket kept as one number: how long the allowance takes to be whole again, the
/// *debt*. Each request adds an interval to it, time takes it away, and it never exceeds the capacity. No window begins anew, so nobody gets twice the
/// limit around its edge.
public struct RateLimit: Sendable, Hashable {
    /// A name clients read in `RateLimit-Policy`.
    public let name: String
    /// How many requests a period brings.
    public let count: Int
    /// The period.
    public let period: RateLimitPeriod
    /// How many requests may come at once after a pause.
    public let burst: Int

    /// A limit; what makes no sense is our own mistake and traps.
    ///
    /// - Parameters:
    ///   - count: 1 to 1,000,000.
    ///   - burst: 1 to 1,000,000, and earned again within 100 years; `count` unless declared.
    ///   - name: printable ASCII without quotes and backslashes; made from count and period unless declared.
    public init(_ count: Int, per period: RateLimitPeriod, burst: Int? = nil, name: String? = nil) {
        let name = name ?? "\(count)-per-\(period.name)"
        precondition((1...1_000_000).contains(count) && (1...1_000_000).contains(burst ?? 1), "a rate limit lets 1 to 1,000,000 requests pass")
        precondition(
            Int64(period.seconds) * 1_000_000_000 / Int64(count) <= Self.longestWhole / Int64(burst ?? count),
            "a rate limit's burst is earned again within 100 years")
        precondition(
            !name.isEmpty && name.utf8.allSatisfy { 0x20...0x7E ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") },
            "a rate limit's name is printable ASCII without quotes and backslashes")
        self.name = name
        self.count = count
        self.period = period
        self.burst = burst ?? count
    }

    /// 100 years in nanoseconds: sums of two of them still are numbers.
    private static let longestWhole: Int64 = 3_153_600_000_000_000_000

    /// How long it takes to earn one request, in nanoseconds.
    public var intervalNanoseconds: Int64 { Int64(period.seconds) * 1_000_000_000 / Int64(count) }
    /// The largest debt, in nanoseconds.
    public var capacityNanoseconds: Int64 { intervalNanoseconds * Int64(burst) }

    /// Decides about a request that costs so many.
    ///
    /// - Parameter debtNanoseconds: how long the allowance takes to be whole again; grows when the request is allowed.
    public func decide(cost: Int, _ debtNanoseconds: inout Int64) -> RateLimitDecision {
        let wanted = debtNanoseconds + intervalNanoseconds * Int64(cost)
        let isAllowed = wanted <= capacityNanoseconds
        if isAllowed { debtNanoseconds = wanted }
        return decision(isAllowed: isAllowed, cost: cost, debtNanoseconds: debtNanoseconds)
    }

    /// The decision of a store that has decided by itself; the debt is what it is afterwards.
    public func decision(isAllowed: Bool, cost: Int, debtNanoseconds: Int64) -> RateLimitDecision {
        let free = max(0, capacityNanoseconds - debtNanoseconds), price = intervalNanoseconds * Int64(cost)
        return RateLimitDecision(
            isAllowed: isAllowed, remaining: Int(free / intervalNanoseconds), untilWhole: .nanoseconds(debtNanoseconds),
            retryAfter: isAllowed ? .zero : .nanoseconds(max(1, price - free)))
    }
}

/// The period of a rate limit, in whole seconds.
public struct RateLimitPeriod: Sendable, Hashable {
    /// Its length, 1 to 2,678,400 (31 days).
    public let seconds: Int
    let name: String

    private init(_ seconds: Int, _ name: String) {
        self.seconds = seconds
        self.name = name
    }

    /// 1 s
    public static let second = RateLimitPeriod(1, "second")
    /// 60 s
    public static let minute = RateLimitPeriod(60, "minute")
    /// 3,600 s
    public static let hour = RateLimitPeriod(3_600, "hour")
    /// 86,400 s
    public static let day = RateLimitPeriod(86_400, "day")

    /// So many seconds.
    public static func seconds(_ count: Int) -> RateLimitPeriod {
        precondition((1...2_678_400).contains(count), "a rate limit's period is 1 second to 31 days")
        return RateLimitPeriod(count, "\(count)-seconds")
    }
}

/// What a rate limit says about one request.
public struct RateLimitDecision: Sendable, Equatable {
    /// Whether it may pass.
    public var isAllowed: Bool
    /// How many may follow at once.
    public var remaining: Int
    /// How long until nothing is missing any more.
    public var untilWhole: Duration
    /// How long until the request may pass; zero when it may now.
    public var retryAfter: Duration

    /// A decision.
    public init(isAllowed: Bool, remaining: Int, untilWhole: Duration, retryAfter: Duration) {
        self.isAllowed = isAllowed
        self.remaining = remaining
        self.untilWhole = untilWhole
        self.retryAfter = retryAfter
    }
}
