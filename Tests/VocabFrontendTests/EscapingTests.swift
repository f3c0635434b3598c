import Contracts
import DesignSystem
import HTTPCore
import TestKit
import Testing

@testable import vocab_frontend

@Suite struct `What a model or a learner wrote stays text` {
    private func page(holding text: String, _ language: Language, _ change: (inout VocabPage) -> Void = { _ in }) -> String {
        var header = HouseHeader(for: AccountHolder(email: text, givenName: text, familyName: text), product: .vocab, language: language, place: "/")
        header.hidden = [("csrf_token", text)]
        header.apps = [AppLink(.langPortal, href: text)]
        var suggestions = Suggestions(language)
        (suggestions.all, suggestions.few) = ([text], [text])
        var page = VocabPage(language: language, header: header, learner: text, portal: text, suggestions: suggestions)
        page.topic = text
        page.group = GeneratedGroup(groupName: text, words: [Sample.word(holding: text), Sample.word(holding: text)])
        change(&page)
        let body = page.response().body
        guard case .bytes(let bytes) = body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let hostile = [
        "<script>\"'&", "\"><img src=x onerror=alert(1)>", "' autofocus onfocus='alert(1)", "</title></textarea></option><!--", "&lt;b&gt;",
        "</ruby></li><li class=\"word\">",
    ]

    @Test(arguments: Language.allCases, hostile)
    func `no text in any place of the page becomes an element or an attribute`(language: Language, text: String) throws {
        let changes: [(inout VocabPage) -> Void] = [
            { _ in }, { $0.saved = SavedGroup(id: 7, created: 1, existing: 1) }, { $0.trouble = .topicMissing }, { $0.trouble = .portalAway },
            { $0.trouble = .throttled(seconds: 5) },
        ]
        for change in changes {
            let found = try #require(elements(of: page(holding: text, language, change)), "the page is not well formed")
            let harmless = try #require(elements(of: page(holding: "x", language, change)))
            #expect(shape(found) == shape(harmless))
        }
    }

    @Test(arguments: 0..<20) func `nor does any heap of signs`(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let signs = Array("<>\"'&=/ \n-!`a漢\u{202E}")
        let text = String((0..<40).map { _ in signs.randomElement(using: &random)! })
        let harmless = try #require(elements(of: page(holding: "x", .english)))
        #expect(shape(try #require(elements(of: page(holding: text, .english)))) == shape(harmless))
    }

    private func shape(_ elements: [Element]) -> [String] { elements.map { "\($0.name) \($0.attributes.keys.sorted())" } }

    @Test func `each trouble speaks both languages, without signs that would be escaped`() {
        let all: [Trouble] = [
            .topicMissing, .topicTooLong, .topicUnfit, .backendAway, .busy(seconds: nil), .throttled(seconds: 1), .budgetSpent, .topicRefused,
            .conversationEnded, .blocked(seconds: 9_000), .answerUnusable, .tooSlow, .brokenOff, .sessionOver, .formTooOld, .groupBroken, .portalAway,
            .portalFull,
        ]
        for language in Language.allCases {
            #expect(Set(all.map { $0.words(language).text }).count == all.count)
            #expect(all.allSatisfy { !$0.words(language).text.contains { "<>&\"".contains($0) } })
        }
        #expect(Set(all.map(\.type)).count == all.count)
    }

    @Test(
        arguments: [
            (nil, "in a moment"), (1, "in 1 second"), (99, "in 99 seconds"), (100, "in 2 minutes"), (5_399, "in 90 minutes"), (5_400, "in 2 hours"),
            (86_400, "in 24 hours"), (Int.max, "in 2562047788015216 hours"),
        ] as [(Int?, String)])
    func `a wait is told in the unit that fits`(seconds: Int?, words: String) { #expect(Wait.time(seconds, .english).text == words) }
}
