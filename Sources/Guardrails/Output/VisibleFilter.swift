/// Takes out of an answer what cannot be seen, before anybody looks for tags and links: it must not keep their parts apart until they are shown.
struct VisibleFilter {
    private var last: UInt32 = 0

    /// The next piece without it; what stands at a piece's end counts for the next one.
    mutating func filter(_ piece: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in piece.unicodeScalars where isVisible(scalar.value) {
            result.append(scalar)
            last = scalar.value
        }
        return String(result)
    }

    private func isVisible(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= 0x20 && scalar != 0x7F || (0x09...0x0D).contains(scalar) }
        if case .remove = CharacterFate(scalar, after: last) { return false }
        return true
    }
}
