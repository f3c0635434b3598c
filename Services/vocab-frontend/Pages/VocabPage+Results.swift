import Contracts
import DesignSystem
import JSON

// The words, and what can be done with them. Scripts fill an empty list; what belongs to a whole group is hidden until there is one.
extension VocabPage {
    var results: Markup {
        """
        <section class="results" id="results" aria-labelledby="results-heading"\(group == nil ? " hidden" as Markup : nil)>
        <div class="results-head">
        <h2 id="results-heading">\(group.map { VocabWords.title(of: $0.groupName, language) } ?? VocabWords.results[language])</h2>
        \(switches)
        </div>
        <div class="progress" id="progress" hidden><progress max="\(count)" value="0" aria-labelledby="progress-text"></progress>\
        <p id="progress-text" role="status"></p></div>
        <ol class="words" id="words">
        \(group.map { $0.words.map { WordCard(word: $0, language: language).markup } } ?? [])</ol>
        \(keeping)
        </section>
        \(group == nil ? empty : nil)
        """
    }

    private var empty: Markup {
        """
        <div class="empty" id="empty"><p class="quiet">\(VocabWords.noWords[language])</p></div>
        """
    }

    /// They work by style alone.
    private var switches: Markup {
        """
        <div class="switches">
        <label class="switch"><input type="checkbox" id="show-romaji" role="switch" autocomplete="off"><span>\(VocabWords.romaji[language])</span></label>
        <label class="switch"><input type="checkbox" id="recall" role="switch" autocomplete="off" aria-describedby="recall-hint">\
        <span>\(VocabWords.recall[language])</span></label>
        <span class="visually-hidden" id="recall-hint">\(VocabWords.recallHint[language])</span>
        <label class="voice" data-shows>\(VocabWords.voice[language]) <select class="input" id="voice">\
        \(SoundRequest.voices.map { "<option>\($0)</option>" as Markup })</select></label>
        </div>
        """
    }

    private var keeping: Markup {
        """
        <div class="keeping" id="keeping"\(group == nil ? " hidden" as Markup : nil)>
        \(saved.map(savedNotice))\(trouble.flatMap { $0.isAboutKeeping && group != nil ? notice($0) : nil })
        <div class="keeping-row">
        \(.form("/groups", hidden: hidden + groupField, language: language, .button(VocabWords.save, language, busy: VocabWords.saving)))
        \(downloads)
        </div>
        <details class="raw"><summary>\(VocabWords.raw[language])</summary>
        <div class="raw-body"><button class="button secondary" type="button" id="copy" data-shows>\(VocabWords.copy[language])</button>\
        <pre tabindex="0" role="region" aria-label="\(VocabWords.raw[language])"><code id="raw">\(group.map(Self.listing) ?? "")</code></pre></div>
        </details>
        </div>
        """
    }

    /// Not by script: the answer is a file.
    private var downloads: Markup {
        """
        <form class="downloads" method="post" action="/downloads/words.csv">
        \((hidden + groupField).map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as Markup })
        <span class="quiet" id="downloads-label">\(VocabWords.downloads[language])</span>
        <button class="button secondary" aria-describedby="downloads-label">\(VocabWords.table[language])</button>
        <button class="button secondary" formaction="/downloads/words.apkg" aria-describedby="downloads-label">\(VocabWords.deck[language])</button>
        </form>
        """
    }

    private var groupField: [(name: String, value: String)] { [(GroupForm.groupName, group.map { JSON.string($0) } ?? "")] }

    private func savedNotice(_ saved: SavedGroup) -> Markup {
        """
        <div class="notice good" role="status" tabindex="-1" autofocus><p>\(VocabWords.saved(saved, language))</p>\
        <a class="button" href="\(portal)/groups/\(saved.id)">\(VocabWords.study[language])</a></div>
        """
    }

    /// One word a line.
    private static func listing(_ group: GeneratedGroup) -> String {
        let words = group.words.map { "    \(JSON.string($0))" }.joined(separator: ",\n")
        return "{\n  \"group_name\": \(JSON.string(group.groupName)),\n  \"words\": [\n\(words)\n  ]\n}"
    }
}
