import DesignSystem
import HTTPCore
import Japanese

/// The words of a group, one below the other: each shows its Japanese, and its meaning to whoever opens it. It works without scripts.
struct GroupWordsPage {
    let header: HouseHeader
    let group: GroupDetail
    let words: WordPage
    /// Where new words come from; nil where that application is not known.
    let vocab: String?

    /// The path of a group's page, as other applications link to it.
    static func path(of group: Int) -> String { "/groups/\(group)" }

    private var language: Language { header.language }

    func response() -> Response {
        HousePage(title: "\(group.name) – \(header.product.name)", language: language, scripts: [.account], content: frame).response()
    }

    private var frame: Markup {
        """
        \(header.markup)
        <main class="account" id="main" tabindex="-1">
        <h1><bdi>\(group.name)</bdi></h1>
        <section class="card" aria-labelledby="words">
        <h2 id="words">\(GroupWordsText.count(group.stats.totalWordCount, language))</h2>
        \(words.items.isEmpty ? nothing : list)
        \(pager)
        </section>
        \(vocab.map(wayToMore))
        \(credit)
        </main>
        """
    }

    /// Seed data and what Vocab has made are the dictionary's.
    private var credit: Markup {
        CreditFooter(DictionaryCredit.statement, licence: DictionaryCredit.licence, more: DictionaryCredit.levels, language).markup
    }

    private var nothing: Markup { "<p class=\"quiet\">\(GroupWordsText.nothing[language])</p>" }

    private var list: Markup {
        """
        <p class="quiet">\(GroupWordsText.recall[language])</p>
        <ul class="recall">
        \(words.items.map(item))</ul>
        """
    }

    private func item(_ word: WordItem) -> Markup {
        """
        <li><details><summary><span class="japanese" lang="ja">\(word.japanese)</span> \
        <span class="quiet">\(GroupWordsText.answers(right: word.correctCount, wrong: word.wrongCount, language))</span></summary>
        <p class="meaning"><em lang="ja-Latn">\(word.romaji)</em> <span lang="en">\(word.english)</span></p></details></li>

        """
    }

    /// Nothing where all words stand on one page.
    private var pager: Markup? {
        let page = words.pagination
        guard page.totalPages > 1 else { return nil }
        return """
            <nav class="row apart" aria-label="\(GroupWordsText.pages[language])">
            \(page.currentPage > 1 ? link(to: page.currentPage - 1, GroupWordsText.before) : "<span></span>")
            <span class="quiet">\(page.currentPage) / \(page.totalPages)</span>
            \(page.currentPage < page.totalPages ? link(to: page.currentPage + 1, GroupWordsText.after) : "<span></span>")
            </nav>
            """
    }

    private func link(to page: Int, _ text: Phrase) -> Markup {
        "<a class=\"button secondary\" href=\"\(Self.path(of: group.id))?page=\(page)\">\(text[language])</a>"
    }

    private func wayToMore(_ vocab: String) -> Markup { "<p><a href=\"\(vocab)\">\(GroupWordsText.more[language])</a></p>" }
}

/// What the page says.
enum GroupWordsText {
    static let nothing = Phrase("There are no words in this group.", "このグループには単語がありません。")
    static let recall = Phrase("Try to remember what each word means; open it to see.", "意味を思い出してから、単語を開いて確かめましょう。")
    static let pages = Phrase("Pages", "ページ")
    static let before = Phrase("Before", "前へ")
    static let after = Phrase("After", "次へ")
    static let more = Phrase("New words for any topic, in Vocab", "Vocabで新しい単語を作る")
    static let noGroup = Phrase("There is no such group", "グループが見つかりません")
    static let deleted = Phrase("It may have been deleted, or belong to another account.", "削除されたか、別のアカウントのグループです。")
    static let toAccount = Phrase("To your account", "アカウントへ")

    static func count(_ words: Int, _ language: Language) -> Markup { Phrase(words == 1 ? "1 word" : "\(words) words", "\(words)語")[language] }

    static func answers(right: Int, wrong: Int, _ language: Language) -> Markup {
        right + wrong == 0
            ? Phrase("not yet studied", "未学習")[language] : Phrase("\(right) right, \(wrong) wrong", "正解 \(right)、不正解 \(wrong)")[language]
    }
}
