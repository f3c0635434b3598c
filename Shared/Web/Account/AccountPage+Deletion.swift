extension AccountPage {
    /// Deleting the account: what it means, and the typed confirmation.
    var deletionSection: Markup {
        switch deletion {
        case .asked(let time):
            part(.deletion, AccountWords.deletion, watch: "asked", status("\(AccountWords.deletionAsked[language]) \(.time(time))"))
        case .working: part(.deletion, AccountWords.deletion, watch: "working", status(AccountWords.deletionWorking[language]))
        case .failed:
            part(.deletion, AccountWords.deletion, "<div class=\"notice bad\"><p>\(AccountWords.deletionFailed[language])</p></div>\(deletionForm)")
        case .none: part(.deletion, AccountWords.deletion, "\(AccountWords.deletionMeaning[language])\(folded)")
        }
    }

    /// Out of the way until it is wanted; open when something was wrong in it.
    private var folded: Markup {
        let isOpen = problems.contains { $0.section == .deletion } || !confirmation.isEmpty
        return "<details class=\"fold\"\(isOpen ? " open" as Markup : nil)><summary>\(AccountWords.deletionFold[language])</summary>\(deletionForm)</details>"
    }

    private var deletionForm: Markup {
        var control = FieldControl(id: AccountField.confirmation.identifier, name: AccountField.confirmation.rawValue, label: typeAddress, language: language)
        control.kind = " type=\"text\" inputmode=\"email\" autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"false\""
        control.value = confirmation
        control.problem = problem(with: .confirmation)?.text(for: .confirmation, language)
        control.hasFocus = firstField == .confirmation
        return form(paths.delete, "\(control.markup)<div>\(button(AccountWords.delete, "danger", busy: AccountWords.deleting))</div>")
    }

    private var typeAddress: Markup { AccountWords.typeAddress(holder.email)[language] }
}
