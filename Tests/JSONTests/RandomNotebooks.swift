import Encoding
import JSON
import TestKit

extension Notebook {
    static func random(using random: inout SeededRandom) -> Notebook {
        Notebook(
            id: UUID(high: random.next(), low: random.next()),
            wait: Bool.random(using: &random) ? nil : .microseconds(Int64.random(in: -4_000_000_000_000...4_000_000_000_000, using: &random)),
            price: Decimal(Int128(Int64.random(in: -999_999_999...999_999_999, using: &random)), exponent: Int.random(in: -12...6, using: &random)),
            data: Base64Data((0..<Int.random(in: 0..<12, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }),
            priority: Priority.allCases.randomElement(using: &random)!, figures: Figure.several(using: &random, depth: 3),
            cover: Bool.random(using: &random) ? nil : .random(using: &random, depth: 2),
            byName: Dictionary(uniqueKeysWithValues: Figure.several(using: &random, depth: 1).enumerated().map { ("n\($0) \"猫\"", $1) }),
            label: Label(text: JSON.string(JSONFragment.random(using: &random, depth: 1)), size: Int.random(in: 0..<9, using: &random)), type: "notebook")
    }
}

extension Figure {
    static func several(using random: inout SeededRandom, depth: Int) -> [Figure] {
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in .random(using: &random, depth: depth) }
    }

    static func random(using random: inout SeededRandom, depth: Int) -> Figure {
        switch Int.random(in: 0..<(depth > 0 ? 4 : 3), using: &random) {
        case 0: .circle(Circle(radius: Int.random(in: 1...Int.max, using: &random)))
        case 1: .text(.label(Label(text: "a\n\"kind\":\"circle\"", size: Bool.random(using: &random) ? nil : 3)))
        case 2: .text(.locked(Locked(code: "12345678猫")))
        default: .frame(Frame(inner: several(using: &random, depth: depth - 1), note: Bool.random(using: &random) ? nil : "n"))
        }
    }
}
