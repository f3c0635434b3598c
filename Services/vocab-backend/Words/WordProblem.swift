/// Why a proposed word is not taken.
enum WordProblem: String, Error, Sendable, CaseIterable {
    /// It is written in something else.
    case notJapanese = "not-japanese"
    /// Nobody knows how it is read.
    case unreadable
    /// Its romaji is not its reading.
    case wrongReading = "wrong-reading"
    /// It hurts.
    case offensive
    /// The gloss says nothing.
    case noMeaning = "no-meaning"
    /// It is there already.
    case duplicate
}
