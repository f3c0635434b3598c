/// Postal addresses: a street with a house's number, in the orders of several countries.
enum PostalAddress {
    /// `123 Main St., Apt 4B, Springfield, IL 62704`: the end, from the house's number on.
    static func american(_ bytes: [UInt8], number: Range<Int>, _ words: PersonalWords) -> Int? {
        guard number.count <= 6 else { return nil }
        var place = number.upperBound, names = 0, hasSmallName = false
        // 221B.
        if place + 1 < bytes.count, bytes[place].isCapital, bytes[place + 1] == UInt8(ascii: " ") { place += 1 }
        while names < 5, place < bytes.count, bytes[place] == UInt8(ascii: " ") {
            let word = Self.word(bytes, from: place + 1)
            guard !word.isEmpty else { return nil }
            let isCapital = bytes[word.startIndex].isCapital || bytes[word.startIndex].isDigit
            if names > 0, words.isSuffix(word), isCapital || (hasSmallName && names <= 2 && closes(bytes, word.endIndex)) {
                guard !hasSmallName || closes(bytes, word.endIndex) else { return nil }
                return rest(bytes, from: word.endIndex)
            }
            if !isCapital {
                hasSmallName = true
                if number.count < 2 || words.isCommon(word) { return nil }
            }
            names += 1
            place = word.endIndex
            if place < bytes.count, bytes[place] == UInt8(ascii: ".") { place += 1 }
        }
        return nil
    }

    /// What follows the street: a flat, a town, a state and its code; each after a comma.
    private static func rest(_ bytes: [UInt8], from start: Int) -> Int {
        var end = start, place = start, parts = 0
        if place < bytes.count, bytes[place] == UInt8(ascii: ".") { place += 1 }
        while parts < 4, place + 2 < bytes.count, bytes[place] == UInt8(ascii: ","), bytes[place + 1] == UInt8(ascii: " ") {
            place += 2
            var names = 0
            while names < 4 {
                let word = Self.word(bytes, from: place)
                guard !word.isEmpty, bytes[word.startIndex].isCapital || bytes[word.startIndex].isDigit else { break }
                end = word.endIndex
                place = end
                names += 1
                if place + 1 < bytes.count, bytes[place] == UInt8(ascii: " "), bytes[place + 1].isAlphanumeric { place += 1 } else { break }
            }
            if names == 0 { break }
            place = end
            parts += 1
        }
        return end
    }

    private static func word(_ bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
        guard start < bytes.count else { return [] }
        var end = start
        while end < bytes.count, end - start < 24, bytes[end].isAlphanumeric || bytes[end] >= 0xC3 { end += width(bytes[end]) }
        return bytes[start..<min(end, bytes.count)]
    }

    /// How many bytes a character has that begins with this one.
    private static func width(_ lead: UInt8) -> Int {
        switch lead {
        case 0xF0...: 4
        case 0xE0...: 3
        case 0xC0...: 2
        default: 1
        }
    }

    /// Whether the street's name ends what is said.
    private static func closes(_ bytes: [UInt8], _ place: Int) -> Bool {
        guard place < bytes.count else { return true }
        return ",.!?\n;)".utf8.contains(bytes[place])
            || (bytes[place] == UInt8(ascii: " ") && place + 1 < bytes.count
                && (bytes[place + 1].isCapital || bytes[place + 1].isDigit || bytes[place + 1] == UInt8(ascii: "#") || bytes[place + 1] == UInt8(ascii: "i")))
    }

    /// `Hauptstraße 5a, 10115 Berlin`: the whole, around the house's number.
    static func german(_ bytes: [UInt8], number: Range<Int>, floor: Int, _ words: PersonalWords) -> Range<Int>? {
        guard number.count <= 4, number.lowerBound > floor + 4, bytes[number.lowerBound - 1] == UInt8(ascii: " ") else { return nil }
        var start = number.lowerBound - 1
        while start > floor, number.lowerBound - start < 48, isGermanName(bytes[start - 1]) { start -= 1 }
        let word = bytes[start..<number.lowerBound - 1]
        guard word.count >= 6, words.isStrasse(word), bytes[start].isCapital || bytes[start] >= 0x80 else { return nil }
        var end = number.upperBound
        if end < bytes.count, bytes[end].isLetter, end + 1 == bytes.count || !bytes[end + 1].isLetter { end += 1 }
        if let town = town(bytes, from: end) { return start..<town }
        let isPlain = ["straße", "strasse", "str."].contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) { $0.lowercased == $1 } }
        return isPlain ? start..<end : nil
    }

    private static func isGermanName(_ byte: UInt8) -> Bool { byte.isLetter || byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") }

    /// `, 10115 Berlin` within a few characters.
    static func town(_ bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while place < bytes.count, place - start < 3, bytes[place] == UInt8(ascii: ",") || bytes[place] == UInt8(ascii: " ") || bytes[place] == 0x0A {
            place += 1
        }
        guard place > start, place + 5 < bytes.count, bytes[place..<place + 5].allSatisfy(\.isDigit), bytes[place + 5] == UInt8(ascii: " ") else { return nil }
        let name = word(bytes, from: place + 6)
        return name.isEmpty ? place + 5 : name.endIndex
    }

    /// `12 rue de la Paix, 75002 Paris`: the end, from the house's number on.
    static func french(_ bytes: [UInt8], number: Range<Int>, _ words: PersonalWords) -> Int? {
        guard number.count <= 4 else { return nil }
        var place = number.upperBound
        while place < bytes.count, place - number.upperBound < 2, bytes[place] == UInt8(ascii: ",") || bytes[place] == UInt8(ascii: " ") { place += 1 }
        var word = Self.word(bytes, from: place)
        if ["bis", "ter"].contains(where: { word.elementsEqual($0.utf8) }) { word = Self.word(bytes, from: word.endIndex + 1) }
        guard !word.isEmpty, words.isRue(word) else { return nil }
        var end = word.endIndex, hasName = false, names = 0
        while names < 6, end + 1 < bytes.count, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "'") {
            let next = Self.word(bytes, from: end + 1)
            guard !next.isEmpty, next.count <= 3 || bytes[next.startIndex].isCapital || bytes[next.startIndex] >= 0xC3 else { break }
            if bytes[next.startIndex].isCapital { hasName = true } else if hasName { break }
            end = next.endIndex
            names += 1
        }
        return town(bytes, from: end) ?? (hasName ? end : nil)
    }

    /// `Calle Mayor 5, 28013 Madrid`: the end, from behind the word for street.
    static func spanish(_ bytes: [UInt8], after start: Int) -> Int? {
        var place = start, names = 0
        while names < 6, place + 1 < bytes.count, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: ",") || bytes[place] == UInt8(ascii: ".") {
            while place < bytes.count, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: ",") || bytes[place] == UInt8(ascii: ".") {
                place += 1
            }
            let word = Self.word(bytes, from: place)
            guard let first = word.first else { return nil }
            if first.isDigit { return names > 0 && word.count <= 4 && word.allSatisfy(\.isDigit) ? town(bytes, from: word.endIndex) ?? word.endIndex : nil }
            guard first.isCapital || first >= 0xC3 || word.count <= 3 else { return nil }
            names += 1
            place = word.endIndex
        }
        return nil
    }
}
