import DesignSystem
import HTTPCore

/// A page that leads on by itself: what follows is a request of our own, not a part of the redirects that led here, so that strict cookies come along;
/// and no rule about where forms may end stands in its way.
func goingOn(to place: String, _ product: Product, _ language: Language, answering request: Request) -> Response {
    // Our script goes on by itself.
    if request.method == .post, request.fields.contains("X-House-Form") { return DoorPage.redirect(to: place, answering: request) }
    return GatePage.goingOn(to: place, product: product, language: language)
}
