import Japanese

/// How a word's pitch goes, beat by beat, in the Japanese of Tokyo.
struct PitchContour: Equatable {
    struct Beat: Equatable {
        let kana: String
        let isHigh: Bool
        /// Whether the pitch falls after it.
        let falls: Bool
    }

    /// The names that schools have for the patterns.
    enum Pattern: Equatable { case flat, first, middle, last }

    let beats: [Beat]
    let accent: Int

    /// - Parameter accent: the beat after which the pitch falls, 0 where it does not; nil is no contour.
    init?(reading: String, accent: Int?) {
        let morae = Kana.morae(reading)
        guard let accent, !morae.isEmpty, (0...morae.count).contains(accent) else { return nil }
        self.accent = accent
        beats = morae.enumerated().map { place, kana in
            let number = place + 1
            let isHigh = accent == 1 ? number == 1 : number > 1 && (accent == 0 || number <= accent)
            return Beat(kana: kana, isHigh: isHigh, falls: number == accent)
        }
    }

    var pattern: Pattern {
        switch accent {
        case 0: .flat
        case 1: .first
        case beats.count: .last
        default: .middle
        }
    }
}
