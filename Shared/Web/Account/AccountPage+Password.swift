extension AccountPage {
    /// Changing the password; the address goes along unseen for password managers.
    var passwordSection: Markup {
        part(
            .password, AccountWords.password,
            form(
                paths.changePassword,
                """
                <input class="visually-hidden" type="text" value="\(holder.email)" autocomplete="username" tabindex="-1" readonly \
                aria-label="\(DoorField.email.label[language])" id="account-email">
                \(control(.oldPassword, AccountWords.oldPassword, "current-password"))
                \(control(.newPassword, DoorField.newPassword.label, "new-password"))
                <div>\(button(AccountWords.change, busy: AccountWords.changing))</div>
                """))
    }

    private func control(_ field: AccountField, _ label: Phrase, _ autocomplete: String) -> Markup {
        var control = FieldControl(id: field.identifier, name: field.rawValue, label: label[language], language: language)
        control.kind = " type=\"password\" autocomplete=\"\(autocomplete)\" autocapitalize=\"none\" spellcheck=\"false\""
        control.isSecret = true
        control.problem = problem(with: field)?.text(for: field, language)
        control.brokenRules = if case .passwordTooWeak(let rules) = problem(with: field) { rules } else { nil }
        control.listsRules = field == .newPassword
        control.hasFocus = field == firstField
        return control.markup
    }
}
