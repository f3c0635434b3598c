@testable import Guardrails

/// Compiled once for all suites.
enum SharedGuardrails {
    static let guardrails = Result { try Guardrails() }
    static func get() throws -> Guardrails { try guardrails.get() }
}
