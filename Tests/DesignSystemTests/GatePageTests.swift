import DesignSystem
import HTTPCore
import TestKit
import Testing

@Suite struct `A page at the door without a form` {
    @Test(arguments: Language.allCases)
    func `leads on by itself, by hand too, and tells nobody where from`(language: Language) throws {
        let page = GatePage.goingOn(to: "/words?a=b&c=d", product: .vocab, language: language)
        #expect(page.fields["Refresh"] == "0; url=/words?a=b&c=d" && page.fields["Referrer-Policy"] == "no-referrer")
        let links = try #require(elements(of: page.text)).filter { $0.name == "a" }
        #expect(links.map { $0["href"] } == ["#main", "/login", "/words?a=b&amp;c=d"])
    }

    @Test func `has a brand that leads nowhere where there is nowhere to go, and the status it is given`() throws {
        let page = GatePage("No", "Nothing.", product: .account, language: .english, home: nil, content: "").response(status: .badRequest)
        let found = try #require(elements(of: page.text))
        #expect(found.filter { $0.name == "a" }.map { $0["href"] } == ["#main"] && found.contains { $0["class"] == "brand" })
        #expect(page.status == .badRequest && page.text.contains("<title>No – app-dw</title>"))
    }

    @Test(arguments: [("mai@a.example.jp", "mai<wbr>@a<wbr>.example<wbr>.jp"), (".a&b", ".a&amp;b"), ("@", "@")])
    func `breaks an address before its signs alone`(address: String, shown: String) {
        let page = AccountPage(of: AccountHolder(email: address), product: .haiku, language: .english).response()
        #expect(page.text.contains("<dd><bdi>\(shown)</bdi></dd>"))
    }
}
