import DesignSystem
import HTTPCore
import Web

/// The pages of the house to look at, `/gallery/<name>?lang=ja`; `/gallery` names them, one a line.
struct GalleryRoutes {
    func register(on routes: RouteGroup) {
        HouseAssets().register(on: routes)
        let group = routes.group("/gallery", options: [.hidden])
        group.get("") { (_: RequestContext) in Text(Gallery.pages.map(\.name).joined(separator: "\n")) }
        for page in Gallery.pages {
            group.get("/\(page.name)") { (context: RequestContext) in page.response(LanguageChoice.of(context).language) }
        }
    }
}
