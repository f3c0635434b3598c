public import Platform

/// A ledger of this process alone, for tests and for trying things out: what other tasks use it does not know, and it forgets everything at its end.
///
/// Limits are over the seconds, minutes and hours that end now; days and months are UTC's, counted by the calendar's seconds and by 30 days.
public final class InMemoryLedger: UsageLedger {
    private struct Entry {
        let id: String
        let user: String
        let at: UnixTime
        let leaseEnds: UnixTime
        var tokens: Int
        var cost: Int
        var alerts: [UsageLimit] = []
        var isOpen = true
    }

    private struct Offender {
        var attempts: [UnixTime] = []
        var blocks = 0
        var blockedUntil: UnixTime?
    }

    private struct Books {
        var entries: [Entry] = []
        var offenders: [String: Offender] = [:]
        var alerted: Set<String> = []
    }

    private let clock: any WallClock
    private let books = Lock(Books())

    /// An empty ledger.
    public init(clock: any WallClock = SystemClock()) { self.clock = clock }

    /// Calls that were neither settled nor have outlived their lease.
    public var openCalls: Int {
        let now = clock.now()
        return books.withLock { $0.entries.count { $0.isOpen && $0.leaseEnds > now } }
    }

    /// Tokens of the last day, reserved ones included.
    public var tokens: Int { books.withLock { $0.entries.reduce(0) { $0 + $1.tokens } } }

    /// Millionths of a US dollar, likewise.
    public var costMicroUSD: Int { books.withLock { $0.entries.reduce(0) { $0 + $1.cost } } }

    /// Reserves, if no limit is in the way.
    public func reserve(_ request: UsageRequest) async throws -> UsageDecision {
        let now = clock.now()
        return try books.withLock { books throws(ReservationIDTaken) in
            books.entries.removeAll { now - $0.at >= Self.month }
            if let known = books.entries.first(where: { $0.id == request.id }) {
                guard known.user == request.caller.user && known.isOpen && known.leaseEnds > now else { throw ReservationIDTaken() }
                return .granted(UsageReservation(id: known.id, alerts: known.alerts))
            }
            if let until = books.offenders[request.caller.user]?.blockedUntil, until > now { return .refused(.blocked, retryAfter: until - now) }
            if let (limit, wait) = Self.obstacle(books.entries, request, now) { return .refused(limit, retryAfter: wait) }
            books.entries.append(
                Entry(
                    id: request.id, user: request.caller.user, at: now, leaseEnds: now + request.lease, tokens: request.tokens, cost: request.costMicroUSD))
            let alerts = Self.alerts(&books, request.limits, now)
            books.entries[books.entries.count - 1].alerts = alerts
            return .granted(UsageReservation(id: request.id, alerts: alerts))
        }
    }

    /// Writes down what was really used. What is not reserved is written down as a settled call that is older than every window.
    public func settle(_ reservation: UsageReservation, _ usage: UsedTokens, by caller: ModelCaller) async throws {
        let now = clock.now()
        books.withLock { books in
            guard let place = books.entries.firstIndex(where: { $0.id == reservation.id }) else {
                let past = now - Self.longestWindow
                books.entries.append(Entry(id: reservation.id, user: caller.user, at: past, leaseEnds: past, tokens: 0, cost: 0, isOpen: false))
                return
            }
            guard books.entries[place].user == caller.user && books.entries[place].isOpen else { return }
            books.entries[place].isOpen = false
            (books.entries[place].tokens, books.entries[place].cost) = (usage.input + usage.output, usage.costMicroUSD)
        }
    }

