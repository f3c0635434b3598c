import Platform

/// What an answer must not repeat: our instructions to the model. Make it once: what is looked for is worked out then.
public struct ProtectedPrompt: Sendable, Equatable {
    /// The instructions.
    public let text: String
    /// A word that stands nowhere else: whoever writes it has read the instructions. Empty when there is none.
    public let canary: String
    private let cached: Cached

    /// Worked out when it is first needed.
    private final class Cached: Sendable {
        let trace = Lock<PromptTrace?>(nil)
    }

    /// Instructions to protect.
    public init(_ text: String, canary: String = "") {
        self.text = text
        self.canary = canary
        cached = Cached()
    }

    /// What they look like in an answer.
    var trace: PromptTrace {
        cached.trace.withLock { trace in
            if let trace { return trace }
            let made = PromptTrace(self)
            trace = made
            return made
        }
    }

    /// Whether two are the same instructions with the same canary.
    public static func == (one: Self, other: Self) -> Bool { one.text == other.text && one.canary == other.canary }
}

/// What an answer should be like.
public struct ExpectedAnswer: Sendable, Equatable {
    /// What it must not repeat.
    public var protected: ProtectedPrompt?
    /// The greatest length, in characters; what is longer is cut at the end of a sentence.
    public var maximumCharacters: Int
    /// Whether the answer is JSON, whose strings are judged rather than its punctuation. JSON is not cut: what is too long is refused.
    public var isJSON: Bool
    /// What it should be written in: another language is a matter for repair. Known at the answer's end.
    public var language: AnswerLanguage

    /// Expectations.
    public init(protected: ProtectedPrompt? = nil, maximumCharacters: Int = 8_000, isJSON: Bool = false, language: AnswerLanguage = .any) {
        self.protected = protected
        self.maximumCharacters = maximumCharacters
        self.isJSON = isJSON
        self.language = language
    }
}

/// What the guardrails say of an answer.
public struct OutputVerdict: Sendable, Equatable {
    /// The answer as a user may see it; empty when refused.
    public let text: String
    /// All that was found; bounded.
    public let findings: [Finding]
    /// Whether the answer was longer than expected: nothing more will be shown of it.
    public let isCut: Bool

    /// A verdict.
    public init(text: String, findings: [Finding], isCut: Bool = false) {
        self.text = text
        self.findings = findings
        self.isCut = isCut
    }

    /// Why the answer must not be shown; nil when it may.
    public var refusal: Finding? { findings.first { $0.family.response != .clean } }
}
