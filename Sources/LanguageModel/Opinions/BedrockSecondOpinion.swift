public import AWS

/// Amazon Bedrock's own guardrail (ApplyGuardrail).
public struct BedrockSecondOpinion: SecondOpinion {
    private let client: BedrockClient
    private let settings: ModelPolicy.Opinion

    /// A guardrail of the account.
    public init(_ client: BedrockClient, _ settings: ModelPolicy.Opinion) {
        self.client = client
        self.settings = settings
    }

    /// The guardrail that a policy names; nil when it names none.
    public init?(_ policy: ModelPolicy, _ aws: AWSSettings, _ surroundings: AWSClient.Surroundings) {
        guard let settings = policy.secondOpinion else { return nil }
        var surroundings = surroundings
        // Its word is not waited for long enough for a second attempt.
        surroundings.policy = RetryPolicy(maximumAttempts: 1)
        self.init(BedrockClient(AWSClient(.bedrockRuntime, aws, surroundings)), settings)
    }

    /// Waits no longer than the settings say; an outage is no intervention.
    public func opinion(on text: String, of side: OpinionSide) async -> Opinion {
        await withTaskGroup(of: Opinion.self) { [client, settings] group in
            group.addTask {
                do throws(AWSError) {
                    return Self.opinion(try await client.apply(settings.guardrail, to: [text], from: side == .input ? .input : .output))
                } catch {
                    return .unavailable
                }
            }
            group.addTask {
                try? await Task.sleep(for: settings.patience)
                return .unavailable
            }
            defer { group.cancelAll() }
            return await group.next() ?? .unavailable
        }
    }

    /// What is only masked passes: our own guardrails have replaced personal data already, and what they left they left on purpose.
    private static func opinion(_ verdict: GuardrailVerdict) -> Opinion {
        guard verdict.hasIntervened else { return .passes }
        let blocking = verdict.findings.first { $0.action != "ANONYMIZED" && $0.action != "NONE" }
        guard blocking != nil || verdict.findings.isEmpty else { return .passes }
        let rule = blocking.map { [$0.policy, $0.type ?? $0.name].compactMap(\.self).joined(separator: ".") }
        return .intervenes(rule: rule ?? "guardrail", isAttack: verdict.findings.contains { $0.type == "PROMPT_ATTACK" && $0.action == "BLOCKED" })
    }
}
