/// A module of the house that a page can start.
public enum HouseScript: String, Sendable, CaseIterable {
    /// The pages at the door.
    case door
    /// The account page.
    case account

    /// The elements that start it.
    var markup: Markup { ScriptModules.house.start(rawValue) }
}
