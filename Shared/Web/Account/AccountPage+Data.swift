extension AccountPage {
    /// The copy of everything we hold.
    var dataSection: Markup {
        part(
            .data, AccountWords.data, watch: exportWatch,
            """
            <p>\(AccountWords.dataHint[language])</p>
            \(exportBox)
            """)
    }

    /// What the page looks for now and then; nil where nothing goes on.
    private var exportWatch: String? {
        switch export {
        case .asked: "asked"
        case .working: "working"
        case .none, .ready, .failed: nil
        }
    }

    private var exportBox: Markup {
        switch export {
        case .none: return ask(AccountWords.askExport)
        case .asked(let time): return status("\(AccountWords.exportAsked[language]) \(.time(time))")
        case .working: return status(AccountWords.exportWorking[language])
        case .ready(let href, let until):
            let end = until.map { "<p class=\"quiet\">\(AccountWords.until[language]) \(.time($0))</p>" as Markup }
            return "<div class=\"row\"><a class=\"button\" href=\"\(href)\" download>\(AccountWords.download[language])</a>\(end)</div>"
        case .failed: return "<div class=\"notice bad\"><p>\(AccountWords.exportFailed[language])</p></div>\(ask(AccountWords.askAgain))"
        }
    }

    private func ask(_ text: Phrase) -> Markup { form(paths.export, button(text, "secondary")) }

    /// A job on its way; without scripts one looks again oneself.
    func status(_ text: Markup) -> Markup {
        """
        <div class="notice"><p><span class="working" aria-hidden="true"></span>\(text)</p>\
        <p class="unscripted"><a href="\(paths.profile)">\(AccountWords.lookAgain[language])</a></p></div>
        """
    }
}
