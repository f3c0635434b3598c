import AWS
import Guardrails

/// A question after the guardrails: what of it may reach a model.
struct JudgedRequest: Sendable {
    /// The message, its quoted parts cleaned.
    var content: [PromptPart]
    /// Earlier turns that still pass, beginning with a user's.
    var earlier: [ModelTurn]
    /// All that was found.
    var findings: [Finding]
    /// What is against it; nil when it may pass.
    var refusal: Finding?
    /// What makes it an attempt against the model.
    var attack: Finding? { findings.first { $0.family.response == .attack } }
}

extension [PromptPart] {
    /// All that users wrote in them.
    var quotedText: String { compactMap { if case .quoted(let text, _) = $0 { text } else { nil } }.joined(separator: "\n") }
}

extension JudgedRequest {
    /// Judges each quoted part together with all before it, so that no instruction is put together from parts that are harmless alone.
    init(_ parts: [PromptPart], earlier turns: [ModelTurn], by guardrails: any TextJudge, _ policy: ModelPolicy.Prompt) {
        var content: [PromptPart] = [], findings: [Finding] = [], refusal: Finding?, characters = 0
        let turns = turns.newest(policy)
        var before: [String] = turns.compactMap { if case .user(let text) = $0 { text } else { nil } }
        for part in parts {
            guard case .quoted(let text, let name) = part else {
                content.append(part)
                continue
            }
            precondition(!name.isEmpty && name.utf8.allSatisfy { (97...122).contains($0) || $0 == 95 }, "the name of a quotation is of a-z and _")
            let verdict = guardrails.judge(GuardedPrompt(text, earlier: before))
            characters += verdict.text.count
            findings += verdict.findings
            refusal = refusal ?? verdict.refusal
            content.append(.quoted(verdict.text, as: name))
            before.append(text)
        }
        if refusal == nil, characters > policy.maximumCharacters {
            let tooLong = Finding(.tooLong, rule: "message.characters")
            (refusal, findings) = (tooLong, findings + [tooLong])
        }
        let earlier = Self.passing(turns, guardrails)
        self.init(content: content, earlier: earlier, findings: findings, refusal: refusal)
    }

    /// Earlier turns, cleaned as they were when they were new. What would not pass today is left away together with its answer.
    private static func passing(_ turns: ArraySlice<ModelTurn>, _ guardrails: any TextJudge) -> [ModelTurn] {
        var passing: [ModelTurn] = [], isPassing = false
        for turn in turns {
            switch turn {
            case .user(let text):
                let verdict = guardrails.judge(GuardedPrompt(text))
                isPassing = verdict.refusal == nil
                if isPassing { passing.append(.user(verdict.text)) }
            case .model:
                if isPassing { passing.append(turn) }
            }
        }
        return passing
    }
}

extension JudgedRequest {
    /// The conversation for a model, in at most so many tokens besides the newest message: the oldest turns are left away first.
    func messages(_ fence: QuotationFence, maximumTokens: Int) -> [ConverseMessage] {
        let newest = ConverseMessage(.user, [.text(content.map { $0.text(fence) }.joined(separator: "\n"))])
        var tokens = 0
        let kept = earlier.map { $0.message(fence) }.reversed().prefix { message in
            tokens += TokenEstimate.tokens(in: message.text) + TokenEstimate.perMessage
            return tokens <= maximumTokens - TokenEstimate.tokens(in: newest.text) - TokenEstimate.perMessage
        }
        return Self.alternating(kept.reversed().drop { $0.role == .assistant } + [newest])
    }

    /// Models want turns to alternate.
    private static func alternating(_ messages: [ConverseMessage]) -> [ConverseMessage] {
        messages.reduce(into: []) { turns, message in
            if turns.last?.role == message.role { turns[turns.count - 1].content += message.content } else { turns.append(message) }
        }
    }
}

extension PromptPart {
    fileprivate func text(_ fence: QuotationFence) -> String {
        switch self {
        case .ours(let text): text
        case .quoted(let text, let name): fence.quote(text, as: name)
        }
    }
}

extension [ModelTurn] {
    /// As many of the last ones as the policy allows.
    fileprivate func newest(_ policy: ModelPolicy.Prompt) -> ArraySlice<ModelTurn> {
        var characters = 0
        let count = suffix(policy.maximumTurns).reversed().prefix { turn in
            characters += turn.text.count
            return characters <= policy.maximumEarlierCharacters
        }.count
        return suffix(count)
    }
}

extension ModelTurn {
    fileprivate var text: String {
        switch self {
        case .user(let text), .model(let text): text
        }
    }

    fileprivate func message(_ fence: QuotationFence) -> ConverseMessage {
        switch self {
        case .user(let text): .user(fence.quote(text, as: "message"))
        case .model(let text): .assistant(text)
        }
    }
}
