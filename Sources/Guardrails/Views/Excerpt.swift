/// A text with some of it written otherwise: those places and what stands near them. The rest is read elsewhere.
struct Excerpt {
    private let source: [UInt8]
    private let near: Int
    private var result: [UInt8] = []
    private var copied = 0
    /// How many places there are.
    private(set) var count = 0

    init(of source: [UInt8], near: Int = 200) {
        self.source = source
        self.near = near
    }

    /// Places come in their order.
    mutating func replace(_ place: Range<Int>, with meant: some Collection<UInt8>) {
        if place.lowerBound - copied > 2 * near {
            if count > 0 { result += source[copied..<(copied + near)] + [UInt8(ascii: "."), 0x20] }
            copied = place.lowerBound - near
        }
        result += source[copied..<place.lowerBound]
        result += meant
        copied = place.upperBound
        count += 1
    }

    /// Nil when nothing is written otherwise.
    consuming func finish() -> [UInt8]? { count > 0 ? result + source[copied..<min(copied + near, source.count)] : nil }
}
