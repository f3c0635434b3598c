/// A module of the house that a page can start.
public enum HouseScript: String, Sendable, CaseIterable {
    /// The pages at the door.
    case door
    /// The account page.
    case account

    /// Where it is served.
    var path: String { HouseAssets.scripts[rawValue]!.path }
}
