import DesignSystem

// What is asked for.
extension VocabPage {
    /// What scripts say, in the page's language.
    private var texts: Markup {
        let texts: [(String, Markup)] = [
            ("progress", Phrase("{n} of {all}", "{all}語中{n}語")[language]), ("finished", Phrase("All {all} words are here.", "{all}語そろいました。")[language]),
            ("offline", Phrase("There is no connection. Nothing is lost; try again.", "接続できません。入力はそのままですので、もう一度お試しください。")[language]),
            ("missing", Trouble.topicMissing.words(language)), ("broken", Trouble.brokenOff.words(language)), ("failed", Trouble.backendAway.words(language)),
            ("retry", VocabWords.retry[language]), ("title", VocabWords.title(of: "{topic}", language)), ("copied", VocabWords.copied[language]),
        ]
        return "\(texts.map { name, text in " data-text-\(name)=\"\(Self.plain(text))\"" as Markup })"
    }

    /// A phrase without its tags.
    private static func plain(_ markup: Markup) -> String { markup.text.replacing("<bdi>", with: "").replacing("</bdi>", with: "") }

    var orderForm: Markup {
        """
        <form class="order card" id="order" method="post" action="/" novalidate\(texts)>
        \(hidden.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as Markup })
        \(topicField)
        \(countField)
        <button class="button generate" data-busy="\(VocabWords.generating[language])">\(VocabWords.generate[language])</button>
        \(chips)
        </form>
        """
    }

    private var topicField: Markup {
        let problem = trouble.flatMap { $0.isAboutTopic ? $0.words(language) : nil }
        return """
            <div class="field topic">
            <label for="topic">\(VocabWords.topic[language])</label>
            <input class="input" id="topic" name="topic" maxlength="\(WordOrder.longestTopic)" list="topics" autocomplete="off" enterkeyhint="go" required \
            placeholder="\(VocabWords.topicExample[language])" value="\(topic)" data-stays \
            aria-describedby="topic-length\(problem == nil ? "" : " topic-error")"\(.attribute("aria-invalid", problem == nil ? nil : "true"))\
            \(problem == nil ? nil : " autofocus" as Markup)>
            <p class="aside quiet" id="topic-length"><span data-length>\(topic.count)</span> / \(WordOrder.longestTopic)</p>
            <p class="error" id="topic-error"\(problem == nil ? " hidden" as Markup : nil)><span>\(problem)</span></p>
            <datalist id="topics">\(suggestions.all.map { "<option value=\"\($0)\"></option>" as Markup })</datalist>
            </div>
            """
    }

    private var countField: Markup {
        """
        <div class="field count">
        <label for="count">\(VocabWords.count[language])</label>
        <output class="aside" for="count" data-shows>\(count)</output>
        <input class="slider" type="range" id="count" name="word_count" min="\(WordOrder.counts.lowerBound)" max="\(WordOrder.counts.upperBound)" \
        value="\(count)" data-stays>
        <div class="scale" aria-hidden="true">\(WordOrder.counts.map { "<span>\($0)</span>" as Markup })</div>
        </div>
        """
    }

    /// Each sends the form for itself where no script runs.
    private var chips: Markup {
        """
        <div class="chips" role="group" aria-label="\(VocabWords.suggestions[language])">
        \(suggestions.few.map { "<button class=\"chip\" name=\"suggestion\" value=\"\($0)\">\($0)</button>\n" as Markup })</div>
        """
    }
}
