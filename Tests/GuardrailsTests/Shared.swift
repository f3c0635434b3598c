import TestKit

@testable import Guardrails

/// Compiled once for all tests.
enum Shared {
    static let guardrails = try? Guardrails(cache: CompiledPatterns.cache)
}
