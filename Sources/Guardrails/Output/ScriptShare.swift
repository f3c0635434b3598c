/// How many letters of each script a text has.
struct ScriptShare {
    /// Fewer are a name or a word, which may be of any language.
    private static let fewestLetters = 40

    private var latin = 0
    private var kana = 0
    private var kanji = 0
    private var other = 0
    /// Of scripts that nobody expects.
    private var strange = 0

    private var letters: Int { latin + kana + kanji + other + strange }

    mutating func hear(_ bytes: [UInt8]) {
        var place = 0
        while place < bytes.count {
            if bytes[place].isLetter { latin += 1 }
            let (scalar, length) = bytes[place] < 0x80 ? (0, 1) : bytes.scalar(at: place)
            place += length
            switch scalar {
            case 0, 0x80..<0xC0, 0x250...0x36F, 0x2000...0x3040, 0x3100...0x33FF, 0x1F000...0x1FFFF: break
            case 0xC0...0x24F, 0x1E00...0x1EFF: latin += 1
            case 0x3041...0x30FF, 0xFF66...0xFF9F: kana += 1
            case 0x3400...0x9FFF, 0x20000...0x3FFFF: kanji += 1
            case 0x370...0x52F, 0x1F00...0x1FFF, 0xAC00...0xD7A3, 0xFF00...0xFFEF: other += 1
            default: strange += 1
            }
        }
    }

    /// Whether most of it is in letters that nobody expects.
    var isStrange: Bool { letters >= 60 && strange * 2 > letters }

    /// Whether a text of some length is not in a language. A character of Japanese says as much as some letters do; without any kana it is none.
    func isOther(than language: AnswerLanguage) -> Bool {
        guard letters >= Self.fewestLetters else { return false }
        let japanese = kana == 0 ? 0 : kana + kanji
        let isJapanese = japanese * 4 >= letters, isEnglish = latin * 2 >= letters
        return switch language {
        case .any: false
        case .japanese: !isJapanese
        case .english: !isEnglish
        case .both: japanese * 20 < letters || latin * 10 < letters
        }
    }
}
