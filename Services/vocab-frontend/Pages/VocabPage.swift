import Contracts
import DesignSystem
import HTTPCore
import Japanese

/// The page: what is asked for, the words there are, what became of them, and what is in the way.
struct VocabPage {
    let language: Language
    let header: HouseHeader
    /// Whom the browser keeps the history for.
    let learner: String
    var topic = ""
    var count = WordOrder.usualCount
    var group: GeneratedGroup?
    var trouble: Trouble?
    var saved: SavedGroup?
    /// Where a saved group can be studied: the portal, as browsers find it.
    let portal: String
    var suggestions: Suggestions

    /// What forms send unseen.
    var hidden: [(name: String, value: String)] { header.hidden }

    /// The answer, with the trouble's status.
    func response() -> Response {
        var page = HousePage(title: title, language: language, content: frame)
        page.head = Self.head
        page.playsSounds = true
        var response = page.response(status: trouble?.status ?? .ok)
        if let seconds = trouble?.seconds { response.fields.set(.retryAfter, String(seconds)) }
        return response
    }

    private var title: Markup {
        let error: Markup? = trouble == nil ? nil : Phrase("Error: ", "エラー：")[language]
        return "\(error)\(group.map { "\($0.groupName) – " })Vocab"
    }

    private var frame: Markup {
        """
        \(header.markup)
        <main class="vocab" id="main" tabindex="-1" data-learner="\(learner)">
        <div class="opening"><h1>\(VocabWords.heading[language])</h1><p>\(VocabWords.introduction[language])</p></div>
        \(orderForm)
        <div id="trouble">\(orderTrouble)</div>
        \(results)
        \(history)
        \(credit)
        </main>
        """
    }

    /// On every page of words, whatever they are: their licences ask for it.
    private var credit: Markup {
        CreditFooter(DictionaryCredit.statement, licence: DictionaryCredit.licence, more: DictionaryCredit.levels, language).markup
    }

    private var orderTrouble: Markup? {
        // About keeping is told where words are kept, if there are any.
        guard let trouble, !trouble.isAboutTopic, !trouble.isAboutKeeping || group == nil else { return nil }
        return notice(trouble)
    }

    /// A trouble in a box, with a way to try again where that can help.
    func notice(_ trouble: Trouble) -> Markup {
        """
        <div class="notice bad" role="alert" tabindex="-1" autofocus data-trouble="\(trouble.type)"><p>\(trouble.words(language))</p>\
        \(trouble.allowsRetry ? "<button class=\"button secondary\" form=\"order\">\(VocabWords.retry[language])</button>" : nil)</div>
        """
    }
}
