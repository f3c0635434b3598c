/// Morse code within a text.
enum Morse {
    /// What eight letters of it or more say; empty when there are fewer.
    static func decode(_ text: borrowing Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var letters = 0
        var code = 1
        var spaces = 0
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                let isDash = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                code = code < 128 ? code << 1 | (isDash ? 1 : 0) : 0
                if spaces > 2, letters > 0 { result.append(0x20) }
                spaces = 0
            case 0x20, 0x0A, UInt8(ascii: "/"), UInt8(ascii: "|"):
                if code != 1 {
                    if code < Self.table.count, let letter = Self.table[code] {
                        result.append(letter)
                        letters += 1
                    }
                    code = 1
                }
                spaces += byte == 0x20 ? 1 : 3
            default:
                code = 1
                spaces = 0
            }
        }
        if code != 1, code < table.count, let letter = table[code] { result.append(letter) }
        return letters >= 8 ? result : []
    }

    /// By the code as bits, a leading one before them.
    private static let table: [UInt8?] = {
        var table: [UInt8?] = Array(repeating: nil, count: 64)
        let codes = [
            "a": ".-", "b": "-...", "c": "-.-.", "d": "-..", "e": ".", "f": "..-.", "g": "--.", "h": "....", "i": "..", "j": ".---", "k": "-.-", "l": ".-..",
            "m": "--", "n": "-.", "o": "---", "p": ".--.", "q": "--.-", "r": ".-.", "s": "...", "t": "-", "u": "..-", "v": "...-", "w": ".--", "x": "-..-",
            "y": "-.--", "z": "--..", "0": "-----", "1": ".----", "2": "..---", "3": "...--", "4": "....-", "5": ".....", "6": "-....", "7": "--...",
            "8": "---..", "9": "----.",
        ]
        for (letter, code) in codes { table[code.utf8.reduce(1) { $0 << 1 | ($1 == UInt8(ascii: "-") ? 1 : 0) }] = letter.utf8.first }
        return table
    }()
}
