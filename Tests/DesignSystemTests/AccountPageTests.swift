import DesignSystem
import Encoding
import HTTPCore
import TestKit
import Testing

@Suite struct `The account page` {
    @Test(arguments: [
        ("mai@example.jp", true), (" Mai@Example.JP\n", true), ("", false), (" ", false), ("mia@example.jp", false), ("mai@example.jp.", false),
    ])
    func `a deletion is confirmed by the address alone`(typed: String, isConfirmed: Bool) {
        #expect(AccountPage.isConfirmed(typed, email: "mai@example.jp") == isConfirmed)
        #expect(!AccountPage.isConfirmed(typed, email: ""))
    }

    private func page(_ change: (inout AccountPage) -> Void) -> AccountPage {
        var page = AccountPage(of: AccountHolder(email: "mai@example.jp", givenName: "Mai", familyName: "Yamada"), product: .haiku, language: .english)
        page.hidden = [("csrf_token", "t0ken")]
        change(&page)
        return page
    }

    @Test func `every form sends the hidden fields to its path`() throws {
        let html = page { $0.sessions = [AccountSession(id: "7", device: "Safari", beganAt: noon, seenAt: noon)] }.response().text
        let found = try #require(elements(of: html)), forms = found.filter { $0.name == "form" }
        let own = AccountPaths.own
        #expect(Set(forms.compactMap { $0["action"] }) == [own.changePassword, own.endSession, own.signOutEverywhere, own.signOut, own.export, own.delete])
        #expect(forms.allSatisfy { $0["method"] == "post" })
        #expect(found.count { $0["name"] == "csrf_token" && $0["value"] == "t0ken" } == forms.count)
        #expect(found.contains { $0["name"] == "session" && $0["value"] == "7" })
    }

    @Test func `this session stands first and cannot be ended by itself, the others by when they were last seen`() throws {
        let session = { (id: String, age: Duration, isCurrent: Bool) in
            AccountSession(id: id, device: "d\(id)", beganAt: noon - age, seenAt: noon - age, isCurrent: isCurrent)
        }
        let html = page {
            $0.sessions = [
                session("1", .seconds(300), false), session("2", .seconds(250), true), session("3", .seconds(200), false), session("4", .seconds(400), false),
            ]
        }.response().text
        #expect(html.split(separator: "class=\"device\"><bdi>").dropFirst().map { $0.prefix(2) } == ["d2", "d3", "d1", "d4"])
        #expect(try #require(elements(of: html)).compactMap { $0["name"] == "session" ? $0["value"] : nil } == ["3", "1", "4"])
    }

    @Test(arguments: [(ExportState.none, nil), (.asked(at: noon), "asked"), (.working, "working"), (.ready(href: "/x", until: nil), nil), (.failed, nil)])
    func `a page with a job on its way looks again, another does not`(state: ExportState, watched: String?) throws {
        let found = try #require(elements(of: page { $0.export = state }.response().text))
        #expect(found.first { $0["id"] == "data" }?["data-watch"] == watched)
    }

    @Test func `the confirmation is out of the way until there is something to mend in it`() throws {
        let isOpen = { (page: AccountPage) in try #require(elements(of: page.response().text)).first { $0["class"] == "fold" }?["open"] != nil }
        #expect(try !isOpen(page { _ in }))
        #expect(try isOpen(page { $0.problems = [AccountProblem(field: .confirmation, message: .confirmationDiffers)] }))
    }

    @Test func `a time stands in UTC until a script turns it into the reader's`() {
        let html = page { $0.export = .asked(at: noon) }.response().text
        #expect(html.contains("<time datetime=\"2026-09-21T14:13:20Z\" data-local>2026-09-21 14:13 UTC</time>"))
    }

    @Test(arguments: [(Language.english, "Mai Yamada"), (.japanese, "Yamada Mai")])
    func `a name stands in the order of the language`(language: Language, name: String) {
        #expect(page { $0.language = language }.response().text.contains("<dd><bdi>\(name)</bdi></dd>"))
    }
}
