/// Something in a text that a rule of the guardrails is about. Never holds any of the text: findings are logged.
public struct Finding: Sendable, Hashable {
    /// What kind of thing it is.
    public let family: Family
    /// The rule's name in its list, `ignore-previous.en.verb-object`.
    public let rule: String

    /// A finding.
    public init(_ family: Family, rule: String) {
        self.family = family
        self.rule = rule
    }

    /// The kinds of things that are looked for; the raw values are what logs, metrics and data sets call them.
    public enum Family: String, Sendable, Hashable, CaseIterable {
        /// Longer than is allowed, in characters or in bytes.
        case tooLong = "too-long"
        /// Nothing is left of it once it is cleaned.
        case empty
        /// Instructions to leave earlier instructions aside.
        case ignorePrevious = "ignore-previous"
        /// A new role or authority for the model.
        case roleOverride = "role-override"
        /// Asks for our instructions to the model.
        case systemPromptLeak = "system-prompt-leak"
        /// Poses as another speaker, or as the end of what the user wrote.
        case delimiterManipulation = "delimiter-manipulation"
        /// A persona or a story in which no rules hold.
        case jailbreakPersona = "jailbreak-persona"
        /// A made-up dialogue in which the model has already given in.
        case manyShot = "many-shot"
        /// An instruction in parts that only together make one.
        case payloadSplitting = "payload-splitting"
        /// An instruction in another encoding.
        case encodedInstruction = "encoded-instruction"
        /// Characters that hide or disguise text.
        case unicodeSmuggling = "unicode-smuggling"
        /// SQL that does something.
        case sqlInjection = "sql-injection"
        /// Shell, path, template or script that does something.
        case commandInjection = "command-injection"
        /// Asks for violence.
        case violence
        /// Sexually explicit.
        case explicitContent = "explicit-content"
        /// Asks how to do harm.
        case harmfulInstructions = "harmful-instructions"
        /// Wants commands run, hosts called or files touched.
        case commands
        /// Insults and vulgar words.
        case profanity
        /// Data about a person, or a key to something.
        case personalData = "personal-data"
        /// Our own instructions in an answer.
        case promptLeaked = "prompt-leaked"
        /// An answer with markup, links, or instructions to the reader's tools.
        case activeContent = "active-content"
        /// An answer that is too long, too short, of the wrong shape or language, or that goes round in circles.
        case incoherent
        /// Bedrock's own guardrail has intervened.
        case secondOpinion = "second-opinion"
        /// The guardrails themselves failed: nothing passes.
        case engineFailed = "engine-failed"
    }
}

extension Finding.Family {
    /// What is done about it.
    public enum Response: Sendable, Hashable {
        /// The text is cleaned, and passes.
        case clean
        /// The text is refused.
        case refuse
        /// The text is refused, counts as an attempt against its author, and the conversation ends.
        case attack
    }

    /// What is done about what users write.
    public var response: Response {
        switch self {
        case .personalData, .activeContent: .clean
        case .tooLong, .empty, .profanity, .violence, .explicitContent, .incoherent, .secondOpinion, .engineFailed, .promptLeaked: .refuse
        case .ignorePrevious, .roleOverride, .systemPromptLeak, .delimiterManipulation, .jailbreakPersona, .manyShot, .payloadSplitting, .encodedInstruction,
            .unicodeSmuggling, .sqlInjection, .commandInjection, .harmfulInstructions, .commands:
            .attack
        }
    }
}
