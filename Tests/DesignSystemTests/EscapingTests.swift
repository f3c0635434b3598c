import DesignSystem
import TestKit
import Testing

@Suite struct `What anybody typed stays text` {
    @Test(arguments: [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "&quot;"), ("'", "&#39;"), ("言葉", "言葉")])
    func `a string in markup is escaped, markup in markup is not`(text: String, escaped: String) {
        let inner: Markup = "<b>\(text)</b>"
        #expect(inner.text == "<b>\(escaped)</b>")
        #expect(("<p title=\"\(text)\">\(inner)</p>" as Markup).text == "<p title=\"\(escaped)\"><b>\(escaped)</b></p>")
        #expect(Markup(escaping: text).text == escaped)
    }

    /// The same elements with the same attributes as for a harmless word: nothing that was typed has become part of the page.
    @Test(
        arguments: Language.allCases,
        ["<script>\"'&", "\"><img src=x onerror=alert(1)>", "' autofocus onfocus='alert(1)", "</title></textarea><!--", "&lt;b&gt;"])
    func `no text in any place of any page becomes an element or an attribute`(language: Language, text: String) throws {
        let harmless = pages(holding: "x", in: language), hostile = pages(holding: text, in: language)
        for (expected, page) in zip(harmless, hostile) {
            let found = try #require(elements(of: page.text), "the page is not well formed")
            #expect(shape(found) == shape(try #require(elements(of: expected.text))))
            #expect(!page.text.contains(text))
        }
    }

    private func shape(_ elements: [Element]) -> [String] { elements.map { "\($0.name) \($0.attributes.keys.sorted())" } }

    @Test(arguments: Language.allCases)
    func `a password is never shown again`(language: Language) {
        for step in DoorPage.Step.allCases {
            var page = DoorPage(step, product: .vocab, language: language)
            page.values = [.password: "Geheim-1234", .newPassword: "Geheim-1234"]
            page.problems = [DoorProblem(message: .wrongPassword)]
            #expect(!page.response().text.contains("Geheim"))
        }
    }
}
