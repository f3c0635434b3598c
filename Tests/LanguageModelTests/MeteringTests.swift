import AWS
import Guardrails
import JSON
import LanguageModel
import ModelKit
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Each call` {
    @Test func `is one line in the log, with all that the specification wants`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        _ = try await gateway.model.text(gateway.request("mail me@home"))
        let line = try #require(gateway.callLine)
        let expected: [(String, JSONFragment)] = [
            ("request_id", "req-1"), ("person", "#5"), ("purpose", "chat"), ("prompt", "chat"), ("prompt_hash", "#12"), ("model", .string(Gateway.primary)),
            ("outcome", "answered"), ("guardrails", "personal-data:test.mail"), ("cached", false), ("attempts", 1), ("input_tokens", 100),
            ("output_tokens", 20), ("cost_micro_usd", 220),
        ]
        for (name, value) in expected { #expect(line[name] == value, "\(name)") }
        #expect(line["time"] != nil && line["prompt_version"]?.stringValue?.hasPrefix("fixed-") == true && line["took_ms"] != nil)
        #expect(gateway.log.lines.count { $0.contains("\"model.call\"") } == 1)
    }

    @Test func `is measured by purpose and model`() async throws {
        let gateway = try Gateway(.says("ねこ"))
        _ = try await gateway.model.text(gateway.request("mail me@home"))
        let sums = gateway.metrics.sums.withLock { $0 }, labels = "purpose=chat model=\(Gateway.primary)"
        #expect(sums["TokenUsage \(labels)"] == 120 && sums["PromptLength \(labels)"] == 12 && sums["ResponseLength \(labels)"] == 2)
        #expect(sums["ProcessingTime \(labels)"] == 0 && sums["GuardrailViolations \(labels) family=personal-data"] == 1)
        _ = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request("RUDE")) }
        #expect(gateway.metrics.sums.withLock { $0["ErrorRates purpose=chat model=none error=refused"] } == 1)
    }

    @Test func `that takes too long is told of`() async throws {
        let gateway = try Gateway(.fails(EndpointError(.throttled)), .says("ねこ"), policy: { $0.alerts.latency = .milliseconds(400) })
        _ = try await gateway.model.text(gateway.request())
        #expect(gateway.alerts.kinds == [.highLatency])
    }

    @Test func `that brings a budget past its alert is told of once`() async throws {
        let gateway = try Gateway(.says("ねこ"), policy: { $0.limits.tokensPerDay = 1_000 })
        for _ in 0..<2 { _ = try await gateway.model.text(gateway.request()) }
        #expect(gateway.alerts.kinds.filter { $0 == .budgetThreshold }.count <= 1)
    }

    @Test func `of a minute with far more tokens than usual is told of once`() async throws {
        let gateway = try Gateway(.says("ねこ"), policy: { ($0.alerts.spikeTokens, $0.alerts.spikeFactor) = (240, 2) })
        _ = try await gateway.model.text(gateway.request(user: "a"))
        #expect(gateway.alerts.kinds.isEmpty)
        gateway.clock.advance(by: .seconds(61))
        for user in ["b", "c", "d", "e"] { _ = try await gateway.model.text(gateway.request(user: user)) }
        #expect(gateway.alerts.kinds == [.tokenUsageSpike])
    }
}

@Suite struct `An error has two faces` {
    static let all: [ModelError] = [
        .refused(Finding(.tooLong, rule: "r")), .conversationEnded(Finding(.jailbreakPersona, rule: "r")), .blocked(until: UnixTime(seconds: 1)),
        .limited(.tokensPerHour, retryAfter: .seconds(3)), .ledgerUnavailable(detail: "the pool is empty"),
        .modelUnavailable(retryAfter: .seconds(20), detail: "503"), .answerUnusable(problems: ["words: too few"]),
        .answerRefused(Finding(.violence, rule: "r")),
        .timedOut, .cancelled,
    ]

    @Test(arguments: all) func `a bland one for users and a full one for the log`(error: ModelError) {
        #expect(error.description.hasSuffix(".") && !error.description.contains(error.kind.rawValue) && !error.description.contains("503"))
        #expect(String(reflecting: error).contains(error.kind == .blocked ? "1" : error.kind == .limited ? "tokens-per-hour" : error.kind.rawValue))
    }

    @Test func `and each of them stands here`() { #expect(Set(Self.all.map(\.kind)) == Set(ModelError.Kind.allCases)) }

    @Test func `some end a conversation, some pass with time`() {
        #expect(Self.all.filter(\.endsConversation).map(\.kind) == [.conversationEnded, .blocked])
        #expect(Self.all.compactMap(\.retryAfter) == [.seconds(3), .seconds(20)])
    }
}
