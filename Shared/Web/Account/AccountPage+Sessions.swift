extension AccountPage {
    /// Where one is signed in, the present session first.
    var sessionsSection: Markup {
        let ordered = sessions.filter(\.isCurrent) + sessions.filter { !$0.isCurrent }.sorted { $0.seenAt > $1.seenAt }
        return part(
            .sessions, AccountWords.sessions,
            """
            <p class="quiet">\(AccountWords.sessionsHint[language])</p>
            \(ordered.isEmpty ? nil : "<ul class=\"sessions\">\n\(ordered.map(item))</ul>" as Markup)
            \(form(paths.signOutEverywhere, button(AccountWords.everywhere, "secondary", busy: AccountWords.signingOut)))
            """)
    }

    private func item(_ session: AccountSession) -> Markup {
        let device = session.device.flatMap { $0.isEmpty ? nil : $0 } ?? AccountWords.unknownDevice(language)
        return """
            <li>
            <div><p class="device"><bdi>\(device)</bdi>\(session.isCurrent ? mark : nil)</p>
            <p class="quiet times"><span>\(AccountWords.began[language]) \(.time(session.beganAt))</span> \
            <span>\(AccountWords.seen[language]) \(.time(session.seenAt))</span></p></div>
            \(session.isCurrent ? nil : end(session, device))
            </li>

            """
    }

    private var mark: Markup { " <span class=\"badge\">\(AccountWords.thisDevice[language])</span>" }

    private func end(_ session: AccountSession, _ device: String) -> Markup {
        form(
            paths.endSession,
            """
            <input type="hidden" name="session" value="\(session.id)">
            <button class="button plain" data-busy="\(AccountWords.ending[language])">\(AccountWords.end[language])\
            <span class="visually-hidden">\(AccountWords.endOf[language])\(device)</span></button>
            """)
    }
}
