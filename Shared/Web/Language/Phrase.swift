/// The same words in both languages, as markup: `&` and `<` are written as HTML wants them.
public struct Phrase: Sendable {
    private let english: Markup
    private let japanese: Markup

    /// The words in both.
    public init(_ english: Markup, _ japanese: Markup) {
        self.english = english
        self.japanese = japanese
    }

    /// Those of one.
    public subscript(language: Language) -> Markup { language == .english ? english : japanese }
}
