extension Documentation {
    /// Declares the page to read: three columns drawn from the document by a script of our own, for readers without a network.
    func declareReference(at path: String, on group: RouteGroup) {
        let html = referencePage(at: path, folder: path.split(separator: "/").last ?? "")
        serve(StaticAsset(Array(html.utf8), type: "text/html; charset=utf-8", cacheControl: "no-cache", policy: Self.policy), at: path, on: group)
        serve(StaticAsset(PackageResources.reference_css, type: "text/css; charset=utf-8"), at: "\(path)/reference.css", on: group)
        serve(StaticAsset(PackageResources.reference_js, type: "text/javascript; charset=utf-8"), at: "\(path)/reference.js", on: group)
    }

    /// Addresses are relative, so that the page works wherever the application is mounted.
    private func referencePage(at path: String, folder: Substring) -> String {
        """
        <!doctype html>
        <html lang="en" data-document="\(escaped(relativeDocument(from: path)))">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(escaped(title))</title>
        <link rel="stylesheet" href="\(folder)/reference.css">
        <link rel="icon" href="data:,">
        <script src="\(folder)/reference.js" defer></script>
        </head>
        <body>
        <nav aria-label="Operations"><a class="skip" href="#content">To the content</a><details><summary>Operations</summary></details></nav>
        <main id="content" tabindex="-1"><p class="words">Loading; this page needs JavaScript.</p></main>
        </body>
        </html>
        """
    }
}
