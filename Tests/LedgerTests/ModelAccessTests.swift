import AWS
import Guardrails
import HTTPCore
import JSON
import LanguageModel
import ModelAccess
import Platform
import TestKit
import Testing
import Web

@testable import ServiceKit

@Suite struct `What a service decides about models` {
    private func settings(_ environment: [String: String]) throws(EnvironmentError) -> ModelSettings {
        var reader = EnvironmentReader(environment)
        let settings = ModelSettings(from: &reader, share: 60)
        try reader.finish()
        return settings
    }

    @Test func `is the specification's where the environment says nothing`() throws {
        let policy = try settings([:]).policy
        #expect(policy.limits == UsageLimits() && policy.sharePercent == 60 && policy.secondOpinion == nil)
        #expect(policy.limits.userRequestsPerMinute == 10 && policy.limits.userTokensPerHour == 10_000)
        #expect(policy.limits.requestsPerMinute == 100 && policy.limits.tokensPerHour == 100_000)
        #expect(policy.limits.requestsPerSecond == 10 && policy.limits.concurrentCalls == 5 && policy.limits.tokensPerRequest == 4_000)
        #expect(policy.limits.tokensPerMinute == 100_000 && policy.limits.tokensPerDay == 1_000_000 && policy.limits.microUSDPerMonth == 100_000_000)
        #expect(policy.limits.dailyAlertPercent == 80 && policy.limits.monthlyAlertPercent == 70)
        #expect(policy.retries.maximumAttempts == 3 && policy.retries.initialDelay == .seconds(1) && policy.retries.factor == 2)
        #expect(policy.prompt.maximumCharacters == 2_000)
    }

    @Test func `of two databases makes the specification's numbers together`() {
        let limits = UsageLimits(), portal = limits.share(percent: 60), haiku = limits.share(percent: 40)
        #expect(portal.requestsPerMinute + haiku.requestsPerMinute == 100 && portal.concurrentCalls + haiku.concurrentCalls == 5)
        #expect(portal.tokensPerDay + haiku.tokensPerDay == 1_000_000 && portal.microUSDPerMonth + haiku.microUSDPerMonth == 100_000_000)
        #expect(portal.requestsPerSecond + haiku.requestsPerSecond == 10 && portal.tokensPerHour + haiku.tokensPerHour == 100_000)
        #expect(portal.userRequestsPerMinute == 10 && haiku.userRequestsPerMinute == 10)
    }

    @Test func `is read from the environment`() throws {
        let environment = [
            "TEXT_MODEL": "us.anthropic.claude-haiku-4-5-20251001-v1:0", "TEXT_MODEL_BACKUP": "none", "MODEL_SHARE_PERCENT": "40",
            "BEDROCK_GUARDRAIL_ID": "gr-1", "ADMIN_TOPIC_ARN": "arn:aws:sns:us-east-1:1:admin",
        ]
        let settings = try settings(environment)
        #expect(settings.policy.text == .init(primary: "us.anthropic.claude-haiku-4-5-20251001-v1:0", backup: nil))
        #expect(settings.policy.sharePercent == 40 && settings.policy.secondOpinion?.guardrail.version == "DRAFT")
        #expect(settings.adminTopic == "arn:aws:sns:us-east-1:1:admin")
    }

    @Test(arguments: [
        ("TEXT_MODEL", "gpt"), ("TEXT_MODEL", "stability.stable-image-core-v1:1"), ("IMAGE_MODEL_BACKUP", "nothing"), ("MODEL_SHARE_PERCENT", "0"),
    ])
    func `is not begun with settings that are none`(variable: String, value: String) {
        #expect(throws: EnvironmentError.self) { try settings([variable: value]) }
    }

