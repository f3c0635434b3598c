import DesignSystem
import Japanese

/// Topics that the page proposes: all of the lexicon as one types, and a few to press.
struct Suggestions {
    /// Names in the page's language.
    var all: [String]
    var few: [String]

    /// What fits beside others.
    private static let longest = 22

    /// - Parameter few: how many are to press, another choice each time.
    init(_ language: Language, few count: Int = 7) {
        all = Lexicon.topics.map { language == .english ? $0.englishName : $0.japaneseName }
        few = Array(all.filter { $0.count <= Self.longest }.shuffled().prefix(count))
    }
}
