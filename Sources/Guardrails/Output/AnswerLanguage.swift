/// The languages that an answer is expected in.
public enum AnswerLanguage: Sendable, Equatable {
    /// Whatever it is.
    case any
    /// Japanese, with some words of others.
    case japanese
    /// English, with some words of others.
    case english
    /// Japanese and English, as in a lesson.
    case both
}
