import JSON
import TestKit

extension JSONFragment {
    /// A value of any kind that is its own reading: names differ, doubles are finite and not whole.
    static func random(using random: inout SeededRandom, depth: Int) -> JSONFragment {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2: return .int(Int(truncatingIfNeeded: random.next() >> UInt64.random(in: 0..<64, using: &random)))
        case 3: return .double(Double.random(in: -1e6...1e6, using: &random) + 0.5e-3)
        case 4, 5: return .string(text(using: &random))
        case 6, 7: return .array((0..<Int.random(in: 0..<5, using: &random)).map { _ in .random(using: &random, depth: depth - 1) })
        default:
            let count = Int.random(in: 0..<20, using: &random)
            return .object((0..<count).map { Member("\($0)-\(text(using: &random))", .random(using: &random, depth: depth - 1)) })
        }
    }

    private static let letters: [Character] = ["a", "é", "猫", "😀", "\"", "\\", "\n", "\u{1}", " ", "/", "\u{7F}", "\u{2028}", "z", "0"]

    private static func text(using random: inout SeededRandom) -> String {
        String((0..<Int.random(in: 0..<20, using: &random)).map { _ in letters.randomElement(using: &random)! })
    }
}
