import DesignSystem
import Web

// The page's own style and scripts.
extension VocabPage {
    /// In this order.
    private static let style = HouseAsset(
        style: "vocab",
        PackageResources.order_css + PackageResources.results_css + PackageResources.words_css + PackageResources.meanings_css + PackageResources.keeping_css)

    private static let modules = ScriptModules([
        ("events", PackageResources.events_js), ("generation", PackageResources.generation_js), ("history", PackageResources.history_js),
        ("order", PackageResources.order_js), ("vocab", PackageResources.vocab_js),
    ])

    static let head: Markup = "\(HouseAssets.components.link)\(style.link)\(modules.start("vocab"))"

    static func registerAssets(on routes: RouteGroup) {
        style.register(on: routes)
        modules.register(on: routes)
    }
}
