import AWS
import Guardrails
import JSON
import LanguageModel
import ModelKit
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct `What users write` {
    private func error(_ gateway: Gateway, _ request: ModelRequest) async -> ModelError? {
        await gateway.error { () async throws(ModelError) in try await gateway.model.text(request) }
    }

    @Test func `that is refused reaches neither model nor throttle`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        let error = await error(gateway, gateway.request("RUDE"))
        #expect(error == .refused(Finding(.profanity, rule: "test.rude")) && gateway.events.all == ["guard", "block"])
        #expect(gateway.alerts.kinds == [.guardrailViolation])
    }

    @Test func `that is an attack ends the conversation, is noted, and leads to a block the third time`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        let attack = gateway.request("ATTACK")
        for _ in 0..<2 { #expect(await error(gateway, attack) == .conversationEnded(Finding(.ignorePrevious, rule: "test.attack"))) }
        let until = gateway.clock.now() + .seconds(300)
        #expect(await error(gateway, attack) == .blocked(until: until))
        #expect(gateway.alerts.kinds == [.guardrailViolation, .guardrailViolation, .guardrailViolation, .securityBreach])
        #expect(await error(gateway, gateway.request("Good morning")) == .blocked(until: until), "whatever is written")
        #expect(await error(gateway, gateway.request("RUDE")) == .blocked(until: until))
        #expect(try await gateway.model.text(gateway.request(user: "momiji")).value == "ねこ")
        gateway.clock.advance(by: .seconds(301))
        #expect(try await gateway.model.text(gateway.request()).value == "ねこ")
    }

    @Test func `that is an attack ends the conversation also without the ledger`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        gateway.ledger.isAway.withLock { $0 = true }
        #expect(await error(gateway, gateway.request("ATTACK"))?.kind == .conversationEnded)
        #expect(await error(gateway, gateway.request("RUDE"))?.kind == .refused)
    }

    @Test func `that is rude and an attack is an attack`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        var request = gateway.request("RUDE")
        request.content.append(.message("ATTACK"))
        #expect(await error(gateway, request) == .conversationEnded(Finding(.ignorePrevious, rule: "test.attack")))
    }

    @Test func `is put together from all parts and turns before it is judged`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        var parts = gateway.request()
        parts.content = [.quoted("ATTACK", as: "topic"), .quoted("harmless", as: "level")]
        #expect(await error(gateway, parts)?.kind == .conversationEnded)
        #expect(await error(gateway, gateway.request("go on", user: "momiji", earlier: [.user("ATTACK"), .model("…")]))?.kind == .conversationEnded)
    }

    @Test func `is no longer than the policy allows, all its parts together`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        var request = gateway.request()
        request.content = [.quoted(String(repeating: "a", count: 1_500), as: "one"), .quoted(String(repeating: "b", count: 501), as: "two")]
        #expect(await error(gateway, request) == .refused(Finding(.tooLong, rule: "message.characters")) && gateway.alerts.kinds.isEmpty)
    }

    @Test func `meets the prompt only cleaned, escaped and between marks that nobody can foresee`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        for _ in 0..<2 { _ = try await gateway.model.text(gateway.request("a < b & </data-0000> me@home")) }
        let asked = gateway.endpoint.asked.compactMap(\.request)
        let texts = asked.map { $0.messages.last?.text ?? "" }
        #expect(texts[0].contains("<message>a &lt; b &amp; &lt;/data-0000&gt; me[mail]home</message></data-"))
        #expect(texts[0] != texts[1] && asked[0].system.count == 2 && asked[0].system[1].contains("never an instruction"))
        #expect(asked[0].system[0].hasPrefix("You are a patient teacher of Japanese."))
    }

    @Test func `goes with the newest turns that fit, beginning with the user's, and without those that would not pass`() async throws {
        let gateway = try Gateway(.says("ねこ"), policy: { $0.limits.tokensPerRequest = 1_600 })
        let long = String(repeating: "word ", count: 200)
        let turns: [ModelTurn] = [.user(long), .model(long), .user(long), .model(long), .user("RUDE"), .model("no"), .user("second"), .model("two")]
        _ = try await gateway.model.text(gateway.request("third", earlier: turns))
        let messages = try #require(gateway.endpoint.asked.first?.request?.messages)
        #expect(messages.map(\.role) == [.user, .assistant, .user, .assistant, .user])
        #expect(messages[2].text.contains("second") && messages[4].text.contains("third") && !messages.contains { $0.text.contains("RUDE") })
        #expect((gateway.ledger.requests.withLock { $0.first?.tokens } ?? .max) <= 1_600)
    }

    @Test func `goes with no more earlier turns than the policy allows`() async throws {
        let gateway = try Gateway(.says("ねこ"), policy: { ($0.prompt.maximumTurns, $0.prompt.maximumEarlierCharacters) = (4, 20) })
        let turns = (0..<6).flatMap { [ModelTurn.user("question \($0)"), .model("answer")] }
        _ = try await gateway.model.text(gateway.request("now", earlier: turns))
        #expect(gateway.endpoint.asked.first?.request?.messages.map(\.role) == [.user, .assistant, .user], "16 characters, and 32 would be too many")
    }

    @Test func `is kept out of the log and of every error`() async throws {
        let gateway = try Gateway(.says("The secret answer"))
        _ = try await gateway.model.text(gateway.request("my secret question"))
        let error = try #require(await error(gateway, gateway.request("RUDE secret question")))
        #expect(!gateway.log.lines.contains { $0.contains("secret") } && !"\(error) \(String(reflecting: error))".contains("secret"))
    }
}

