import Platform

/// What a call may take at most while one reservation lasts.
struct CallNeed: Sendable {
    let tokens: Int
    let costMicroUSD: Int
    /// Of the whole call; its permit ends some time after it.
    let deadline: Duration
}

extension LanguageModel {
    /// What one attempt with a draft may take, whichever model makes it, with what the second judge takes for it.
    func need(_ draft: ModelDraft, _ deadline: Duration) -> CallNeed {
        let dearest = textModels.map { draft.worst($0).costMicroUSD }.max() ?? 0
        return CallNeed(tokens: draft.inputTokens + draft.maximumTokens, costMicroUSD: dearest + opinionCost(of: policy.longestJudged), deadline: deadline)
    }

    /// Runs what calls models between reserving what it may take and writing down what it took; the second on every way out, also when the caller leaves.
    func reserving<Value: Sendable>(
        _ need: CallNeed, _ call: inout CallRecord, _ body: (inout CallRecord) async throws(ModelError) -> Value
    ) async throws(ModelError) -> Value {
        try await reserve(need, &call)
        let outcome: Result<Value, ModelError>
        do throws(ModelError) { outcome = .success(try await body(&call)) } catch { outcome = .failure(error) }
        await settle(&call)
        return try outcome.get()
    }

    /// Reserves, or says what is in the way.
    func reserve(_ need: CallNeed, _ call: inout CallRecord) async throws(ModelError) {
        switch try await decision(need, &call) {
        case .refused(.blocked, let wait): throw .blocked(until: surroundings.calendar.now() + wait)
        case .refused(let limit, let wait): throw .limited(limit, retryAfter: wait)
        case .granted(let reservation):
            call.reserved = (reservation, need)
            for alert in reservation.alerts { raise(.budgetThreshold, call, alert.rawValue) }
            guard !Task.isCancelled else {
                await settle(&call)
                throw cancelled
            }
        }
    }

    /// Writes down what was used since the reservation was made. When that fails it is tried again in the background, and the answer is given all the same.
    func settle(_ call: inout CallRecord) async {
        guard let (reservation, _) = call.reserved.take() else { return }
        let ledger = surroundings.ledger, caller = call.caller, usage = call.takeUnsettled()
        do {
            try await shielded { () async throws(any Error) in try await ledger.settle(reservation, usage, by: caller) }
        } catch {
            report("not-settled", error, call)
            settlements.add(reservation, usage, by: call.caller)
        }
    }

    /// Makes room for another attempt: what the failed ones may have taken is used up, so that it needs a reservation of its own.
    ///
    /// - Returns: whether there is room.
    func hasRoom(_ call: inout CallRecord) async throws(ModelError) -> Bool {
        guard call.isUsed, let need = call.reserved?.need else { return true }
        await settle(&call)
        do throws(ModelError) {
            try await reserve(need, &call)
            return true
        } catch .limited(let limit, _) {
            call.failure = (call.failure.map { "\($0); " } ?? "") + "no room for another attempt: \(limit.rawValue)"
            return false
        }
    }
}
