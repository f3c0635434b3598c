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
            return result(stale.value, stale.text, by: stale.model, request, &call)
        }
    }

    private func answer<Value: Sendable>(
        _ request: ModelRequest, _ judged: JudgedRequest, _ key: CacheKey?, _ format: AnswerFormat<Value>, _ call: inout CallRecord
    ) async throws(ModelError) -> ModelAnswer<Value> {
        let draft = ModelDraft(request, judged, tool: format.tool, tokensPerRequest: policy.limits.tokensPerRequest)
        let heard = try await reserving(draft, for: request.caller, &call) { (call) async throws(ModelError) -> Heard<Value> in
            // After the throttle, as it is a request like any other; what was reserved for it is given back whole.
            if let kept = await kept(key?.fresh, request, format, &call) { return .kept(kept) }
            try await askSecond(request.content.quotedText, of: .input, &call)
            return .said(try await converse(draft, &call))
        }
        switch heard {
        case .kept(let kept):
            call.isCached = true
            return result(kept.value, kept.text, by: kept.model, request, &call)
        case .said(let spoken): return try await use(spoken, draft, request, key, format, &call)
        }
    }

    /// Uses an answer, or asks once more for one. Each round is reserved and settled by itself, as it is a call of its own to the model.
    private func use<Value: Sendable>(
        _ first: Spoken, _ firstDraft: ModelDraft, _ request: ModelRequest, _ key: CacheKey?, _ format: AnswerFormat<Value>, _ call: inout CallRecord
    ) async throws(ModelError) -> ModelAnswer<Value> {
        var spoken = first, draft = firstDraft
        while true {
            switch try await use(spoken.response, format, request, &call) {
            case .success(let used):
                let isCut = spoken.response.stopReason == .maximumTokens
                if !isCut { await keep(used.text, by: spoken.model.id, key, request, call) }
                return result(used.value, used.text, by: spoken.model.id, isCut: isCut, request, &call)
            case .failure(let problems):
                guard call.repairs < policy.answer.repairs else { throw .answerUnusable(problems: problems.sentences) }
                call.repairs += 1
                draft.repair(format.text(of: spoken.response) ?? spoken.response.text, problems)
                spoken = try await again(draft, request, &call)
            }
        }
    }

    private func again(_ draft: ModelDraft, _ request: ModelRequest, _ call: inout CallRecord) async throws(ModelError) -> Spoken {
        try await reserving(draft, for: request.caller, &call) { (call) async throws(ModelError) -> Spoken in try await converse(draft, &call) }
    }

    func result<Value: Sendable>(
        _ value: Value, _ text: String, by model: String, isCut: Bool = false, _ request: ModelRequest, _ call: inout CallRecord
    ) -> ModelAnswer<Value> {
        call.responseCharacters = text.count
        return ModelAnswer(
            value: value, model: model, promptVersion: request.prompt.version, isCached: call.isCached || call.isStale, isStale: call.isStale, isCut: isCut,
            usage: call.usage)
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
    case said(Spoken)
}

extension ModelError {
    /// No model answers, whoever asks whatever.
    var isOutage: Bool { kind == .modelUnavailable || kind == .timedOut }
}
