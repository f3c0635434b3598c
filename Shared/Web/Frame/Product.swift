/// One of the house's applications, as its pages name it.
public struct Product: Sendable, Hashable {
    /// The name, the same in both languages.
    public var name: String
    private var english: String
    private var japanese: String

    /// A product with its line in both languages.
    public init(name: String, english: String, japanese: String) {
        self.name = name
        self.english = english
        self.japanese = japanese
    }

    /// The line under the name.
    public func tagline(_ language: Language) -> String { language == .english ? english : japanese }

    /// Lang Portal.
    public static let langPortal = Product(name: "Lang Portal", english: "Words, lessons and how you are getting on.", japanese: "単語と学習、その歩みをひとつに。")
    /// Haiku.
    public static let haiku = Product(name: "Haiku", english: "Three lines and a picture.", japanese: "三行のことばと、一枚の絵。")
    /// Vocab.
    public static let vocab = Product(name: "Vocab", english: "New words for any topic.", japanese: "どんな話題にも、新しい単語を。")
    /// Writing practice.
    public static let writingPractice = Product(name: "Writing practice", english: "Kana and kanji by hand.", japanese: "かなと漢字を、手で書いて。")
    /// The account that all four share: the hosted pages.
    public static let account = Product(
        name: "app-dw", english: "One account for Lang Portal, Haiku, Vocab and Writing practice.",
        japanese: "Lang Portal、Haiku、Vocab、Writing practice をひとつのアカウントで。")
}
