import JSON
import Web

/// A file name such as `flashcards.svg`.
struct ThumbnailName: RawRepresentable, JSONWrapper, PathParameter {
    let rawValue: String
    static let parameterName = "thumbnail"
}

/// A small picture of a way to study: two cards on a coloured ground, drawn for this project.
struct Thumbnail: Sendable {
    /// Colour of the ground.
    private let ground: String
    /// What stands on the card behind, and on the one in front.
    private let behind, front: String

    /// By file name, as in `study_activities.thumbnail_url`.
    static let named: [String: Thumbnail] = [
        "vocabulary-quiz.svg": Thumbnail(ground: "#c8553d", behind: "あ", front: "a?"),
        "reverse-vocabulary-quiz.svg": Thumbnail(ground: "#2d6a8e", behind: "a", front: "あ?"),
        "flashcards.svg": Thumbnail(ground: "#588157", behind: "猫", front: "cat"),
        "typing-practice.svg": Thumbnail(ground: "#6d597a", behind: "cat", front: "ねこ"),
    ]

    /// 320 × 180, scales to any size.
    var svg: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="320" height="180" viewBox="0 0 320 180" font-family="sans-serif" font-size="40" text-anchor="middle">
        <rect width="320" height="180" fill="\(ground)"/>
        <g transform="rotate(-8 125 85)"><rect x="65" y="40" width="120" height="90" rx="10" fill="#fff" fill-opacity=".6"/><text x="100" y="100">\(behind)</text></g>
        <g transform="rotate(6 200 95)"><rect x="140" y="50" width="120" height="90" rx="10" fill="#fff"/><text x="200" y="109">\(front)</text></g>
        </svg>
        """
    }
}
