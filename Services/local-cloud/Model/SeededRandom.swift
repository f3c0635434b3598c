/// SplitMix64: the same numbers for the same seed, on every machine. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators".
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A generator for one of several purposes of a seed, so that one more draw for the first does not change the second.
    init(seed: UInt64, purpose: String) { state = StableHash.of(purpose, seed: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to 1, without 1.
    mutating func unit() -> Float { Float(next() >> 40) / Float(1 << 24) }

    /// A number of the range, without its end.
    mutating func number(_ range: Range<Float>) -> Float { range.lowerBound + unit() * (range.upperBound - range.lowerBound) }

    /// True so often of one.
    mutating func chance(_ probability: Float) -> Bool { unit() < probability }

    /// One of them. There must be one.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int(next() % UInt64(elements.count))] }
}

/// FNV-1a over text: Swift's own hashes differ from run to run.
enum StableHash {
    static func of(_ text: String, seed: UInt64 = 0) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }
}
