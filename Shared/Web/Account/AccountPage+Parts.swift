extension AccountPage {
    /// A part with its heading, and what concerns it as a whole.
    func part(_ section: AccountSection, _ heading: Phrase, watch: String? = nil, _ content: Markup) -> Markup {
        """
        <section class="card" id="\(section.rawValue)" aria-labelledby="\(section.rawValue)-heading"\(.attribute("data-watch", watch))>
        <h2 id="\(section.rawValue)-heading">\(heading[language])</h2>
        \(problems.filter { $0.section == section && $0.field == nil }.enumerated().map(problemBox))
        \(content)
        </section>

        """
    }

    /// The first problem has the focus where none is at a field.
    private func problemBox(_ place: Int, _ problem: AccountProblem) -> Markup {
        let hasFocus = place == 0 && problems.allSatisfy { $0.field == nil }
        return """
            <div class="notice bad" role="alert" tabindex="-1"\(hasFocus ? " autofocus" as Markup : nil)>\
            <p>\(problem.message.text(for: nil, language))</p></div>
            """
    }

    /// A form of the page.
    func form(_ path: String, name: String? = nil, _ content: Markup) -> Markup {
        .form(path, hidden: hidden, language: language, name: name, content)
    }

    /// A button that sends its form.
    func button(_ text: Phrase, _ look: String = "", busy: Phrase = DoorWords.sending) -> Markup {
        .button(text, language, look: look, busy: busy)
    }

    /// What is wrong with a field.
    func problem(with field: AccountField) -> AccountMessage? { problems.first { $0.field == field }?.message }

    /// The first field that has a problem.
    var firstField: AccountField? { AccountField.allCases.first { problem(with: $0) != nil } }

    /// Who is signed in.
    var person: Markup {
        part(
            .person, AccountWords.person,
            """
            <dl class="facts">
            \(name)
            <div><dt>\(DoorField.email.label[language])</dt><dd>\(.address(holder.email))</dd></div>
            </dl>
            \(form(paths.signOut, button(AccountWords.signOut, "secondary", busy: AccountWords.signingOut)))
            """)
    }

    /// Nothing where only the address is known, which stands beside it.
    private var name: Markup? {
        let name = holder.name(language)
        return name == holder.email ? nil : "<div><dt>\(AccountWords.name[language])</dt><dd><bdi>\(name)</bdi></dd></div>"
    }
}
