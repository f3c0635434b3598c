/// Red, green and blue from 0 to 1, as they are shown (sRGB): mixing them as they are looks like paint, not like light, which suits a print.
typealias Color = SIMD3<Float>

extension SIMD3<Float> {
    /// This color with so much of another one, from 0 to 1.
    func mixed(with other: Color, _ share: Float) -> Color { self + (other - self) * share }

    /// The same lightness with so much less color, from 0 to 1.
    func grayed(_ share: Float) -> Color { mixed(with: Color(repeating: 0.3 * x + 0.59 * y + 0.11 * z), share) }
}

/// From 0 to 1 between two edges, with soft ends.
func smoothStep(_ low: Float, _ high: Float, _ value: Float) -> Float {
    let part = min(1, max(0, (value - low) / (high - low)))
    return part * part * (3 - 2 * part)
}
