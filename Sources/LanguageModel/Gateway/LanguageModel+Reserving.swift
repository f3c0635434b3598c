import Platform

extension LanguageModel {
    /// Runs a call to a model between reserving what it may take and writing down what it took; the second on every way out, also when the caller leaves.
    func reserving<Value: Sendable>(
        _ draft: ModelDraft, for caller: ModelCaller, _ call: inout CallRecord,
        _ body: (inout CallRecord) async throws(ModelError) -> Value
    ) async throws(ModelError) -> Value {
        try await reserving(
            tokens: draft.inputTokens + draft.maximumTokens, cost: dearest(draft), policy.deadlines.text, for: caller, &call, body)
    }

    /// Whichever model answers in the end, so much is enough.
    func dearest(_ draft: ModelDraft) -> Int { textModels.map { draft.worst($0).costMicroUSD }.max() ?? 0 }

    /// The same for any call.
    func reserving<Value: Sendable>(
        tokens: Int, cost: Int, _ limit: Duration, for caller: ModelCaller, _ call: inout CallRecord,
        _ body: (inout CallRecord) async throws(ModelError) -> Value
    ) async throws(ModelError) -> Value {
        let reservation = try await reserve(tokens: tokens, cost: cost, limit, for: caller, call)
        let before = call.usage
        let outcome: Result<Value, ModelError>
        do throws(ModelError) { outcome = .success(try await body(&call)) } catch { outcome = .failure(error) }
        await settle(reservation, call.usage - before, call)
        return try outcome.get()
    }

    /// Reserves, or says what is in the way. Without the ledger nothing is spent.
    func reserve(tokens: Int, cost: Int, _ limit: Duration, for caller: ModelCaller, _ call: CallRecord) async throws(ModelError) -> UsageReservation {
        let request = UsageRequest(
            caller: caller, tokens: max(1, tokens), costMicroUSD: cost, lease: timeLeft(of: limit, call) + policy.deadlines.leaseMargin,
            limits: policy.sharedLimits)
        guard !Task.isCancelled else { throw cancelled }
        let decision: UsageDecision, ledger = surroundings.ledger
        do {
            // To its end: a reservation whose id nobody has heard could not be settled.
            decision = try await shielded { () async throws(any Error) in try await ledger.reserve(request) }
        } catch {
            throw .ledgerUnavailable(detail: String(reflecting: error))
        }
        switch decision {
        case .refused(.blocked, let wait): throw .blocked(until: surroundings.calendar.now() + wait)
        case .refused(let limit, let wait): throw .limited(limit, retryAfter: wait)
        case .granted(let reservation):
            for alert in reservation.alerts { raise(.budgetThreshold, call, alert.rawValue) }
            guard !Task.isCancelled else {
                await settle(reservation, .none, call)
                throw cancelled
            }
            return reservation
        }
    }

    /// Writes down what was used. When that fails, what was reserved counts, and the permit ends with its lease; the answer is given all the same.
    func settle(_ reservation: UsageReservation, _ usage: UsedTokens, _ call: CallRecord) async {
        let ledger = surroundings.ledger, caller = call.caller
        do {
            try await shielded { () async throws(any Error) in try await ledger.settle(reservation, usage, by: caller) }
        } catch {
            report("not-settled", error, call)
        }
    }
}
