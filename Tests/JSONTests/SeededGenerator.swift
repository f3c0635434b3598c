import JSON

/// SplitMix64: the same numbers for the same seed, so that a failure comes again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension JSONFragment {
    /// A value of any kind that is its own reading: names differ, doubles are finite and not whole.
    static func random(using random: inout SeededGenerator, depth: Int) -> JSONFragment {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2: return .int(Int(truncatingIfNeeded: random.next() >> UInt64.random(in: 0..<64, using: &random)))
        case 3: return .double(Double.random(in: -1e6...1e6, using: &random) + 0.5e-3)
        case 4, 5: return .string(text(using: &random))
        case 6, 7: return .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in .random(using: &random, depth: depth - 1) })
        default:
            let count = Int.random(in: 0..<20, using: &random)
            return .object((0..<count).map { Member("\($0)\(text(using: &random))", .random(using: &random, depth: depth - 1)) })
        }
    }

    private static let letters: [Character] = ["a", "é", "猫", "😀", "\"", "\\", "\n", "\u{1}", " ", "/", "\u{7F}", "\u{2028}", "z", "0"]

    private static func text(using random: inout SeededGenerator) -> String {
        String((0..<Int.random(in: 0..<20, using: &random)).map { _ in letters.randomElement(using: &random)! })
    }
}
