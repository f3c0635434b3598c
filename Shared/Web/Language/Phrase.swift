/// The same words in both languages.
struct Phrase: Sendable {
    private let english: Markup
    private let japanese: Markup

    init(_ english: Markup, _ japanese: Markup) {
        self.english = english
        self.japanese = japanese
    }

    subscript(language: Language) -> Markup { language == .english ? english : japanese }
}