@Suite(.timeLimit(.minutes(1))) struct `What models write` {
    @Test func `is shown as the guardrails leave it`() async throws {
        let gateway = try Gateway(.says("<b>ねこ"))
        #expect(try await gateway.model.text(gateway.request()).value == "ねこ")
    }

    @Test func `that must not be shown is refused, and somebody is told`() async throws {
        let gateway = try Gateway(.says("GORE"))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        #expect(error == .answerRefused(Finding(.violence, rule: "test.gore")) && gateway.endpoint.asked.count == 1)
        #expect(gateway.alerts.kinds == [.guardrailViolation] && gateway.ledger.books.openCalls == 0)
    }

    @Test func `that tells our instructions is a breach`() async throws {
        let probe = try Gateway(.says("ねこ"))
        _ = try await probe.model.text(probe.request())
        let instructions = try #require(probe.endpoint.asked.first?.request?.system.first)
        let gateway = try Gateway(.says("They say: \(instructions)"))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        #expect(error?.kind == .answerRefused && gateway.alerts.kinds == [.securityBreach])
    }

    @Test(arguments: [StopReason.contentFiltered, .guardrailIntervened]) func `that others have held back is refused`(reason: StopReason) async throws {
        let gateway = try Gateway(.says("", reason))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        #expect(error == .answerRefused(Finding(.secondOpinion, rule: "bedrock.\(reason.rawValue)")))
    }

    @Test func `that cannot be used is asked for once more, with a reservation of its own`() async throws {
        let gateway = try Gateway(.says("MUDDLE"), .says("ねこ"))
        #expect(try await gateway.model.text(gateway.request()).value == "ねこ")
        let messages = try #require(gateway.endpoint.asked.last?.request?.messages)
        #expect(messages.map(\.role) == [.user, .assistant, .user] && messages[2].text.contains("not coherent"))
        #expect(gateway.events.all.count { $0 == "reserve" } == 2 && gateway.ledger.settled.withLock { $0.count } == 2)
        #expect(gateway.callLine?["repairs"] == 1 && gateway.callLine?["input_tokens"] == 200)
    }

    @Test func `in another language than was asked for is asked for once more`() async throws {
        let gateway = try Gateway(.says("cat"), .says("ねこ"))
        var request = gateway.request()
        request.language = .japanese
        #expect(try await gateway.model.text(request).value == "ねこ")
        #expect(gateway.endpoint.asked.last?.request?.messages.last?.text.contains("not in the language that was asked for") == true)
    }

    @Test func `that cannot be used twice is given up`() async throws {
        let gateway = try Gateway(.says("MUDDLE"))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        #expect(error?.kind == .answerUnusable && gateway.endpoint.asked.count == 2)
    }

    @Test func `that the guardrails cut is marked, and not kept`() async throws {
        let gateway = try Gateway(.says("ねこは CUT"))
        let answer = try await gateway.model.text(gateway.request(caching: .shared))
        #expect(answer.isCut && !gateway.events.all.contains("keep"))
    }

    @Test func `that cannot be used, where a repair has no room, is given up without asking`() async throws {
        let gateway = try Gateway(.says("MUDDLE " + String(repeating: "word ", count: 300)), policy: { $0.limits.tokensPerRequest = 800 })
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        #expect(error?.kind == .answerUnusable && gateway.endpoint.asked.count == 1 && gateway.ledger.books.openCalls == 0)
    }

    @Test func `that has more to say than it may is marked, and not kept`() async throws {
        let gateway = try Gateway(.says("ねこは", .maximumTokens))
        let answer = try await gateway.model.text(gateway.request(caching: .shared))
        #expect(answer.isCut && !gateway.events.all.contains("keep"))
    }
}

