/// A module of the house that a page can start.
public enum HouseScript: String, Sendable, CaseIterable {
    /// The pages at the door.
    case door
    /// The account page.
    case account

    /// The elements that start it; what it imports is asked for at once, not module by module.
    var markup: Markup {
        let module = HouseModules.all.first { $0.name == rawValue }!
        let imports = HouseModules.all.filter { module.imports.contains($0.name) }
        return """
            \(imports.map { "<link rel=\"modulepreload\" href=\"\($0.asset.path)\">\n" as Markup })\
            <script type="module" src="\(module.asset.path)"></script>
            """
    }
}