    /// Notes an attempt.
    public func noteAttempt(by caller: ModelCaller, policy: BlockPolicy) async throws -> AttemptOutcome {
        let now = clock.now()
        return books.withLock { books in
            var offender = books.offenders[caller.user] ?? Offender()
            defer { books.offenders[caller.user] = offender }
            if let until = offender.blockedUntil, now - until >= policy.memory { offender = Offender() }
            offender.attempts = offender.attempts.filter { now - $0 < policy.period }.suffix(policy.attempts) + [now]
            let count = offender.attempts.count
            if let until = offender.blockedUntil, until > now { return AttemptOutcome(attempts: count, blockedUntil: until, isNewBlock: false) }
            guard count >= policy.attempts else { return AttemptOutcome(attempts: count, blockedUntil: nil, isNewBlock: false) }
            let length = (0..<offender.blocks).reduce(policy.first) { length, _ in min(length * policy.factor, policy.longest) }
            (offender.blocks, offender.attempts, offender.blockedUntil) = (offender.blocks + 1, [], now + length)
            return AttemptOutcome(attempts: count, blockedUntil: now + length, isNewBlock: true)
        }
    }

    /// Until when a user is blocked.
    public func block(of caller: ModelCaller) async throws -> UnixTime? {
        let now = clock.now()
        return books.withLock { $0.offenders[caller.user]?.blockedUntil.flatMap { $0 > now ? $0 : nil } }
    }
}

extension InMemoryLedger {
    private static let month = Duration.seconds(30 * 86_400), longestWindow = Duration.seconds(3_600)

    private static func obstacle(_ entries: [Entry], _ request: UsageRequest, _ now: UnixTime) -> (UsageLimit, Duration)? {
        let limits = request.limits, user = request.caller.user
        func sum(_ period: Duration, of user: String? = nil, _ value: (Entry) -> Int) -> Int {
            entries.reduce(0) { $0 + (now - $1.at < period && (user == nil || $1.user == user) ? value($1) : 0) }
        }
        let second = Duration.seconds(1), minute = Duration.seconds(60), hour = Duration.seconds(3_600), day = Duration.seconds(86_400)
        if request.tokens > limits.tokensPerRequest { return (.tokensPerRequest, .zero) }
        if sum(minute, of: user, { _ in 1 }) >= limits.userRequestsPerMinute { return (.userRequestsPerMinute, minute) }
        if sum(hour, of: user, \.tokens) + request.tokens > limits.userTokensPerHour { return (.userTokensPerHour, hour) }
        if sum(second, { _ in 1 }) >= limits.requestsPerSecond { return (.requestsPerSecond, second) }
        if sum(minute, { _ in 1 }) >= limits.requestsPerMinute { return (.requestsPerMinute, minute) }
        if sum(minute, \.tokens) + request.tokens > limits.tokensPerMinute { return (.tokensPerMinute, minute) }
        if sum(hour, \.tokens) + request.tokens > limits.tokensPerHour { return (.tokensPerHour, hour) }
        if entries.count(where: { $0.isOpen && $0.leaseEnds > now }) >= limits.concurrentCalls { return (.concurrentCalls, second) }
        if sum(day, \.tokens) + request.tokens > limits.tokensPerDay { return (.tokensPerDay, day) }
        if sum(month, \.cost) + request.costMicroUSD > limits.microUSDPerMonth { return (.costPerMonth, day) }
        return nil
    }

    private static func alerts(_ books: inout Books, _ limits: UsageLimits, _ now: UnixTime) -> [UsageLimit] {
        let day = now.seconds / 86_400
        let tokens = books.entries.reduce(0) { $0 + (now - $1.at < .seconds(86_400) ? $1.tokens : 0) }, cost = books.entries.reduce(0) { $0 + $1.cost }
        var alerts: [UsageLimit] = []
        if tokens * 100 >= limits.tokensPerDay * limits.dailyAlertPercent, books.alerted.insert("day \(day)").inserted { alerts.append(.tokensPerDay) }
        if cost * 100 >= limits.microUSDPerMonth * limits.monthlyAlertPercent, books.alerted.insert("month \(day / 30)").inserted {
            alerts.append(.costPerMonth)
        }
        return alerts
    }
}