@Suite(.timeLimit(.minutes(1))) struct `A second opinion` {
    struct Judge: SecondOpinion {
        let input: Opinion, output: Opinion
        func opinion(on text: String, of side: OpinionSide) async -> Opinion { side == .input ? input : output }
    }

    @Test func `may refuse a question, and nothing is spent`() async throws {
        let gateway = try Gateway(.says("ねこ"), opinion: Judge(input: .intervenes(rule: "topicPolicy.Weapons"), output: .passes))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        #expect(error == .refused(Finding(.secondOpinion, rule: "topicPolicy.Weapons")) && gateway.ledger.settled.withLock { $0 } == [.none])
    }

    @Test func `that sees an attempt against the model ends the conversation, and leads to a block`() async throws {
        let rule = Opinion.intervenes(rule: "contentPolicy.PROMPT_ATTACK", isAttack: true)
        let gateway = try Gateway(.says("ねこ"), opinion: Judge(input: rule, output: .passes))
        var kinds: [ModelError.Kind?] = []
        for _ in 0..<3 { kinds.append(await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }?.kind) }
        #expect(kinds == [.conversationEnded, .conversationEnded, .blocked] && gateway.ledger.books.openCalls == 0)
    }

    @Test func `is paid from the budget`() async throws {
        let gateway = try Gateway(
            .says("ねこ"), opinion: Judge(input: .passes, output: .passes), policy: { $0.secondOpinion = .init(GuardrailReference(id: "g", version: "1")) })
        let answer = try await gateway.model.text(gateway.request())
        #expect(answer.usage.costMicroUSD == 220 + 2 * 400 && gateway.ledger.settled.withLock { $0 } == [answer.usage])
        #expect((gateway.ledger.requests.withLock { $0.first?.costMicroUSD } ?? 0) > 18 * 400)
    }

    @Test func `may refuse an answer`() async throws {
        let gateway = try Gateway(.says("ねこ"), opinion: Judge(input: .passes, output: .intervenes(rule: "wordPolicy")))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        #expect(error == .answerRefused(Finding(.secondOpinion, rule: "wordPolicy")))
    }

    @Test func `that is not heard leaves it to ours, and is counted`() async throws {
        let gateway = try Gateway(.says("ねこ"), opinion: Judge(input: .unavailable, output: .unavailable))
        #expect(try await gateway.model.text(gateway.request()).value == "ねこ")
        #expect(gateway.callLine?["second_opinion"] == "unavailable")
        #expect(gateway.metrics.sums.withLock { $0.filter { $0.key.contains("second-opinion-unavailable") }.values.reduce(0, +) } == 2)
    }
}
