extension Operation {
    /// What callers must show: requirements of which one is sufficient; none when anybody may call.
    public var security: [SecurityRequirement] { requirementsOfCallers.alternatives }

    /// Says that callers authenticate this way, beside what else is said, and that 401 is a possible answer.
    public mutating func authenticate(_ scheme: SecurityScheme) { authenticate(anyOf: [scheme]) }

    /// Says that callers authenticate in one of these ways, beside what else is said.
    public mutating func authenticate(anyOf schemes: [SecurityScheme]) {
        requirementsOfCallers.require(anyOf: schemes.map { SecurityRequirement($0, scopes: scopes(of: $0)) })
    }

    /// Adds what an input this one depends on takes and answers, and the scopes this one needs of its caller's credential.
    ///
    /// Scopes reach every scheme the input authenticates by; an input without one, or an OAuth 2 scheme that does not know the scope, is our own
    /// mistake and traps.
    public mutating func depend<Input: RequestInput>(on type: Input.Type, scopes: [String] = []) {
        precondition(scopes.allSatisfy(isScopeToken), "\(scopes) are not all scopes (RFC 6749 §3.3)")
        let outer = (scopes: demandedScopes, requirements: requirementsOfCallers)
        demandedScopes = outer.scopes + scopes.filter { !outer.scopes.contains($0) }
        requirementsOfCallers = SecurityRequirements()
        Input.describe(in: &self)
        let inner = requirementsOfCallers.alternatives
        precondition(scopes.isEmpty || !inner.isEmpty, "\(type) authenticates nobody, so there is nobody to have the scopes \(scopes)")
        demandedScopes = outer.scopes
        requirementsOfCallers = outer.requirements
        if !inner.isEmpty { requirementsOfCallers.require(anyOf: inner) }
    }

    /// Adds what an input takes for callers who show a credential, and says that they need not.
    mutating func dependOptionally<Input: RequestInput>(on type: Input.Type) {
        let outer = requirementsOfCallers
        requirementsOfCallers = SecurityRequirements()
        Input.describe(in: &self)
        let inner = requirementsOfCallers.alternatives
        requirementsOfCallers = outer
        requirementsOfCallers.require(anyOf: inner + [SecurityRequirement()])
    }

    private func scopes(of scheme: SecurityScheme) -> [String] {
        if case .oauth2(let flows) = scheme.kind {
            let known = flows.flatMap(\.scopes).map(\.name)
            for scope in demandedScopes { precondition(known.contains(scope), "\(scheme.name) has no scope \(scope)") }
        }
        return demandedScopes
    }
}
