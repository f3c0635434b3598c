import DesignSystem
import HTTPCore

/// A page that leads on by itself: what follows is a request of our own, not a part of the redirects that led here, so that strict cookies come along;
/// and no rule about where forms may end stands in its way.
func goingOn(to place: String, _ title: String, _ language: Language, answering request: Request) -> Response {
    // Our script goes on by itself.
    if request.method == .post, request.fields.contains("X-House-Form") { return DoorPage.redirect(to: place, answering: request) }
    let word = language == .english ? "Continue" : "続ける"
    let content: Markup = "<main id=\"main\" tabindex=\"-1\"><p><a href=\"\(place)\">\(word)</a></p></main>"
    var response = HousePage(title: "\(title)", language: language, content: content).response()
    response.fields.append("Refresh", "0; url=\(place)")
    response.fields.set("Referrer-Policy", "no-referrer")
    return response
}