    @Test func `is shown to everybody, without secrets`() async throws {
        let settings = try settings(["BEDROCK_GUARDRAIL_ID": "gr-secret", "ADMIN_TOPIC_ARN": "arn:aws:sns:us-east-1:123456789012:admin"])
        let client = TestClient(Application { PolicyRoutes(settings.policy).register(on: $0) })
        let answer = try await client.get("/api/v1/public/policy")
        #expect(answer.status == .ok && answer[.contentType] == "application/json" && answer[.cacheControl] == "public, max-age=300")
        let policy = try JSON.parse(answer.body)
        #expect(policy["user_limits"]?["requests_per_minute"]?.intValue == 10 && policy["application_limits"]?["usd_per_month"]?.stringValue == "100")
        #expect(policy["second_opinion"]?["is_on"]?.boolValue == true)
        #expect(!answer.text.contains("gr-secret") && !answer.text.contains("123456789012"))
    }

    @Test func `is printed for people in place of serving`() throws {
        let commands = [ServiceCommand.printPolicy(share: 40)]
        guard case .run(let command) = ServiceCommand.request(["--print-policy"], among: commands) else {
            Issue.record("the option is not known")
            return
        }
        var environment = EnvironmentReader([:])
        let text = command.text(&environment)
        try environment.finish()
        #expect(text.contains("requests_per_minute  10\n") && text.contains("share_percent          40\n") && text.contains("usd_per_month          40\n"))
    }

    @Test(arguments: [["--print-policy", "now"], ["--nope"], ["print-policy"]]) func `is not printed for other words on the command line`(arguments: [String]) {
        guard case .unknown(let sentence) = ServiceCommand.request(arguments, among: [.printPolicy(share: 40)]) else {
            Issue.record("\(arguments) was taken")
            return
        }
        #expect(sentence.contains("--print-policy"))
        guard case .serve = ServiceCommand.request([], among: []) else {
            Issue.record("no option does not serve")
            return
        }
    }
}

@Suite struct `A gateway's error in the words of HTTP` {
    private static let now = UnixTime(seconds: 1_000)

    @Test(
        arguments: [
            (ModelError.refused(Finding(.profanity, rule: "r")), 400, "prompt-refused", nil),
            (.refused(Finding(.tooLong, rule: "r")), 400, "prompt-too-long", nil),
            (.limited(.tokensPerRequest, retryAfter: .zero), 400, "prompt-too-long", nil),
            (.conversationEnded(Finding(.roleOverride, rule: "r")), 409, "conversation-ended", nil),
            (.blocked(until: UnixTime(seconds: 1_300)), 403, "blocked-for-a-while", "300"),
            (.blocked(until: UnixTime(seconds: 900)), 403, "blocked-for-a-while", "1"),
            (.limited(.userRequestsPerMinute, retryAfter: .milliseconds(4_200)), 429, "model-limit-reached", "5"),
            (.limited(.concurrentCalls, retryAfter: .seconds(1)), 503, "model-busy", "1"),
            (.limited(.tokensPerDay, retryAfter: .seconds(60)), 503, "model-budget-spent", "60"),
            (.ledgerUnavailable(detail: "secret"), 503, "ledger-unavailable", "5"),
            (.modelUnavailable(retryAfter: .seconds(20), detail: "secret"), 503, "model-unavailable", "20"),
            (.answerUnusable(problems: ["secret"]), 502, "answer-unusable", nil),
            (.answerRefused(Finding(.promptLeaked, rule: "secret")), 502, "answer-refused", nil),
            (.timedOut, 504, "model-timed-out", "5"), (.cancelled, 503, "model-unavailable", "1"),
        ] as [(ModelError, Int, String, String?)])
    func `has a status, a type, and when to come back`(error: ModelError, status: Int, type: String, retryAfter: String?) async throws {
        struct Clock: WallClock { func now() -> UnixTime { `A gateway's error in the words of HTTP`.now } }
        let client = TestClient(
            Application { routes in
                routes.use(ModelErrorRendering(clock: Clock()))
                routes.get("/") { () async throws -> Text in throw error }
            })
        let answer = try await client.get("/")
        let said = try JSON.parse(answer.body)["type"]?.stringValue
        #expect(Int(answer.status.code) == status && said == type && answer[.retryAfter] == retryAfter)
        #expect(!answer.text.contains("secret"))
    }
}
