/// One field with its label, help, control and error, as all forms of the house have it.
struct FieldControl {
    let id: String
    let name: String
    let label: Markup
    let language: Language
    /// Type, key pad, autocomplete and limits, as attributes.
    var kind: Markup = ""
    var value: String?
    /// Whether what is typed is hidden, and never shown again.
    var isSecret = false
    var isCode = false
    var problem: Markup?
    /// Whether the password's rules are listed.
    var listsRules = false
    /// The rules the last password broke; nil where none was refused for that.
    var brokenRules: [PasswordRule]?
    var hasFocus = false
    /// A link on the label's line; by keyboard it comes after the control.
    var aside: Markup?

    init(id: String, name: String, label: Markup, language: Language) {
        self.id = id
        self.name = name
        self.label = label
        self.language = language
    }

    var markup: Markup {
        """
        <div class="field">
        <label for="\(id)">\(label)</label>
        \(isSecret ? withShowButton : input)
        \(aside.map { "<p class=\"aside\">\($0)</p>" })
        \(problem.map { "<p class=\"error\" id=\"\(id)-error\"><span>\($0)</span></p>" })
        \(listsRules ? PasswordRules(broken: brokenRules, id: rulesID, language: language).markup : nil)
        </div>

        """
    }

    private var rulesID: String { "\(id)-rules" }

    private var withShowButton: Markup {
        """
        <div class="with-action">\(input)<button class="button plain" type="button" aria-pressed="false" aria-controls="\(id)" data-shows="\(id)">\
        \(DoorWords.show[language])<span class="visually-hidden">\(DoorWords.showWhat[language])</span></button></div>
        """
    }

    private var input: Markup {
        let described = [problem.map { _ in "\(id)-error" }, listsRules ? rulesID : nil].compactMap { $0 }.joined(separator: " ")
        return """
            <input class="input\(isCode ? " code" : "")" id="\(id)" name="\(name)"\(kind) required\
            \(.attribute("value", isSecret ? nil : value))\
            \(.attribute("aria-describedby", described.isEmpty ? nil : described))\
            \(.attribute("aria-invalid", problem == nil ? nil : "true"))\(hasFocus ? " autofocus" as Markup : nil)>
            """
    }
}
