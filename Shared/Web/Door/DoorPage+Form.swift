extension DoorPage {
    /// The fields of the step in the page's order; in Japanese the family name comes first.
    var fields: [DoorField] {
        switch step {
        case .signIn: [.email, .password]
        case .register: (language == .japanese ? [.familyName, .givenName] : [.givenName, .familyName]) + [.email, .password]
        case .confirm: [.email, .code]
        case .forgotPassword: [.email]
        case .resetPassword: [.email, .code, .newPassword]
        case .signedOut: []
        }
    }

    /// The form, or where there is nothing to fill in the way on.
    var form: Markup {
        guard let submit = words.submit else { return "<a class=\"button wide\" href=\"\(href(.signIn))\">\(DoorWords.signInAgain[language])</a>" }
        return """
            <form class="stack" method="post" action="\(action)" novalidate data-offline="\(DoorWords.offline[language])" \
            data-failed="\(DoorWords.failed[language])">
            \(hidden.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as Markup })
            \(step == .register ? names : nil)
            \(fields.filter { !(step == .register && $0.isName) }.map(control))
            <button class="button wide" data-busy="\(words.busy[language])">\(submit[language])</button>
            \(step == .confirm ? resend : nil)
            </form>
            """
    }

    private var action: String { step == .signedOut ? (signOutAction ?? "") + query : href(step) }

    private var names: Markup { "<div class=\"pair\">\(fields.filter(\.isName).map(control))</div>" }

    private var resend: Markup {
        let action = Self.resendAction
        return """
            <button class="button secondary wide" name="\(action.name)" value="\(action.value)" data-busy="\(DoorWords.sending[language])">\
            \(DoorWords.resend[language])</button>
            """
    }

    /// A field; an address that is known already goes along unseen where only its code is asked for.
    private func control(_ field: DoorField) -> Markup {
        if step == .confirm, field == .email, let known = values[.email], !known.isEmpty, problem(with: .email) == nil {
            return "<input type=\"hidden\" name=\"email\" value=\"\(known)\">"
        }
        var control = FieldControl(id: field.identifier, name: field.rawValue, label: field.label[language], language: language)
        control.kind = field.kind(on: step)
        control.isSecret = field.isSecret
        control.isCode = field == .code
        control.listsRules = field.isChosenPassword(on: step)
        control.value = values[field]
        control.problem = problem(with: field)?.text(for: field, language)
        control.brokenRules = if case .passwordTooWeak(let rules) = problem(with: field) { rules } else { nil }
        control.hasFocus = field == firstField || field == .code && problems.isEmpty && !(values[.email] ?? "").isEmpty
        control.aside = step == .signIn && field == .password ? forgot : nil
        return control.markup
    }

    private var forgot: Markup { "<a href=\"\(href(.forgotPassword))\">\(DoorWords.forgot[language])</a>" }
}

extension DoorField {
    var isName: Bool { self == .givenName || self == .familyName }
}
