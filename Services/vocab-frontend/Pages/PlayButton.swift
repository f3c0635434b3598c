import DesignSystem
import Encoding

/// How a text sounds: a button where scripts run, the browser's own player elsewhere.
struct PlayButton {
    let text: String
    let label: Phrase
    let language: Language

    /// Nothing for what is too long to be spoken.
    var markup: Markup? {
        guard text.count <= SoundRequest.longestText else { return nil }
        return """
            <div class="sound"><button class="play" type="button" data-shows data-sound="\(Self.path(text))" data-failed="\(VocabWords.silent[language])">\(Self.icon)\
            <span class="visually-hidden">\(label[language]) <span lang="ja">\(text)</span></span></button>\
            <audio class="unscripted" controls preload="none" src="\(Self.path(text))"></audio></div>
            """
    }

    static func path(_ text: String) -> String { "/audio?text=\(PercentEncoding.encode(text))" }

    private static let icon: Markup = """
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z" fill="currentColor"/>\
        <path d="M15 9a4.2 4.2 0 0 1 0 6M17.6 6.4a8 8 0 0 1 0 11.2" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/></svg>
        """
}
