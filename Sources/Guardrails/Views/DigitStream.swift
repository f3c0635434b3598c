/// The digits of an encoding as they follow one another in a text, whatever stands between them.
struct DigitStream {
    /// How many bits each digit stands for.
    let bits: Int
    var digits: [UInt8] = []
    /// What ends a run of them.
    static let end: UInt8 = 0xFF

    /// The stretches of text that stand in it, wherever they begin. Most places fail at the first or second byte: linear.
    func decoded(minimum: Int, width: Int = 8) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        while start * bits + minimum * width <= digits.count * bits {
            var stretch = Stretch()
            var position = start * bits
            while let byte = byte(at: position, width), stretch.take(byte) { position += width }
            guard stretch.isText(minimum) else {
                start += 1
                continue
            }
            if !result.isEmpty { result.append(0x20) }
            for place in 0..<stretch.whole {
                if let byte = byte(at: start * bits + place * width, width) { result.append(byte) }
            }
            start += max(1, stretch.whole * width / bits)
        }
        return result
    }

    private func byte(at position: Int, _ width: Int) -> UInt8? {
        let end = position + width
        var index = position / bits
        var held = index * bits
        var value: UInt32 = 0
        while held < end {
            guard index < digits.count, digits[index] != Self.end else { return nil }
            value = value << UInt32(bits) | UInt32(digits[index])
            index += 1
            held += bits
        }
        return UInt8(value >> UInt32(held - end) & (1 << UInt32(width) - 1))
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
