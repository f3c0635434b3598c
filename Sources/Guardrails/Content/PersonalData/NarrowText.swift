/// A text's bytes with full-width forms and other alphabets' digits as those of ASCII and without invisible characters; each byte knows where it comes from.
struct NarrowText {
    private(set) var bytes: [UInt8]
    /// The place in the original of each byte, and of the end. Empty when nothing was changed.
    private var origins: [Int32] = []

    /// Narrows a text. One pass.
    init(_ text: String) {
        var text = text
        bytes = text.withUTF8 { Array($0) }
        guard bytes.contains(where: { $0 >= 0x80 }) else { return }
        let original = bytes
        var places: [Int32] = []
        bytes = Array(unsafeUninitializedCapacity: original.count) { bytes, count in
            places = Array(unsafeUninitializedCapacity: original.count + 1) { places, placeCount in
                original.withUnsafeBufferPointer { count = Self.narrow($0, bytes, places) }
                placeCount = count + 1
            }
        }
        origins = places
    }

    /// The range in the original.
    func origin(of range: Range<Int>) -> Range<Int> {
        origins.isEmpty ? range : Int(origins[range.lowerBound])..<Int(origins[range.upperBound])
    }

    /// Never writes more than there is.
    private static func narrow(
        _ original: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeMutableBufferPointer<UInt8>, _ places: UnsafeMutableBufferPointer<Int32>
    ) -> Int {
        var place = 0, count = 0
        func append(_ byte: UInt8, from place: Int) {
            bytes[count] = byte
            places[count] = Int32(truncatingIfNeeded: place)
            count += 1
        }
        while place < original.count {
            let lead = original[place]
            let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            switch length == 1 ? .same : form(original, place, length, last: count > 0 ? bytes[count - 1] : 0) {
            case .same: for offset in 0..<length { append(original[place + offset], from: place + offset) }
            case .ascii(let byte): append(byte, from: place)
            case .nothing: break
            }
            place += length
        }
        places[count] = Int32(truncatingIfNeeded: original.count)
        return count
    }

    private enum Form {
        case same, ascii(UInt8), nothing
    }

    private static func form(_ original: UnsafeBufferPointer<UInt8>, _ place: Int, _ length: Int, last: UInt8) -> Form {
        let second = original[place + 1]
        switch (length, original[place]) {
        case (2, 0xC2): return second == 0xA0 ? .ascii(UInt8(ascii: " ")) : second == 0xAD ? .nothing : .same
        // Arabic digits, western and eastern.
        case (2, 0xD9) where second & 0xF0 == 0xA0 && second < 0xAA: return .ascii(second - 0xA0 + 0x30)
        case (2, 0xDB) where second & 0xF0 == 0xB0 && second < 0xBA: return .ascii(second - 0xB0 + 0x30)
        case (3, 0xE3) where second != 0x80 && (second != 0x83 || original[place + 2] != 0xBC): return .same
        case (3, 0xE2), (3, 0xE3), (3, 0xEF):
            return form(UInt32(original[place] & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(original[place + 2] & 0x3F), last)
        case (4, 0xF0) where second == 0x9D && original[place + 2] == 0x9F && original[place + 3] >= 0x8E:
            return .ascii((original[place + 3] - 0x8E) % 10 + 0x30)
        default: return .same
        }
    }

    private static func form(_ scalar: UInt32, _ last: UInt8) -> Form {
        switch scalar {
        case 0xFF01...0xFF5E: .ascii(UInt8(scalar - 0xFF01 + 0x21))
        case 0x3000: .ascii(UInt8(ascii: " "))
        case 0x2010...0x2015, 0x2212, 0xFF70: .ascii(UInt8(ascii: "-"))
        // The mark of long vowels stands for a hyphen between digits.
        case 0x30FC: last.isDigit ? .ascii(UInt8(ascii: "-")) : .same
        case 0x2460...0x2468: .ascii(UInt8(scalar - 0x2460 + 0x31))
        default:
            switch CharacterKind(scalar) {
            case .space: .ascii(UInt8(ascii: " "))
            case .hidden, .joiner: .nothing
            default: .same
            }
        }
    }
}
