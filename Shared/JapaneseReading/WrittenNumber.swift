import Japanese

/// A number in Arabic digits, of either width, with commas between thousands and a point; one that belongs to Latin letters, as in MP3 or 5kg, is none.
struct WrittenNumber {
    let range: Range<Int>
    let kanji: String

    /// A number with more in its groups ends there: one that belongs to Latin letters is looked through again from each of its groups.
    private static let longestInGroups = 48

    /// The number that begins at a place, if one does.
    init?(at start: Int, in text: [Unicode.Scalar]) {
        var end = start, whole: [Int] = [], fraction: [Int] = []
        if start > 0, Self.isLatin(text[start - 1]) || Self.digit(text[start - 1]) != nil { return nil }
        func digits(_ place: Int) -> [Int] { text[min(place, text.count)...].prefix(while: { Self.digit($0) != nil }).map { Self.digit($0)! } }
        whole = digits(start)
        guard !whole.isEmpty else { return nil }
        end += whole.count
        let hasGroups = whole.count <= 3
        while hasGroups, whole.count < Self.longestInGroups, end < text.count, text[end] == "," || text[end] == "，", case let next = digits(end + 1),
            next.count == 3
        {
            whole += next
            end += 4
        }
        if end < text.count, text[end] == "." || text[end] == "．" {
            fraction = digits(end + 1)
            if !fraction.isEmpty { end += 1 + fraction.count }
        }
        if end < text.count, Self.isLatin(text[end]) { return nil }
        range = start..<end
        kanji = KanjiNumber.spell(whole, fraction: fraction)
    }

    /// Whether a text can have a number.
    static func isIn(_ text: String) -> Bool { text.unicodeScalars.contains { digit($0) != nil } }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value) - 0x30
        case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
        default: nil
        }
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }
}
