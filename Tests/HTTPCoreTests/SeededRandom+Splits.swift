import TestKit

extension SeededRandom {
    /// Where random pieces of `count` bytes end; the last at the end.
    mutating func splits(of count: Int) -> [Int] {
        (0..<Int.random(in: 0...6, using: &self)).map { _ in Int.random(in: 0...count, using: &self) }.sorted() + [count]
    }
}
