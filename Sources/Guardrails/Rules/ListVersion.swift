/// A list of the guardrails, and which version of it this program has.
public struct ListVersion: Sendable, Equatable {
    /// Such as `injection`.
    public let name: String
    /// As the list says.
    public let version: String
}

extension Guardrails {
    /// All lists, in the order of their names; for logs and for people. Nothing is compiled for it.
    public static var lists: [ListVersion] {
        let rules = RuleBook.lists + RuleBook.answerLists
        let words = [("content-markup", PackageResources.content_markup_words), ("content-personal", PackageResources.content_personal_words)]
        let versions = (rules.map { ($0.name, $0.text) } + words).map { name, text in ListVersion(name: name, version: version(of: text)) }
        return versions.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.sorted { $0.name < $1.name }
    }

    private static func version(of list: [UInt8]) -> String {
        let line = String(decoding: list, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("version ") }
        return String(line?.dropFirst(8) ?? "")
    }
}
