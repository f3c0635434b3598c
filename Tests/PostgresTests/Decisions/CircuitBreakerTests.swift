import Postgres
import Testing

@Suite struct `A circuit breaker` {
    private static let settings: CircuitBreaker.Settings = {
        var settings = CircuitBreaker.Settings()
        settings.failureThreshold = 3
        settings.initialOpen = .seconds(1)
        settings.maximumOpen = .seconds(4)
        settings.probeTimeout = .seconds(10)
        return settings
    }()

    private var breaker = CircuitBreaker(settings)

    /// Lets it open at a moment.
    private mutating func open(at now: Duration) {
        for _ in 0..<3 {
            #expect(breaker.admit(at: now) == .attempt)
            breaker.failed(at: now)
        }
    }

    @Test mutating func `stays closed below its threshold of failures in a row`() {
        for _ in 0..<5 {
            for _ in 0..<2 { breaker.failed(at: .zero) }
            #expect(breaker.state == .closed && breaker.admit(at: .zero) == .attempt && breaker.refusal(at: .zero) == nil)
            breaker.succeeded()
        }
    }

    @Test mutating func `opens at its threshold and refuses everybody until its time is over`() {
        open(at: .seconds(100))
        #expect(breaker.state == .open)
        #expect(breaker.admit(at: .seconds(100)) == .refuse(retryAfter: .seconds(1)))
        #expect(breaker.refusal(at: .seconds(100)) == .seconds(1))
        #expect(breaker.admit(at: .milliseconds(100_999)) == .refuse(retryAfter: .milliseconds(1)))
        #expect(breaker.state == .open)
    }

    @Test mutating func `then lets one probe through`() {
        open(at: .zero)
        #expect(breaker.refusal(at: .seconds(1)) == nil, "whoever comes now may wait for the probe")
        #expect(breaker.admit(at: .seconds(1)) == .attempt)
        #expect(breaker.state == .halfOpen)
        #expect(breaker.admit(at: .seconds(1)) == .refuse(retryAfter: .seconds(10)), "one only")
        #expect(breaker.refusal(at: .seconds(1)) == nil)
    }

    @Test mutating func `closes when the probe succeeds, and forgets`() {
        open(at: .zero)
        _ = breaker.admit(at: .seconds(1))
        breaker.succeeded()
        #expect(breaker == CircuitBreaker(Self.settings))
        open(at: .seconds(50))
        #expect(breaker.admit(at: .seconds(50)) == .refuse(retryAfter: .seconds(1)), "it opens for the first open time again")
    }

    @Test mutating func `opens for twice as long each time the probe fails, up to a maximum`() {
        open(at: .zero)
        var now = Duration.seconds(1)
        for length in [2, 4, 4, 4] {
            #expect(breaker.admit(at: now) == .attempt)
            breaker.failed(at: now)
            #expect(breaker.admit(at: now) == .refuse(retryAfter: .seconds(length)))
            now += .seconds(length)
        }
    }

    @Test mutating func `lets another probe through when one told nothing for long`() {
        open(at: .zero)
        #expect(breaker.admit(at: .seconds(1)) == .attempt)
        #expect(breaker.admit(at: .milliseconds(10_999)) == .refuse(retryAfter: .milliseconds(1)))
        #expect(breaker.admit(at: .seconds(11)) == .attempt)
        #expect(breaker.state == .halfOpen)
    }

    @Test mutating func `is not kept open longer by those who were still trying when it opened`() {
        open(at: .zero)
        for moment in 1...9 { breaker.failed(at: .milliseconds(moment * 100)) }
        #expect(breaker.admit(at: .seconds(1)) == .attempt)
    }

    @Test func `never overflows, however long the database is away`() {
        var breaker = CircuitBreaker()
        var now = Duration.zero
        for _ in 0..<200 {
            if case .refuse(let delay) = breaker.admit(at: now) {
                #expect(delay <= .seconds(1) && delay > .zero)
                now += delay
            } else {
                breaker.failed(at: now)
            }
        }
    }
}
