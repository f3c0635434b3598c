/// Smooth randomness: values at whole numbers, smoothly joined (value noise), in octaves.
struct Noise {
    private let seed: UInt32

    init(seed: UInt64) { self.seed = UInt32(truncatingIfNeeded: seed ^ (seed >> 32)) }

    /// From 0 to 1 along a line.
    func at(_ x: Float) -> Float {
        let cell = x.rounded(.down), part = x - cell
        let smooth = part * part * (3 - 2 * part)
        let left = value(Int32(cell), 0)
        return left + (value(Int32(cell) &+ 1, 0) - left) * smooth
    }

    /// From 0 to 1 in a plane.
    func at(_ x: Float, _ y: Float) -> Float {
        let column = x.rounded(.down), row = y.rounded(.down)
        let part = SIMD2(x - column, y - row)
        let smooth = part * part * (SIMD2(repeating: 3) - 2 * part)
        let left = Int32(column), top = Int32(row)
        let above = value(left, top) + (value(left &+ 1, top) - value(left, top)) * smooth.x
        let below = value(left, top &+ 1) + (value(left &+ 1, top &+ 1) - value(left, top &+ 1)) * smooth.x
        return above + (below - above) * smooth.y
    }

    /// From 0 to 1: a line with finer and finer bends.
    func ridge(_ x: Float, octaves: Int, roughness: Float = 0.5) -> Float { sum(octaves, roughness) { at(x * $0 + 31.7 * $0) } }

    /// From 0 to 1: clouds.
    func clouds(_ x: Float, _ y: Float, octaves: Int) -> Float { sum(octaves, 0.5) { at(x * $0, y * $0) } }

    private func sum(_ octaves: Int, _ roughness: Float, _ value: (_ frequency: Float) -> Float) -> Float {
        var total: Float = 0, weight: Float = 1, weights: Float = 0, frequency: Float = 1
        for _ in 0..<octaves {
            total += value(frequency) * weight
            weights += weight
            weight *= roughness
            frequency *= 2.03
        }
        return total / weights
    }

    private func value(_ x: Int32, _ y: Int32) -> Float {
        var hash = UInt32(bitPattern: x) &* 0x85EB_CA6B ^ UInt32(bitPattern: y) &* 0xC2B2_AE35 ^ seed
        hash = (hash ^ (hash >> 15)) &* 0x2C1B_3C6D
        hash = (hash ^ (hash >> 12)) &* 0x297A_2D39
        return Float((hash ^ (hash >> 15)) >> 8) / Float(1 << 24)
    }
}
