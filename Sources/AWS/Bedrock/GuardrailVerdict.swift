public import JSON

/// What a guardrail says about texts. Source: Amazon Bedrock API Reference, ApplyGuardrail.
public struct GuardrailVerdict: Sendable, Equatable {
    /// What it did; others than those listed are kept.
    public struct Action: RawRepresentable, Sendable, Hashable {
        /// As the service writes it.
        public let rawValue: String

        /// Any action.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The texts may pass as they are.
        public static let none = Action(rawValue: "NONE")
        /// `outputs` take the place of the texts. No error.
        public static let intervened = Action(rawValue: "GUARDRAIL_INTERVENED")
    }

    /// Where texts come from.
    public enum Source: String, Sendable, CaseIterable {
        /// From a user.
        case input = "INPUT"
        /// From a model.
        case output = "OUTPUT"
    }

    /// What it did.
    public let action: Action
    /// A sentence of the service's, where it gives one.
    public let reason: String?
    /// What to use in place of the texts; empty unless it intervened.
    public let outputs: [String]
    /// What each policy found.
    public let findings: [Finding]
    /// All that was said of it, as it came.
    public let assessments: [JSONFragment]

    /// Whether the texts must not pass as they are. An action that is not known here counts, too.
    public var hasIntervened: Bool { action != .none }

    /// One thing that a policy found.
    public struct Finding: Sendable, Equatable {
        /// Such as `contentPolicy`, `topicPolicy`, `wordPolicy`, `sensitiveInformationPolicy`, `contextualGroundingPolicy`.
        public let policy: String
        /// Such as `PROMPT_ATTACK`, `EMAIL`, `DENY`; nil for words and patterns of the account.
        public let type: String?
        /// The name of a topic or a pattern.
        public let name: String?
        /// What was found in the text. Personal: not for logs.
        public let match: String?
        /// `BLOCKED`, `ANONYMIZED` or `NONE`.
        public let action: String
        /// `NONE`, `LOW`, `MEDIUM` or `HIGH`, of content filters.
        public let confidence: String?
    }
}

extension GuardrailVerdict {
    init(_ answer: JSONFragment) throws(AWSError) {
        guard let action = answer["action"]?.stringValue, let outputs = answer["outputs"]?.arrayValue, let assessments = answer["assessments"]?.arrayValue
        else { throw AWSError(.unexpectedAnswer("ApplyGuardrail answered without action, outputs or assessments")) }
        self.action = Action(rawValue: action)
        self.reason = answer["actionReason"]?.stringValue
        self.outputs = outputs.compactMap { $0["text"]?.stringValue }
        self.assessments = assessments
        findings = assessments.flatMap { Self.findings($0) }
    }

    /// An assessment has a member for each policy, and a policy lists of findings under several names.
    private static func findings(_ assessment: JSONFragment) -> [Finding] {
        (assessment.members ?? []).flatMap { policy in
            (policy.value.members ?? []).flatMap { list in
                (list.value.arrayValue ?? []).compactMap { Finding(policy: policy.name, $0) }
            }
        }
    }
}

extension GuardrailVerdict.Finding {
    /// Nil for what is no finding of a filter, such as one of automated reasoning, which is in `assessments`.
    init?(policy: String, _ finding: JSONFragment) {
        guard let action = finding["action"]?.stringValue else { return nil }
        self.policy = policy
        self.action = action
        type = finding["type"]?.stringValue
        name = finding["name"]?.stringValue
        match = finding["match"]?.stringValue
        confidence = finding["confidence"]?.stringValue
    }
}
