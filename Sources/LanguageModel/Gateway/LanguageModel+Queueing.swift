import Platform

extension LanguageModel {
    /// How often the ledger is asked for one reservation at most.
    private static let asks = 3

    /// Asks the ledger, and again in a moment where the application's limits let the call pass within its patience: a burst is spread instead of refused.
    func decision(_ need: CallNeed, _ call: inout CallRecord) async throws(ModelError) -> UsageDecision {
        let clock = surroundings.clock, patience = min(policy.deadlines.busyPatience, timeLeft(of: need.deadline, call) / 4)
        let latest = clock.uptime() + patience
        // Who comes while others wait does not go before them, unless there is no place behind them.
        if let turn = turns.withLock({ turns in
            let now = clock.uptime()
            return turns.isWaitedFor(at: now) ? turns.turn(after: .zero, spacing: spacing, now: now, latest: latest) : nil
        }) {
            try await wait(for: turn, until: latest, &call)
        }
        var decision = try await ask(need, &call)
        for _ in 1..<Self.asks {
            guard case .refused(let limit, let wait) = decision, limit.isMomentary else { break }
            let next = turns.withLock { $0.turn(after: wait, spacing: spacing, now: clock.uptime(), latest: latest) }
            guard let turn = next else { break }
            try await self.wait(for: turn, until: latest, &call)
            decision = try await ask(need, &call)
        }
        return decision
    }

    /// As many turns as calls may begin in a second fit between the second that the longest of them waits for, and the end of its patience.
    private var spacing: Duration {
        max(.milliseconds(5), (policy.deadlines.busyPatience - .seconds(1)) / max(1, policy.sharedLimits.requestsPerSecond))
    }

    /// Until the turn and a little more, so that the processes of an application do not ask all at once.
    private func wait(for turn: Duration, until latest: Duration, _ call: inout CallRecord) async throws(ModelError) {
        let now = surroundings.clock.uptime(), pause = max(.zero, min(turn + spacing / 2 * surroundings.random(), latest) - now)
        call.waited += pause
        do { try await surroundings.pause(pause) } catch { throw cancelled }
    }

    /// Asks once. Without the ledger nothing is spent.
    private func ask(_ need: CallNeed, _ call: inout CallRecord) async throws(ModelError) -> UsageDecision {
        guard !Task.isCancelled else { throw cancelled }
        let request = UsageRequest(
            caller: call.caller, tokens: max(1, need.tokens), costMicroUSD: need.costMicroUSD,
            lease: timeLeft(of: need.deadline, call) + policy.deadlines.leaseMargin, limits: policy.sharedLimits)
        let ledger = surroundings.ledger
        do {
            // To its end, so that what was reserved is known.
            return try await shielded { () async throws(any Error) in try await ledger.reserve(request) }
        } catch {
            // It may have been reserved all the same.
            settlements.add(UsageReservation(id: request.id), .none, by: call.caller)
            throw .ledgerUnavailable(detail: String(reflecting: error))
        }
    }
}
