import HTTPCore
public import Web

/// Serves the style sheet, the scripts and the icon under `/assets/house/<name>-<hash>.<ext>`, to be kept for good.
///
/// The names are made from the contents when the program starts; pages of this module know them. Compression is `ContentCompression`'s.
public struct HouseAssets: Sendable {
    /// The assets.
    public init() {}

    /// Declares the routes; they are not listed in the documentation.
    public func register(on routes: RouteGroup) {
        let hidden = routes.group(options: [.hidden])
        for asset in [Self.style, Self.seal] + Self.scripts.values.sorted(by: { $0.path < $1.path }) {
            hidden.get(asset.path) { (_: RequestContext) in asset.response }
        }
    }

    /// All style sheets in one.
    static let style = HouseAsset(
        "house", "css", type: "text/css; charset=utf-8",
        PackageResources.tokens_css + PackageResources.interface_css + PackageResources.gate_css + PackageResources.account_css)

    static let seal = HouseAsset("seal", "svg", type: "image/svg+xml", PackageResources.seal_svg)

    /// By the name of the source; what imports stands after what it imports.
    static let scripts: [String: HouseAsset] = [
        ("door", PackageResources.door_js), ("account", PackageResources.account_js),
    ].reduce(into: [:]) { known, source in
        let text = String(decoding: source.1, as: UTF8.self)
        known[source.0] = HouseAsset(source.0, "js", type: "text/javascript; charset=utf-8", Array(hashingImports(of: text, known).utf8))
    }

    /// The module with the names under which its imports are served.
    private static func hashingImports(of text: String, _ known: [String: HouseAsset]) -> String {
        known.reduce(text) { $0.replacing("\"./\($1.key).js\"", with: "\"./\($1.value.fileName)\"") }
    }
}
