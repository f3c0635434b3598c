import AWS
public import JSON
import Platform

extension LanguageModel {
    /// Asks for words.
    ///
    /// - Parameter check: what is wrong with an answer, in sentences for the model without anything of the answer itself; nothing when it is good.
    public func text(_ request: ModelRequest, check: @escaping @Sendable (String) -> [String] = { _ in [] }) async throws(ModelError) -> ModelAnswer<String> {
        try await ask(request, .text(check))
    }

    /// Asks for an object of a declared type. The model is given a tool that takes such a one; what does not fit is asked for once more, with the problems
    /// named.
    ///
    /// - Parameter check: as for `text`.
    public func answer<Value: JSONObject>(
        _ request: ModelRequest, as type: Value.Type = Value.self, check: @escaping @Sendable (Value) -> [String] = { _ in [] }
    ) async throws(ModelError) -> ModelAnswer<Value> {
        try await ask(request, .object(type, check))
    }

    private func ask<Value: Sendable>(_ request: ModelRequest, _ format: AnswerFormat<Value>) async throws(ModelError) -> ModelAnswer<Value> {
        var call = record(request)
        do throws(ModelError) {
            let answer = try await answer(request, format, &call)
            finish(call, error: nil)
            return answer
        } catch {
            finish(call, error: error)
            throw error
        }
    }

    func record(_ request: ModelRequest) -> CallRecord {
        CallRecord(
            purpose: request.purpose, requestID: request.requestID, caller: request.caller, prompt: request.prompt,
            startedAt: surroundings.clock.uptime())
    }

    private func answer<Value: Sendable>(
        _ request: ModelRequest, _ format: AnswerFormat<Value>, _ call: inout CallRecord
    ) async throws(ModelError) -> ModelAnswer<Value> {
        let judged = try await judge(request.content, earlier: request.earlier, of: request.caller, &call)
        let key = CacheKey(request, judged, model: textModels[0].id, format: format.name)
        do throws(ModelError) {
            return try await answer(request, judged, key, format, &call)
        } catch {
            // Graceful degradation: an older answer is better than none.
            guard error.isOutage, let stale = await kept(key?.stale, request, format, &call) else { throw error }
            call.isStale = true
            return result(stale.used, by: stale.model, request, &call)
        }
    }

    /// Takes a kept answer, or asks until an answer can be used or no repair is left. Each round is reserved and settled by itself, as it is a call of its own
    /// to the model.
    private func answer<Value: Sendable>(
        _ request: ModelRequest, _ judged: JudgedRequest, _ key: CacheKey?, _ format: AnswerFormat<Value>, _ call: inout CallRecord
    ) async throws(ModelError) -> ModelAnswer<Value> {
        var draft = ModelDraft(request, judged, tool: format.tool, tokensPerRequest: policy.limits.tokensPerRequest)
        var heard = try await reserving(need(draft, policy.deadlines.text), &call) { (call) async throws(ModelError) -> Heard<Value> in
            // After the throttle, as it is a request like any other; what was reserved for it is given back whole.
            if let kept = await kept(key?.fresh, request, format, &call) { return .kept(kept) }
            try await askSecond(request.content.quotedText, of: .input, &call)
            return try await hear(draft, request, format, &call)
        }
        while true {
            switch heard {
            case .kept(let kept):
                call.isCached = true
                return result(kept.used, by: kept.model, request, &call)
            case .said(let spoken, .success(let used)):
                if !used.isCut { await keep(used.text, by: spoken.model.id, key, request, call) }
                return result(used, by: spoken.model.id, request, &call)
            case .said(let spoken, .failure(let problems)):
                let text = format.text(of: spoken.response) ?? spoken.response.text
                guard call.repairs < policy.answer.repairs, draft.repair(text, problems) else { throw .answerUnusable(problems: problems.sentences) }
                call.repairs += 1
                heard = try await reserving(need(draft, policy.deadlines.text), &call) { [draft] (call) async throws(ModelError) -> Heard<Value> in
                    try await hear(draft, request, format, &call)
                }
            }
        }
    }

    private func hear<Value: Sendable>(
        _ draft: ModelDraft, _ request: ModelRequest, _ format: AnswerFormat<Value>, _ call: inout CallRecord
    ) async throws(ModelError) -> Heard<Value> {
        let spoken = try await converse(draft, &call)
        return .said(spoken, try await use(spoken.response, format, request, &call))
    }

    private func result<Value: Sendable>(
        _ used: UsedAnswer<Value>, by model: String, _ request: ModelRequest, _ call: inout CallRecord
    ) -> ModelAnswer<Value> {
        (call.responseCharacters, call.model) = (used.text.count, model)
        return ModelAnswer(
            value: used.value, model: model, promptVersion: request.prompt.version, isCached: call.isCached || call.isStale, isStale: call.isStale,
            isCut: used.isCut, usage: call.usage)
    }
}

/// What a model said.
struct Spoken: Sendable {
    let response: ConverseResponse
    let model: PricedModel
}

/// Where an answer comes from.
private enum Heard<Value: Sendable>: Sendable {
    case kept(KeptAnswer<Value>)
    case said(Spoken, LanguageModel.Used<Value>)
}

extension ModelError {
    /// No model answers, whoever asks whatever.
    var isOutage: Bool { kind == .modelUnavailable || kind == .timedOut }
}
