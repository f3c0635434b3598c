import AWS
import Guardrails
import JSON
import LanguageModel
import ModelKit
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct `The road to a model` {
    @Test func `goes by guard, reservation, cache, call, judgement and settling, in this order`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        let answer = try await gateway.model.text(gateway.request(caching: .shared))
        #expect(answer.value == "ねこ" && answer.model == Gateway.primary && !answer.isCached)
        #expect(gateway.events.all == ["guard", "reserve", "cache", "call", "judge", "settle", "keep", "keep"])
        #expect(gateway.ledger.settled.withLock { $0 } == [UsedTokens(input: 100, output: 20, costMicroUSD: 220)], "1.10 and 5.50 USD for a million")
        #expect(gateway.ledger.books.openCalls == 0)
    }

    @Test func `reserves what a call can take at most, at the price of the dearest model`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        _ = try await gateway.model.text(gateway.request())
        let request = try #require(gateway.ledger.requests.withLock { $0.first })
        #expect(request.tokens > 600 && request.tokens < 900)
        #expect(request.costMicroUSD >= 500 * 55 / 10 && request.lease == .seconds(24 + 15))
    }

    @Test func `gives a kept answer after the throttle, without a model and without tokens`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        _ = try await gateway.model.text(gateway.request(caching: .shared))
        let again = try await gateway.model.text(gateway.request(user: "momiji", caching: .shared))
        #expect(again.value == "ねこ" && again.isCached && !again.isStale && again.usage == .none)
        #expect(gateway.events.all.suffix(5) == ["guard", "reserve", "cache", "judge", "settle"])
        #expect(gateway.ledger.settled.withLock { $0.last } == UsedTokens.none && gateway.endpoint.asked.count == 1)
    }

    @Test func `an answer of one user's own is not given to another, one that is for once to nobody`() async throws {
        for caching in [ModelRequest.Caching.perUser, .never] {
            let gateway = try Gateway(.says("ねこ"))
            _ = try await gateway.model.text(gateway.request(caching: caching))
            _ = try await gateway.model.text(gateway.request(user: "momiji", caching: caching))
            #expect(gateway.endpoint.asked.count == 2)
        }
    }

    @Test func `another question, system prompt or length has another key`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        var requests = [gateway.request(caching: .shared), gateway.request("Another one", caching: .shared), gateway.request(caching: .shared)]
        requests[2].maximumTokens = 400
        var other = requests[0]
        other.prompt = SystemPrompts.fixed(["chat": "You are an impatient teacher."]).prompt("chat")
        for request in requests + [other] { _ = try await gateway.model.text(request) }
        #expect(gateway.endpoint.asked.count == 4)
    }

    @Test func `a cache that is away costs a call and no more`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        gateway.cache.isAway.withLock { $0 = true }
        #expect(try await gateway.model.text(gateway.request(caching: .shared)).value == "ねこ")
        #expect(gateway.metrics.sums.withLock { $0.keys.contains { $0.contains("error=cache-unavailable") } })
    }

    @Test func `asks again after a failure that may pass, with growing waits`() async throws {
        let gateway = try Gateway(.fails(EndpointError(.throttled)), .fails(EndpointError(.failed)), .says("ねこ"))
        let answer = try await gateway.model.text(gateway.request())
        #expect(answer.model == Gateway.primary && gateway.endpoint.asked.count == 3)
        #expect(gateway.waits.withLock { $0 } == [.milliseconds(500), .seconds(1)], "half of 1 s and of 2 s, as chance would have it")
    }

    @Test func `asks the backup when the first model has failed three times`() async throws {
        let failure = ScriptedEndpoint.Turn.fails(EndpointError(.failed))
        let gateway = try Gateway(failure, failure, failure, .says("ねこ"))
        let answer = try await gateway.model.text(gateway.request())
        #expect(answer.model == Gateway.backup)
        #expect(gateway.endpoint.models.map { $0.hasSuffix(Gateway.backup) } == [false, false, false, true])
        #expect(answer.usage.costMicroUSD == 11, "0.06 and 0.24 USD for a million, rounded up")
    }

    @Test(arguments: [EndpointError.Kind.timedOut, .refused]) func `asks the backup at once where the same model would not help`(
        kind: EndpointError.Kind
    ) async throws {
        let gateway = try Gateway(.fails(EndpointError(kind)), .says("ねこ"))
        #expect(try await gateway.model.text(gateway.request()).model == Gateway.backup)
        #expect(gateway.endpoint.asked.count == 2 && gateway.waits.withLock { $0.isEmpty })
    }

    @Test func `gives the first model half of the time, and the backup the rest`() async throws {
        let gateway = try Gateway(.fails(EndpointError(.timedOut)), .says("ねこ"))
        _ = try await gateway.model.text(gateway.request())
        #expect(gateway.endpoint.asked.map(\.timeLimit) == [.milliseconds(11_500), .seconds(23)], "on a clock that stands still")
    }

    @Test func `no model helps who cannot sign`() async throws {
        let gateway = try Gateway(.fails(EndpointError(.unauthorized, detail: "no credentials")))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        #expect(error?.kind == .modelUnavailable && gateway.endpoint.asked.count == 1)
    }

    @Test func `says when to come back if both models are down`() async throws {
        let gateway = try Gateway(.fails(EndpointError(.failed, detail: "503")))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request(caching: .shared)) }
        #expect(error == .modelUnavailable(retryAfter: .seconds(20), detail: "failed: 503") && error?.retryAfter == .seconds(20))
        #expect(gateway.endpoint.asked.count == 6 && gateway.ledger.settled.withLock { $0 } == [.none])
    }

    @Test func `keeps an answer of the backup for an outage alone`() async throws {
        let gateway = try Gateway(.fails(EndpointError(.timedOut)), .says("ねこ"), .says("ネコ"), .fails(EndpointError(.failed)))
        _ = try await gateway.model.text(gateway.request(caching: .shared))
        #expect(gateway.events.all.count { $0 == "keep" } == 1)
        let next = try await gateway.model.text(gateway.request(caching: .shared))
        #expect(next.value == "ネコ" && next.model == Gateway.primary && !next.isCached, "the first model is asked again")
    }

    @Test func `names the model of a kept answer on the call's line`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        for _ in 0..<2 { _ = try await gateway.model.text(gateway.request(caching: .shared)) }
        #expect(gateway.callLine?["cached"] == true && gateway.callLine?["model"]?.stringValue == Gateway.primary)
    }

    @Test func `gives an older answer, marked as stale, when both models are down`() async throws {
        let gateway = try Gateway(.says("ねこ"), .fails(EndpointError(.failed)))
        _ = try await gateway.model.text(gateway.request(caching: .shared))
        gateway.clock.advance(by: .seconds(2 * 86_400))
        let stale = try await gateway.model.text(gateway.request(caching: .shared))
        #expect(stale.value == "ねこ" && stale.isStale && stale.isCached && gateway.callLine?["stale"] == true)
        gateway.clock.advance(by: .seconds(7 * 86_400))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request(caching: .shared)) }
        #expect(error?.kind == .modelUnavailable)
    }

    @Test func `counts the most that a call may have taken when nobody tells`() async throws {
        let gateway = try Gateway(.fails(EndpointError(.failed, mayHaveCost: true)), .says("ねこ"))
        _ = try await gateway.model.text(gateway.request())
        let settled = gateway.ledger.settled.withLock { $0 }
        #expect(settled.count == 2 && settled[0].output == 500 && settled[0].input > 100 && settled[1].output == 20 && settled[1].input == 100)
    }

    @Test func `reserves anew before an attempt when the one before it may have cost something, so that no limit is passed`() async throws {
        let lost = ScriptedEndpoint.Turn.fails(EndpointError(.failed, mayHaveCost: true, detail: "500"))
        let gateway = try Gateway(lost, lost, lost, .says("ねこ"), policy: { $0.limits.userTokensPerHour = 1_700 })
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        #expect(error?.kind == .modelUnavailable && gateway.endpoint.asked.count == 2, "the third attempt has no room")
        #expect(gateway.ledger.books.tokens <= 1_700 && gateway.ledger.books.openCalls == 0)
        #expect(gateway.callLine?["failure"]?.stringValue?.contains("no room for another attempt: user-tokens-per-hour") == true)
    }

    @Test func `reserves once for attempts that cost nothing`() async throws {
        let gateway = try Gateway(.fails(EndpointError(.throttled)), .says("ねこ"))
        _ = try await gateway.model.text(gateway.request())
        #expect(gateway.events.all.count { $0 == "reserve" } == 1 && gateway.ledger.settled.withLock { $0.count } == 1)
    }

    @Test func `a reservation whose answer got lost is given back in the background`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        gateway.ledger.isLost.withLock { $0 = true }
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        #expect(error?.kind == .ledgerUnavailable)
        try await eventually { gateway.ledger.books.openCalls == 0 }
        #expect(gateway.ledger.settled.withLock { $0 } == [.none] && gateway.ledger.books.tokens == 0)
    }

    @Test func `without the ledger nothing is spent, and what the user wrote is still good`() async throws {
        let gateway = try Gateway(.says("ねこ")), request = gateway.request()
        gateway.ledger.isAway.withLock { $0 = true }
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(request) }
        #expect(error?.kind == .ledgerUnavailable && gateway.endpoint.asked.isEmpty)
        gateway.ledger.isAway.withLock { $0 = false }
        #expect(try await gateway.model.text(request).value == "ねこ")
    }

    @Test func `an answer is given though its usage could not be written down, which is tried again in the background`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        gateway.ledger.failuresAtTheEnd.withLock { $0 = 3 }
        #expect(try await gateway.model.text(gateway.request()).value == "ねこ")
        #expect(gateway.log.lines.contains { $0.contains("not-settled") })
        try await eventually { gateway.ledger.books.openCalls == 0 }
        #expect(gateway.ledger.books.tokens == 120 && gateway.waits.withLock { $0 } == [.seconds(1), .seconds(2), .seconds(4)])
    }

    @Test func `what can never be written down is given up, and its permit ends with its lease`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        gateway.ledger.failuresAtTheEnd.withLock { $0 = .max }
        #expect(try await gateway.model.text(gateway.request()).value == "ねこ")
        try await eventually { gateway.waits.withLock { $0.count } == 6 && gateway.ledger.settled.withLock { $0.count } == 7 }
        #expect(gateway.ledger.books.openCalls == 0)
    }
}

