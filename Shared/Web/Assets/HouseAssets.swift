public import Web

/// Serves the style sheet, the scripts and the icon under `/assets/house/<name>-<hash>.<ext>`, to be kept for good.
///
/// The names are made from the contents when the program starts; pages of this module know them. Compression is `ContentCompression`'s.
public struct HouseAssets: Sendable {
    /// The assets.
    public init() {}

    /// Declares the routes; they are not listed in the documentation.
    public func register(on routes: RouteGroup) {
        for asset in [Self.style, Self.components, Self.seal] + ScriptModules.house.all.map(\.asset) { asset.register(on: routes) }
    }

    /// All style sheets in one.
    static let style = HouseAsset(
        "house", "css", type: "text/css; charset=utf-8",
        PackageResources.tokens_css + PackageResources.interface_css + PackageResources.gate_css + PackageResources.account_css)

    /// The parts that applications share, for pages which have some: slider, chips, switches, progress, tags, play buttons.
    public static let components = HouseAsset(style: "components", PackageResources.components_css)

    static let seal = HouseAsset("seal", "svg", type: "image/svg+xml", PackageResources.seal_svg)
}
