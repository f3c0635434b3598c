/// How something sounds: a button where scripts run (a module that imports `./sounds.js`), the browser's own player elsewhere.
///
/// The voice is that of a `<select id="voice">`, where the page has one: its value goes along as `voice`.
public struct PlayButton: Sendable {
    private let sound: String
    private let label: Markup
    private let failure: Markup

    /// A button.
    ///
    /// - Parameters:
    ///   - sound: the address of the sound, a path of ours with a query.
    ///   - label: what the button does, for who does not see it: `Play 猫`.
    ///   - failure: what is said where the sound cannot be had.
    public init(_ sound: String, label: Markup, failure: Markup) {
        self.sound = sound
        self.label = label
        self.failure = failure
    }

    /// The element.
    public var markup: Markup {
        """
        <div class="sound"><button class="play" type="button" data-shows data-sound="\(sound)" data-failed="\(failure)">\(Self.icon)\
        <span class="visually-hidden">\(label)</span></button>\
        <audio class="unscripted" controls preload="none" src="\(sound)"></audio></div>
        """
    }

    private static let icon: Markup = """
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z" fill="currentColor"/>\
        <path d="M15 9a4.2 4.2 0 0 1 0 6M17.6 6.4a8 8 0 0 1 0 11.2" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/></svg>
        """
}
