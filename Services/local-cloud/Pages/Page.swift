import HTTPCore

/// A page for people, in the frame that all of them have: where one is, where one can go, and the content. It needs no script.
struct Page: Sendable {
    /// The pages that the frame leads to.
    enum Place: String, CaseIterable {
        case faults = "/_faults"
        case mailbox = "/_mailbox"
        case telemetry = "/_telemetry"
        case reference = "/redoc"

        /// What its link says.
        var title: String {
            switch self {
            case .faults: "Faults"
            case .mailbox: "Mailbox"
            case .telemetry: "Telemetry"
            case .reference: "API"
            }
        }
    }

    var place: Place
    /// Stands before the place's name in the window's title.
    var titlePrefix = ""
    /// Rules of this page alone.
    var style = ""
    /// HTML, its texts escaped.
    var content: String

    /// Whether somebody looks with a browser: programs that want JSON do not ask for HTML.
    static func isWanted(by request: Request) -> Bool {
        request.fields.all(.accept).contains { $0.split(separator: ",").contains { $0.prefix { $0 != ";" }.filter { $0 != " " }.lowercased() == "text/html" } }
    }

    /// The answer: never kept, for it tells what is now. Nothing but its own style is loaded, and its forms go nowhere else.
    func response(status: Status = .ok) -> Response {
        Response(
            status: status, fields: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .contentSecurityPolicy: policy],
            body: .bytes(Array(html.utf8)))
    }

    private var policy: String {
        let sources = [PageStyle.text, style].filter { !$0.isEmpty }.map(PageStyle.source).joined(separator: " ")
        return "default-src 'none'; style-src \(sources); img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    }

    /// `same-origin`: without a referrer, browsers call the origin of our own forms `null`. Source: WHATWG Fetch, "append a request `Origin` header".
    private var html: String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="same-origin">
        <title>\(titlePrefix)\(place.title) – local-cloud</title>
        <link rel="icon" href="data:,">
        <style>\(PageStyle.text)</style>\(style.isEmpty ? "" : "<style>\(style)</style>")
        </head>
        <body>
        <a class="skip" href="#content">To the content</a>
        <header class="bar"><p>local-cloud</p><nav aria-label="Pages"><ul>\(Place.allCases.map(link).joined())</ul></nav></header>
        <main id="content" tabindex="-1">
        \(content)
        </main>
        </body>
        </html>

        """
    }

    private func link(to other: Place) -> String {
        "<li><a href=\"\(other.rawValue)\"\(other == place ? " aria-current=\"page\"" : "")>\(other.title)</a></li>"
    }
}
