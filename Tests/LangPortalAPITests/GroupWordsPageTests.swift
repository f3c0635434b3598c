import DesignSystem
import JSON
import Japanese
import TestKit
import Testing

@testable import lang_portal_api

@Suite struct GroupWordsPageTests {
    private func page(_ words: [WordItem], at number: Int = 1, of total: Int? = nil, named name: String = "Food", language: Language = .english) -> String {
        let holder = AccountHolder(email: "mai@example.jp", givenName: "Mai", familyName: "")
        let total = total ?? words.count
        let page = GroupWordsPage(
            header: HouseHeader(for: holder, product: .langPortal, language: language, place: "/groups/3"),
            group: GroupDetail(id: 3, name: name, stats: GroupStats(totalWordCount: total)),
            words: WordPage(items: words, pagination: Pagination(of: total, at: PageRequest(number: number, size: 50))), vocab: "https://vocab.app-dw.net")
        return page.response().text
    }

    private func word(_ japanese: String, _ romaji: String = "neko", _ english: String = "cat", right: Int = 0, wrong: Int = 0) -> WordItem {
        WordItem(id: 1, japanese: japanese, romaji: romaji, english: english, correctCount: right, wrongCount: wrong)
    }

    @Test func `each word has its meaning behind it and says how it went`() {
        let text = page([word("猫", right: 3, wrong: 1), word("犬", "inu", "dog")])
        #expect(text.contains(#"<span class="japanese" lang="ja">猫</span>"#) && text.contains("3 right, 1 wrong"))
        #expect(text.contains(#"<em lang="ja-Latn">inu</em> <span lang="en">dog</span>"#) && text.contains("not yet studied"))
        #expect(text.contains(#"<a href="https://vocab.app-dw.net">"#) && !text.contains("?page="))
    }

    @Test(arguments: [(1, false, true), (2, true, true), (3, true, false)])
    func `long groups have a way back and a way on`(number: Int, hasBefore: Bool, hasAfter: Bool) {
        let text = page([word("猫")], at: number, of: 120)
        #expect(text.contains("href=\"/groups/3?page=\(number - 1)\"") == hasBefore)
        #expect(text.contains("href=\"/groups/3?page=\(number + 1)\"") == hasAfter)
        #expect(text.contains("\(number) / 3"))
    }

    @Test(arguments: [
        ("1", 120, 1), ("3", 120, 3), ("4", 120, 3), ("9223372036854775807", 120, 3), ("0", 120, 1), ("-1", 120, 1), ("x", 120, 1), ("2", 100, 2), ("7", 0, 1),
    ])
    func `a page that is not there is the nearest one`(asked: String, words: Int, shown: Int) throws {
        let page = try PageNumber.decode(json: Array(#"{"page":"\#(asked)"}"#.utf8)).page(of: words)
        #expect(page == PageRequest(number: shown, size: 50))
    }

    @Test(arguments: [Language.english, .japanese])
    func `nothing that a learner has written becomes markup`(language: Language) throws {
        let evil = #"<script>alert("x")</script>&'"#
        let text = page([word(evil, evil, evil)], named: evil, language: language)
        let tags = try #require(elements(of: text))
        #expect(!text.contains("<script>alert") && tags.allSatisfy { $0.name != "script" || $0["src"] != nil })
    }

    @Test(arguments: [Language.english, .japanese]) func `whom the words are from stands on the page`(language: Language) {
        let text = page([word("猫")], language: language)
        #expect(text.contains(DictionaryCredit.statement.replacing("'", with: "&#39;")) && text.contains("href=\"\(DictionaryCredit.licence)\""))
    }

    @Test func `an empty group says so`() { #expect(page([]).contains("There are no words in this group.")) }
}
