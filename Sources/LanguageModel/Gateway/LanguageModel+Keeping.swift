import Platform

/// An answer from the cache, judged and read anew.
struct KeptAnswer<Value: Sendable>: Sendable {
    let used: UsedAnswer<Value>
    let model: String
}

extension LanguageModel {
    /// An answer that was kept; nil when there is none that may be shown today. A cache that does not answer costs a call to the model, and no more.
    ///
    /// It is judged again: the lists may have changed, and others may write where it lay.
    func kept<Value: Sendable>(
        _ key: [UInt8]?, _ request: ModelRequest, _ format: AnswerFormat<Value>, _ call: inout CallRecord
    ) async -> KeptAnswer<Value>? {
        guard let key, let cache = surroundings.cache else { return nil }
        let found: CachedAnswer?
        do { found = try await cache.answer(for: key, caller: request.caller) } catch {
            if !Task.isCancelled { report("cache-unavailable", error, call) }
            return nil
        }
        guard let found, case .success(let good)? = try? judge(answer: found.text, format, request, &call) else { return nil }
        return KeptAnswer(used: good, model: found.model)
    }

    /// Keeps an answer twice: as good as new for a while, and for longer as better than none. The backup model's answers are no more than that.
    func keep(_ text: String, by model: String, _ key: CacheKey?, _ request: ModelRequest, _ call: CallRecord) async {
        guard let key, let cache = surroundings.cache else { return }
        let answer = CachedAnswer(text: text, model: model)
        do {
            if model == textModels[0].id { try await cache.keep(answer, for: key.fresh, timeToLive: policy.cache.freshFor, caller: request.caller) }
            try await cache.keep(answer, for: key.stale, timeToLive: policy.cache.staleFor, caller: request.caller)
        } catch {
            report("cache-unavailable", error, call)
        }
    }
}
