import AWS
import JSON
import LanguageModel
import ModelKit
import Platform
import TestKit
import Testing

@Suite struct `The policy` {
    @Test func `has the specification's numbers`() throws {
        let policy = ModelPolicy().json
        let expected: [(String, String, JSONFragment)] = [
            ("user_limits", "requests_per_minute", 10), ("user_limits", "tokens_per_hour", 10_000), ("user_limits", "tokens_per_request", 4_000),
            ("application_limits", "requests_per_second", 10), ("application_limits", "requests_per_minute", 100),
            ("application_limits", "concurrent_calls", 5), ("application_limits", "tokens_per_minute", 100_000),
            ("application_limits", "tokens_per_hour", 100_000), ("application_limits", "tokens_per_day", 1_000_000),
            ("application_limits", "daily_alert_percent", 80), ("application_limits", "usd_per_month", "100"),
            ("application_limits", "monthly_alert_percent", 70), ("prompt", "maximum_characters", 2_000), ("retries", "maximum_attempts", 3),
            ("retries", "initial_delay_seconds", 1), ("retries", "factor", 2),
        ]
        for (section, name, value) in expected { #expect(policy[section]?[name] == value, "\(section).\(name)") }
        #expect(policy["text_models"]?["primary"]?["usd_per_million_tokens_read"] == "1.10")
    }

    @Test func `is the same for people and for programs, and tells no guardrail of the account`() {
        var policy = ModelPolicy()
        policy.secondOpinion = .init(GuardrailReference(id: "abcdef", version: "3"))
        policy.sharePercent = 40
        let text = policy.description
        for section in policy.json.members ?? [] {
            #expect(text.contains(section.name))
            for entry in section.value.members ?? [] { #expect(text.contains("  \(entry.name) ")) }
        }
        #expect(!text.contains("abcdef") && !JSON.string(policy.json).contains("abcdef") && text.contains("\n  share_percent          40\n"))
    }

    @Test func `tells the version of each list of the guardrails`() {
        let lists = ModelPolicy().json["lists"]?.members ?? []
        #expect(lists.count >= 12 && lists.allSatisfy { $0.value.stringValue?.isEmpty == false } && Set(lists.map(\.name)).count == lists.count)
    }

    private func gateway(_ change: (inout ModelPolicy) -> Void) throws -> Gateway { try Gateway(.says(""), policy: change) }

    @Test func `that names a model without a price, of another kind or unknown ends the start`() {
        #expect(throws: ModelPolicyError.unknownModel("acme.writer-v1")) { try gateway { $0.text.primary = "acme.writer-v1" } }
        #expect(throws: ModelPolicyError.wrongKind("stability.sd3-5-large-v1:0", needed: "text")) {
            try gateway { $0.text.backup = "stability.sd3-5-large-v1:0" }
        }
        #expect(throws: ModelPolicyError.invalidShare(0)) { try gateway { $0.sharePercent = 0 } }
    }

    @Test func `may name retired models: their successors are used, and a warning is logged once`() async throws {
        let gateway = try gateway { $0.text = .init(primary: "anthropic.claude-v2", backup: "amazon.titan-text-express-v1") }
        let warnings = gateway.log.lines.filter { $0.contains("model.lifecycle") }
        #expect(warnings.count == 2 && warnings[0].contains("anthropic.claude-sonnet-5-5") && warnings[1].contains("amazon.nova-lite-v1:0"))
        _ = await gateway.error { () async throws(ModelError) in try await gateway.model.text(gateway.request()) }
        #expect(gateway.endpoint.models.first == "anthropic.claude-sonnet-5-5" && gateway.log.lines.count { $0.contains("model.lifecycle") } == 2)
    }
}
