/// A path with named parts: `/groups/{group_id}/words`, or `/files/{path...}` whose last part takes the rest.
struct PathTemplate: Sendable, Equatable {
    enum Segment: Sendable, Equatable {
        case literal(String)
        case parameter(String)
        case rest(String)
    }

    /// How many parameters one template may have.
    static let maximumParameters = 8

    let text: String
    let segments: [Segment]

    /// Reads a template; a malformed one is our own mistake and traps at start-up.
    init(_ text: String) {
        precondition(text.hasPrefix("/"), "a path template starts with a slash: \(text)")
        self.text = text
        segments = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(Self.segment)
        check()
    }

    /// The names of the parameters in order.
    var parameterNames: [String] {
        segments.compactMap {
            switch $0 {
            case .literal: nil
            case .parameter(let name), .rest(let name): name
            }
        }
    }

    /// The template as OpenAPI writes it: `{path...}` becomes `{path}`.
    var documented: String {
        "/"
            + segments.map {
                switch $0 {
                case .literal(let text): text
                case .parameter(let name), .rest(let name): "{\(name)}"
                }
            }.joined(separator: "/")
    }

    private static func segment(_ text: Substring) -> Segment {
        guard text.hasPrefix("{"), text.hasSuffix("}") else {
            precondition(!text.contains("{") && !text.contains("}"), "a path parameter is a whole segment: \(text)")
            return .literal(String(text))
        }
        let name = text.dropFirst().dropLast()
        return name.hasSuffix("...") ? .rest(String(name.dropLast(3))) : .parameter(String(name))
    }

    private func check() {
        let names = parameterNames
        precondition(names.count <= Self.maximumParameters, "\(text) has more than \(Self.maximumParameters) parameters")
        precondition(Set(names).count == names.count && !names.contains(""), "the parameters of \(text) need distinct names")
        for (index, segment) in segments.enumerated() {
            if case .rest = segment { precondition(index == segments.count - 1, "the rest of a path comes last: \(text)") }
            if case .literal("") = segment { precondition(index == segments.count - 1, "\(text) has an empty segment") }
        }
    }
}
