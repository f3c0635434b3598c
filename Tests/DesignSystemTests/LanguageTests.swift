import DesignSystem
import HTTPCore
import TestKit
import Testing
import Web

@Suite struct `The language of a page` {
    @Test(arguments: [
        (nil, Language.english), ("", .english), ("ja", .japanese), ("JA-jp", .japanese), ("en-GB,en;q=0.9,ja;q=0.8", .english), ("fr, ja;q=0.3", .japanese),
        ("en;q=0.2, ja;q=0.7", .japanese), ("ja;q=0, en;q=0.1", .english), ("de", .english), ("ja;q=nan, en;q=0.1", .english), ("ja;q=7", .english),
        ("*", .english), ("ja ; q=0.5 , en ; q=0.4", .japanese), ("jav", .english), ("en,ja", .english),
    ])
    func `is the one that the browser likes best`(field: String?, expected: Language) { #expect(Language.preferred(acceptLanguage: field) == expected) }

    @Test func `of a field without an end the beginning counts`() {
        #expect(Language.preferred(acceptLanguage: String(repeating: "fr,", count: 40) + "ja") == .english)
    }

    private let client = TestClient(
        Application { routes in
            routes.get("/") { (context: RequestContext) in
                let choice = LanguageChoice.of(context, domain: "example.jp")
                if let cookie = choice.cookie { context.setCookie(cookie) }
                return Text(choice.language.rawValue)
            }
        })

    @Test(arguments: [
        ("/", "", "ja", "ja"), ("/", "lang=en", "ja", "en"), ("/?lang=ja", "lang=en", "en", "ja"), ("/?lang=xx", "lang=ja", "en", "ja"),
        ("/", "lang=<script>", "ja", "ja"), ("/?lang=%ZZ", "", "en", "en"),
    ])
    func `is chosen now, before, or by the browser`(target: String, cookie: String, accepted: String, expected: String) async throws {
        let answer = try await client.get(target, headers: ["Cookie": cookie, "Accept-Language": accepted])
        #expect(answer.text == expected)
        #expect(answer.fields.all(.setCookie).isEmpty == !target.contains("lang=ja"))
    }

    @Test func `is remembered for a year when it is chosen`() async throws {
        let line = try await client.get("/?lang=ja").fields[.setCookie]
        #expect(line == "lang=ja; Domain=example.jp; Path=/; Max-Age=31536000; Secure; SameSite=Lax")
    }
}
