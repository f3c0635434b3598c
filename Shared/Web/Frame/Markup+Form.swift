extension Markup {
    /// A form of a page behind the door: `submission.js` sends it without leaving the page, where scripts run.
    ///
    /// - Parameter name: what it is called, where no heading says so.
    public static func form(_ path: String, hidden: [(name: String, value: String)], language: Language, name: String? = nil, _ content: Markup) -> Markup {
        """
        <form class="stack" method="post" action="\(path)" novalidate data-offline="\(DoorWords.offline[language])" data-failed="\(DoorWords.failed[language])"\
        \(.attribute("aria-label", name))>
        \(hidden.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as Markup })
        \(content)
        </form>
        """
    }

    /// A button that sends its form.
    ///
    /// - Parameters:
    ///   - look: further classes, such as `secondary`.
    ///   - busy: what it says while the form is on its way.
    public static func button(_ text: Phrase, _ language: Language, look: String = "", busy: Phrase) -> Markup {
        "<button class=\"button\(look.isEmpty ? "" : " \(look)")\" data-busy=\"\(busy[language])\">\(text[language])</button>"
    }
}
