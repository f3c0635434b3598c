import AWS
import Guardrails
import Platform

extension LanguageModel {
    /// Lets the guardrails judge what a user wrote.
    ///
    /// A user who is blocked hears that before anything else: here where the text does not pass, from the reservation where it does.
    func judge(
        _ content: [PromptPart], earlier: [ModelTurn], of caller: ModelCaller, _ call: inout CallRecord
    ) async throws(ModelError) -> JudgedRequest {
        let text = content.quotedText
        (call.promptHash, call.promptCharacters) = (surroundings.hash(text), text.count)
        let judged = JudgedRequest(content, earlier: earlier, by: surroundings.guardrails, policy.prompt)
        call.add(judged.findings)
        guard let refusal = judged.refusal else { return judged }
        if let attack = judged.attack { throw await attempted(attack, by: caller, call) }
        if let until = await block(of: caller, call) { throw .blocked(until: until) }
        throw .refused(refusal)
    }

    /// Writes an attempt down and tells of it. Without the ledger the conversation ends all the same.
    private func attempted(_ finding: Finding, by caller: ModelCaller, _ call: CallRecord) async -> ModelError {
        raise(.guardrailViolation, call, finding.rule)
        let ledger = surroundings.ledger, policy = policy.block
        do {
            // To its end: leaving must not spare anybody the block.
            let outcome = try await shielded { () async throws(any Error) in try await ledger.noteAttempt(by: caller, policy: policy) }
            if outcome.isNewBlock { raise(.securityBreach, call, "a user was blocked after \(outcome.attempts) attempts") }
            return outcome.blockedUntil.map { .blocked(until: $0) } ?? .conversationEnded(finding)
        } catch {
            report("attempt-not-noted", error, call)
            return .conversationEnded(finding)
        }
    }

    private func block(of caller: ModelCaller, _ call: CallRecord) async -> UnixTime? {
        do {
            return try await surroundings.ledger.block(of: caller)
        } catch {
            report("block-unknown", error, call)
            return nil
        }
    }

    /// Asks the second judge, if there is one. When nothing is heard of it, ours counts alone.
    func askSecond(_ text: String, of side: OpinionSide, _ call: inout CallRecord) async throws(ModelError) {
        guard let second = surroundings.secondOpinion, !text.isEmpty else { return }
        call.take(UsedTokens(input: 0, output: 0, costMicroUSD: opinionCost(of: text.count)))
        switch await second.opinion(on: text, of: side) {
        case .passes: break
        case .unavailable:
            call.isOpinionMissing = true
            meter.fault("second-opinion-unavailable", call)
        case .intervenes(let rule, let isAttack):
            let finding = Finding(.secondOpinion, rule: rule)
            call.add([finding])
            if side == .output { throw .answerRefused(finding) }
            if isAttack { throw await attempted(finding, by: call.caller, call) }
            throw .refused(finding)
        }
    }

    /// What the second judge takes for so many characters, in millionths of a US dollar; zero without one.
    func opinionCost(of characters: Int) -> Int { (policy.secondOpinion?.microUSDPerTextUnit ?? 0) * ((characters + 999) / 1_000) }

    /// Something beside the call did not work; the call goes on without it.
    func report(_ what: String, _ error: any Error, _ call: CallRecord) {
        meter.fault(what, call)
        surroundings.logger.error("model.fault") { line in
            line.field("request_id", call.requestID)
            line.field("fault", what)
            line.field("error", error: error)
        }
    }
}

/// An answer that may be shown.
struct UsedAnswer<Value: Sendable>: Sendable {
    let value: Value
    /// As the guardrails leave it.
    let text: String
    /// Whether there was more of it than is allowed.
    var isCut: Bool
}

extension LanguageModel {
    /// An answer that may be shown, or what is wrong with it that a model could do better.
    typealias Used<Value: Sendable> = Result<UsedAnswer<Value>, AnswerProblems>

    func use<Value: Sendable>(
        _ response: ConverseResponse, _ format: AnswerFormat<Value>, _ request: ModelRequest, _ call: inout CallRecord
    ) async throws(ModelError) -> Used<Value> {
        if let finding = response.stopReason.finding {
            call.add([finding])
            throw .answerRefused(finding)
        }
        guard let text = format.text(of: response) else { return .failure(AnswerProblems(["It does not use the tool “answer”."])) }
        let used = try judge(answer: text, format, request, &call)
        guard case .success(let good) = used else { return used.adding(response.stopReason.problem) }
        try await askSecond(good.text, of: .output, &call)
        return used.map { UsedAnswer(value: $0.value, text: $0.text, isCut: $0.isCut || response.stopReason == .maximumTokens) }
    }

    /// Lets the guardrails judge an answer, and reads it.
    func judge<Value: Sendable>(
        answer: String, _ format: AnswerFormat<Value>, _ request: ModelRequest, _ call: inout CallRecord
    ) throws(ModelError) -> Used<Value> {
        let verdict = surroundings.guardrails.judge(answer: answer, as: expected(request, isJSON: format.tool != nil))
        call.add(verdict.findings)
        if let refusal = verdict.refusal {
            guard let problem = refusal.problem else { throw .answerRefused(refusal) }
            return .failure(AnswerProblems([problem]))
        }
        do throws(AnswerProblems) {
            return .success(UsedAnswer(value: try format.read(verdict.text), text: verdict.text, isCut: verdict.isCut))
        } catch {
            return .failure(error)
        }
    }

    func expected(_ request: ModelRequest, isJSON: Bool) -> ExpectedAnswer {
        ExpectedAnswer(
            protected: request.prompt.protected, maximumCharacters: policy.answer.maximumCharacters, isJSON: isJSON, language: request.language)
    }
}

extension Result where Failure == AnswerProblems {
    fileprivate func adding(_ sentence: String?) -> Self {
        guard let sentence else { return self }
        return mapError { AnswerProblems([sentence] + $0.sentences) }
    }
}

extension Finding {
    /// What a model could do better, where it is of that kind.
    fileprivate var problem: String? {
        switch family {
        case .incoherent where rule == "incoherent.language": "It is not in the language that was asked for."
        case .incoherent: "It is not coherent, or not of the length that was asked for."
        case .empty: "It is empty."
        case .tooLong: "It is too long."
        default: nil
        }
    }
}

extension StopReason {
    /// What others than us have found in the answer.
    var finding: Finding? {
        self == .guardrailIntervened || self == .contentFiltered ? Finding(.secondOpinion, rule: "bedrock.\(rawValue)") : nil
    }

    fileprivate var problem: String? { self == .maximumTokens ? "It was cut off, as it was too long: be brief." : nil }
}
