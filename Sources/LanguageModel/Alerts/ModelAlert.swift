/// Something about the models that people should hear of. Holds nothing that a user wrote.
public struct ModelAlert: Sendable, Equatable {
    /// What it is about.
    public enum Kind: String, Sendable, CaseIterable {
        /// The guardrails did not let something pass.
        case guardrailViolation = "GuardrailViolation"
        /// A limit or budget of tokens is used up.
        case tokenLimitExceeded = "TokenLimitExceeded"
        /// A user was blocked after repeated attempts, or our instructions stood in an answer.
        case securityBreach = "SecurityBreach"
        /// A call took too long.
        case highLatency = "HighLatency"
        /// Far more tokens than usual.
        case tokenUsageSpike = "TokenUsageSpike"
        /// A budget has reached the part at which somebody wants to know.
        case budgetThreshold = "BudgetThreshold"
    }

    /// How soon somebody should look.
    public enum Priority: String, Sendable {
        /// Now.
        case high
        /// Today.
        case medium
    }

    /// What it is about.
    public let kind: Kind
    /// The call it was noticed at.
    public let requestID: String
    /// What that call was for.
    public let purpose: String
    /// A rule's or limit's name, or a figure.
    public let detail: String

    /// An alert.
    public init(_ kind: Kind, requestID: String, purpose: String, detail: String) {
        self.kind = kind
        self.requestID = requestID
        self.purpose = purpose
        self.detail = detail
    }

    /// How soon somebody should look.
    public var priority: Priority {
        switch kind {
        case .guardrailViolation, .tokenLimitExceeded, .securityBreach: .high
        case .highLatency, .tokenUsageSpike, .budgetThreshold: .medium
        }
    }
}

/// Tells people. Neither delays nor fails whoever raises an alert.
public protocol ModelAlerts: Sendable {
    /// Tells of it, now or together with others.
    func raise(_ alert: ModelAlert)
}

/// Tells nobody.
public struct NoAlerts: ModelAlerts {
    /// For where nobody is to be told.
    public init() {}
    /// Ignored.
    public func raise(_ alert: ModelAlert) {}
}