@Suite(.timeLimit(.minutes(1))) struct `The limits` {
    @Test func `a user's eleventh request in a minute waits`() async throws {
        let gateway = try Gateway(.says("ねこ"), policy: { $0.limits.userTokensPerHour = 1_000_000 })
        for _ in 0..<10 {
            gateway.clock.advance(by: .milliseconds(200))
            _ = try await gateway.model.text(gateway.request())
        }
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        guard case .limited(.userRequestsPerMinute, let wait)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(wait > .zero && gateway.endpoint.asked.count == 10)
        #expect(try await gateway.model.text(gateway.request(user: "momiji")).value == "ねこ", "others go on")
    }

    @Test func `the application's limits are the database's share`() async throws {
        let gateway = try Gateway(.says("ねこ"), policy: { $0.sharePercent = 40 })
        _ = try await gateway.model.text(gateway.request())
        let limits = try #require(gateway.ledger.requests.withLock { $0.first?.limits })
        #expect(limits.requestsPerMinute == 40 && limits.concurrentCalls == 2 && limits.tokensPerDay == 400_000 && limits.userRequestsPerMinute == 10)
    }

    @Test func `fifty callers at once never have more permits than there are`() async throws {
        let gateway = try Gateway(.says("ねこ"), policy: { $0.limits.requestsPerSecond = 100 })
        let outcomes = await withTaskGroup(of: ModelError.Kind?.self) { group in
            for number in 0..<50 {
                group.addTask {
                    await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request(user: "user-\(number)")) }?.kind
                }
            }
            return await group.reduce(into: [ModelError.Kind?]()) { $0.append($1) }
        }
        let answered = outcomes.count { $0 == nil }
        #expect(answered >= 5 && answered + outcomes.count { $0 == .limited } == 50)
        #expect(gateway.ledger.books.tokens == answered * 120 && gateway.ledger.books.openCalls == 0)
    }

    @Test func `fifty callers that hang hold five permits, and give them back when they leave`() async throws {
        let gateway = try Gateway(.hangs, policy: { $0.limits.requestsPerSecond = 100 })
        let tasks = (0..<50).map { number in
            Task { await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request(user: "user-\(number)")) } }
        }
        try await eventually { gateway.ledger.decided.withLock { $0 } == 50 && gateway.endpoint.asked.count == 5 }
        #expect(gateway.ledger.books.openCalls == 5)
        for task in tasks { task.cancel() }
        var kinds: [ModelError.Kind?] = []
        for task in tasks { kinds.append(await task.value?.kind) }
        #expect(kinds.count { $0 == .cancelled } == 5 && kinds.count { $0 == .limited } == 45)
        #expect(gateway.ledger.books.openCalls == 0 && gateway.ledger.settled.withLock { $0.count } == 5)
        #expect(gateway.ledger.settled.withLock { $0.allSatisfy { $0.output == 500 } }, "who leaves may have been served")
    }

    @Test func `who was cancelled before reserves nothing`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        }
        task.cancel()
        #expect(await task.value == .cancelled && !gateway.events.all.contains("reserve"))
    }

    @Test func `who leaves while the ledger reserves gives the reservation back`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        gateway.ledger.isSlow.withLock { $0 = true }
        let task = Task { await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) } }
        try await eventually { gateway.ledger.books.openCalls == 1 }
        task.cancel()
        gateway.ledger.isSlow.withLock { $0 = false }
        #expect(await task.value == .cancelled && gateway.ledger.books.openCalls == 0 && gateway.ledger.books.tokens == 0)
        #expect(gateway.endpoint.asked.isEmpty)
    }

    @Test func `who leaves between two attempts gives the reservation back`() async throws {
        let gateway = try Gateway(.fails(EndpointError(.throttled)), pause: { _ in throw CancellationError() })
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        #expect(error == .cancelled && gateway.ledger.settled.withLock { $0 } == [.none] && gateway.ledger.books.openCalls == 0)
    }

    @Test func `a route's deadline that passes is told as that, not as a cancellation`() async throws {
        let gateway = try Gateway(.hangs), clock = ManualClock(), watch = DeadlineWatch(clock: clock)
        let task = Task {
            let ticket = watch.begin(until: .seconds(1))
            defer { _ = watch.end(ticket) }
            return await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        }
        try await eventually { gateway.endpoint.asked.count == 1 }
        #expect(gateway.endpoint.asked.first?.timeLimit == .milliseconds(375), "half of what the route has left, without a quarter for an older answer")
        clock.advance(by: .seconds(2))
        _ = watch.sweep()
        #expect(await task.value == .timedOut && gateway.ledger.books.openCalls == 0)
    }
}
