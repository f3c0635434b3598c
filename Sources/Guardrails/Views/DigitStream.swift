/// The digits of an encoding as they follow one another in a text, whatever stands between them.
struct DigitStream {
    /// How many bits each digit stands for.
    let bits: Int
    var digits: [UInt8] = []
    /// What ends a run of them.
    static let end: UInt8 = 0xFF

    /// The stretches of text that stand in it, wherever they begin. Most places fail at the first or second byte: linear.
    func stretches(minimum: Int, width: Int = 8) -> [[UInt8]] {
        let span = digits.span
        var result: [[UInt8]] = []
        var start = 0
        while start + minimum * width / bits <= span.count {
            var stretch = Stretch()
            var place = Place(index: start)
            while let byte = next(in: span, &place, width), stretch.take(byte) {}
            guard stretch.isText(minimum) else {
                // What is long and has no letters is not gone through again from its second character.
                start = stretch.whole < minimum ? start + 1 : place.index
                continue
            }
            place = Place(index: start)
            result.append((0..<stretch.whole).compactMap { _ in next(in: span, &place, width) })
            start = place.index
        }
        return result
    }

    /// A bit: that of a digit which so many bits of are read.
    private struct Place {
        var index: Int
        var read = 0
    }

    private func next(in digits: borrowing Span<UInt8>, _ place: inout Place, _ width: Int) -> UInt8? {
        var value: UInt32 = 0
        var held = -place.read
        var index = place.index
        while held < width {
            guard index < digits.count, digits[index] != Self.end else { return nil }
            value = value << UInt32(bits) | UInt32(digits[index])
            index += 1
            held += bits
        }
        let rest = held - width
        place = rest > 0 ? Place(index: index - 1, read: bits - rest) : Place(index: index)
        return UInt8(value >> UInt32(rest) & (1 << UInt32(width) - 1))
    }

    /// Bytes that may be text.
    private struct Stretch {
        private var count = 0
        private var letters = 0
        private var missing = 0
        /// How many bytes are whole characters.
        private(set) var whole = 0

        /// Whether it is text still.
        mutating func take(_ byte: UInt8) -> Bool {
            if missing > 0 {
                guard byte & 0xC0 == 0x80 else { return false }
                missing -= 1
                if missing == 0 { letters += 2 }
            } else {
                switch byte {
                case 0x09, 0x0A, 0x0D: break
                case 0x20...0x7E: if Alphabet.isLetter(byte) || byte == 0x20 { letters += 1 }
                case 0xC2...0xDF: missing = 1
                case 0xE0...0xEF: missing = 2
                case 0xF0...0xF4: missing = 3
                default: return false
                }
            }
            count += 1
            if missing == 0 { whole = count }
            return true
        }

        func isText(_ minimum: Int) -> Bool { whole >= minimum && letters * 3 >= minimum * 2 }
    }
}
