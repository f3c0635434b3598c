/// What a caller must show, all of it (OpenAPI 3.1 §4.8.30); an operation lists the requirements of which one is sufficient.
public struct SecurityRequirement: Sendable, Hashable {
    /// A scheme with the scopes the credential must carry.
    public struct Part: Sendable, Hashable {
        /// How to authenticate.
        public let scheme: SecurityScheme
        /// The scopes, in order of declaration.
        public internal(set) var scopes: [String]
    }

    /// Everything that is needed; nothing for callers who may come without.
    public private(set) var parts: [Part]

    /// Nothing.
    init() { parts = [] }

    /// A credential of this scheme.
    init(_ scheme: SecurityScheme, scopes: [String] = []) { parts = [Part(scheme: scheme, scopes: scopes)] }

    /// Both together; the scopes of one scheme are joined.
    func and(_ other: SecurityRequirement) -> SecurityRequirement {
        var both = self
        for part in other.parts {
            if let index = both.parts.firstIndex(where: { $0.scheme == part.scheme }) {
                both.parts[index].scopes += part.scopes.filter { !both.parts[index].scopes.contains($0) }
            } else {
                both.parts.append(part)
            }
        }
        return both
    }
}

/// What an operation demands of its callers: requirements of which one is sufficient.
struct SecurityRequirements: Sendable {
    /// So many ways to combine what several inputs take; more would help no reader.
    private static let limit = 16

    private(set) var alternatives: [SecurityRequirement] = []

    /// Demands one of these, too.
    mutating func require(anyOf more: [SecurityRequirement]) {
        let combined = alternatives.isEmpty ? more : alternatives.flatMap { one in more.map(one.and) }
        alternatives = combined.reduce(into: []) { list, requirement in if !list.contains(requirement) { list.append(requirement) } }
        precondition(alternatives.count <= Self.limit, "more than \(Self.limit) ways to authenticate")
    }

    /// Every scope that callers by a scheme need, by the scheme's name.
    var scopes: [(scheme: String, scopes: [String])] {
        let all = alternatives.reduce(SecurityRequirement()) { $0.and($1) }
        return all.parts.filter { !$0.scopes.isEmpty }.map { ($0.scheme.name, $0.scopes) }
    }
}
