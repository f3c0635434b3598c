import AWS
import HTTPClient
import JSON
import Testing

@Suite struct GuardrailTests {
    private func verdict(_ body: String) async throws -> GuardrailVerdict {
        let world = CallWorld { _, _ in HTTPClientResponse(status: 200, body: Array(body.utf8)) }
        return try await BedrockClient(world.client(.bedrockRuntime)).apply(GuardrailReference(id: "gr", version: "1"), to: ["a"], from: .input)
    }

    @Test func `a guardrail that intervenes says what it found and what to use instead`() async throws {
        let peer = try BedrockPeer.answer("intervened")
        let verdict = try await verdict(try #require(peer["body"]?.stringValue))
        #expect(verdict.action == .intervened && verdict.hasIntervened && verdict.reason == "Guardrail blocked." && verdict.outputs == ["I cannot say."])
        #expect(
            verdict.findings.map { "\($0.policy) \($0.type ?? "-") \($0.name ?? "-") \($0.match ?? "-") \($0.action) \($0.confidence ?? "-")" } == [
                "topicPolicy DENY Finance - BLOCKED -", "contentPolicy PROMPT_ATTACK - - BLOCKED HIGH", "contentPolicy INSULTS - - NONE LOW",
                "wordPolicy - - secret BLOCKED -", "wordPolicy PROFANITY - darn BLOCKED -", "sensitiveInformationPolicy EMAIL - a@b.example ANONYMIZED -",
                "sensitiveInformationPolicy - order A-1 BLOCKED -", "contextualGroundingPolicy GROUNDING - - BLOCKED -",
            ])
        #expect(verdict.assessments.map(\.sorted) == peer["parsed"]?["assessments"]?.arrayValue?.map(\.sorted))
    }

    @Test func `texts that pass have no outputs; an action of tomorrow does not let them pass`() async throws {
        let passed = try #require(try BedrockPeer.answer("passed")["body"]?.stringValue)
        let verdict = try await verdict(passed)
        #expect(!verdict.hasIntervened && verdict.outputs.isEmpty && verdict.findings.isEmpty)
        #expect(try await self.verdict(passed.replacing("NONE", with: "ASKED_A_HUMAN")).hasIntervened)
    }

    @Test(arguments: ["{}", "[]", #"{"action":"NONE","outputs":[]}"#]) func `an answer without a verdict is an error`(body: String) async {
        let error = await #expect(throws: AWSError.self) { try await verdict(body) }
        guard case .unexpectedAnswer? = error?.cause else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
