import DesignSystem

// What the browser remembers: scripts fill it; without them there is none.
extension VocabPage {
    var history: Markup {
        """
        <section class="history card" id="history" aria-labelledby="history-heading" data-shows>
        <div class="row apart"><h2 id="history-heading">\(VocabWords.history[language])</h2>\
        <button class="button plain" type="button" id="clear-history">\(VocabWords.clear[language])</button></div>
        <p class="quiet">\(VocabWords.historyHint[language])</p>
        <ul id="past"></ul>
        <p class="quiet" id="no-past">\(VocabWords.historyEmpty[language])</p>
        </section>
        """
    }
}
