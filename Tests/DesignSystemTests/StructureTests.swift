import DesignSystem
import HTTPCore
import TestKit
import Testing

@Suite struct `How pages are built` {
    @Test(arguments: Language.allCases)
    func `each is a whole document in its language with one main part, one heading of the first rank and a skip link`(language: Language) throws {
        for page in pages(holding: "x", in: language) {
            #expect(page.text.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"))
            #expect(page.fields["Content-Language"] == language.rawValue)
            let found = try #require(elements(of: page.text))
            #expect(found.count { $0.name == "h1" } == 1)
            #expect(found.filter { $0.name == "main" }.map { $0["id"] } == ["main"])
            #expect(found.first { $0.name == "a" }?["href"] == "#main")
        }
    }

    @Test(arguments: Language.allCases)
    func `names are unique, labels and descriptions lead somewhere, the focus begins at one place at most`(language: Language) throws {
        for page in pages(holding: "x", in: language) {
            let found = try #require(elements(of: page.text)), ids = found.compactMap { $0["id"] }
            #expect(Set(ids).count == ids.count)
            let references = found.flatMap { [$0["for"], $0["aria-labelledby"], $0["aria-controls"], $0["data-shows"]].compactMap { $0 } }
            let descriptions = found.flatMap { ($0["aria-describedby"] ?? "").split(separator: " ").map(String.init) }
            #expect(Set(references + descriptions).subtracting(ids).isEmpty)
            #expect(found.count { $0["autofocus"] != nil } <= 1)
            for input in found where input.name == "input" && input["type"] != "hidden" && input["aria-label"] == nil {
                #expect(found.contains { $0.name == "label" && $0["for"] == input["id"] }, "\(input)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `no field cuts what is pasted into it`(language: Language) throws {
        for page in pages(holding: "x", in: language) { #expect(try #require(elements(of: page.text)).allSatisfy { $0["maxlength"] == nil }) }
    }

    @Test(arguments: Language.allCases)
    func `nothing in a page asks for what its policy refuses`(language: Language) throws {
        for page in pages(holding: "x", in: language) {
            for element in try #require(elements(of: page.text)) {
                #expect(element.name != "style")
                #expect(element.name != "script" || element["src"] != nil)
                #expect(!element.attributes.keys.contains { $0 == "style" || $0.hasPrefix("on") }, "\(element)")
            }
        }
    }

    @Test func `a page loads from its own origin alone, is framed by nobody and kept nowhere`() {
        let fields = DoorPage(.signIn, product: .haiku, language: .english).response().fields
        #expect(
            fields.all(.contentSecurityPolicy) == [
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'"
            ])
        // Compressed it would tell its CSRF token by its length (BREACH).
        #expect(fields[.cacheControl] == "no-store, no-transform")
        #expect(fields[.contentType] == "text/html; charset=utf-8")
    }

    @Test func `a form may end at the origins given, and at nothing else that is written there`() {
        var page = DoorPage(.signIn, product: .account, language: .english, paths: .hosted)
        page.formActionOrigins = [
            "https://haiku.example:8443", "https://a.example; script-src *", "https://*", "javascript:alert(1)", "https://", "http://localhost:3000/callback",
            "http://localhost:3000", "*",
        ]
        #expect(page.response().fields[.contentSecurityPolicy]?.contains("form-action 'self' https://haiku.example:8443 http://localhost:3000;") == true)
    }
}
