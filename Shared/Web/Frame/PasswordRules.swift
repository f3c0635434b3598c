/// The rules of a password in a list; a script marks them as one types, the server those that were broken.
struct PasswordRules {
    /// Those that the password just sent broke; nil where none was sent.
    var broken: [PasswordRule]?
    let id: String
    let language: Language

    var markup: Markup {
        """
        <ul class="rules" id="\(id)" data-kept="\(DoorWords.kept[language])" data-broken="\(DoorWords.broken[language])" \
        data-symbols="\(PasswordRule.symbols)" data-length="\(PasswordRule.minimumLength)" data-count="\(DoorWords.rulesKept[language])">
        \(PasswordRule.allCases.map(item))</ul>
        """
    }

    private func item(_ rule: PasswordRule) -> Markup {
        guard let broken else { return "<li data-rule=\"\(rule.rawValue)\">\(rule.text[language])</li>" }
        let isBroken = broken.contains(rule)
        return """
            <li data-rule="\(rule.rawValue)" data-state="\(isBroken ? "broken" : "kept")">\(rule.text[language])\
            <span class="visually-hidden">\((isBroken ? DoorWords.broken : DoorWords.kept)[language])</span></li>
            """
    }
}
