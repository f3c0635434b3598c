import AWS
import JSON
import Platform

/// The model of local-cloud: answers from embedded data, the same for the same request and seed.
struct LocalModel: ModelBackend {
    /// Changes every answer; for people who want others.
    var seed: UInt64 = 0
    var carelessness: Carelessness = .never
    let workers: BlockingPool

    func reply(to request: ConverseRequest, _ call: CallSettings) async throws(ServiceFault) -> ConverseReply {
        do {
            return try await workers.run { [self] in answer(request, call) }
        } catch {
            throw .throttled("Too many requests, please wait before trying again.")
        }
    }

    func events(for request: ConverseRequest, _ call: CallSettings) async throws(ServiceFault) -> any ConverseEventSource {
        let reply = try await reply(to: request, call)
        return ListedEvents(reply.events(latencyMilliseconds: reply.usage.output * 7 + 180))
    }

    /// The whole answer, with its limits applied. A value in, a value out.
    func answer(_ request: ConverseRequest, _ call: CallSettings) -> ConverseReply {
        let seed = request.fingerprint ^ seed
        var reply = said(request, seed: seed)
        var limit = OutputLimit(maximumTokens: request.maximumTokens ?? request.model.outputTokens, stopSequences: request.stopSequences)
        var mood = SeededRandom(seed: seed &+ UInt64(call.attempt), purpose: "mood")
        if let kind = (call.careless ?? carelessness).kind(&mood) {
            reply = reply.spoiled(kind, system: request.system.joined(separator: "\n"), random: &mood)
            let tokens = limit.applied(to: reply, inputTokens: 0).usage.output
            if kind == .cutOff { limit.maximumTokens = max(1, tokens / 2) }
        }
        return limit.applied(to: reply, inputTokens: request.inputTokens)
    }

    private func said(_ request: ConverseRequest, seed: UInt64) -> ConverseReply {
        let digest = PromptDigest(request)
        let mustCall = request.toolChoice != .automatic
        if let reason = Refusal.reason(in: digest.ask), !mustCall {
            return ConverseReply(blocks: [.text(Refusal.text(reason, inJapanese: digest.isJapanese))], stopReason: .endTurn)
        }
        var answerer = Answerer(digest, seed: seed)
        let intent = Intent.of(digest)
        let answer = answerer.answer(intent)
        // A tool that may be used is used where it is about what is asked.
        if let tool = digest.tool, mustCall || intent != .smallTalk {
            let input = SchemaFitting.fit(tool.schema, answer.facts, seed: seed)
            return ConverseReply(blocks: [.toolUse(id: "tooluse_\(Self.name(seed))", name: tool.name, input: input)], stopReason: .toolUse)
        }
        if let schema = digest.schema, digest.tool == nil {
            return ConverseReply(blocks: [.text(JSON.string(SchemaFitting.fit(schema, answer.facts, seed: seed)))], stopReason: .endTurn)
        }
        let wantsJSON = digest.wantsJSON && intent != .smallTalk
        return ConverseReply(blocks: [.text(wantsJSON ? JSON.string(answer.facts.plainFacts(intent)) : answer.prose)], stopReason: .endTurn)
    }

    /// 22 letters and digits, as Bedrock's ids have.
    private static func name(_ seed: UInt64) -> String {
        var random = SeededRandom(seed: seed, purpose: "id")
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        return String((0..<22).map { _ in random.pick(letters) })
    }
}

extension JSONFragment {
    /// The facts that answer a prompt which asks for JSON without a schema.
    fileprivate func plainFacts(_ intent: Intent) -> JSONFragment {
        switch intent {
        case .vocabulary:
            let words = self["words"]?.arrayValue ?? []
            let plain = words.map { word in
                JSONFragment.object(["japanese", "romaji", "english", "parts"].compactMap { name in word[name].map { .init(name, $0) } })
            }
            return .object([.init("group_name", self["group_name"] ?? ""), .init("words", .array(plain))])
        case .haiku:
            let names = (1...3).map { "haiku_line_en_\($0)" } + (1...3).map { "haiku_line_ja_\($0)" } + ["topic", "message"]
            return .object(names.compactMap { name in self[name].map { .init(name, $0) } })
        default: return self
        }
    }
}
