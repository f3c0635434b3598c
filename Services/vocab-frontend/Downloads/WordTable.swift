import Contracts
import Japanese

/// A group for spreadsheets (RFC 4180): UTF-8 with a byte order mark, without which Excel takes it for something else.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it, which it shows as text. Source: OWASP, "CSV Injection".
struct WordTable {
    private let rows: [[String]]

    init(_ group: GeneratedGroup) {
        let titles = [
            "Japanese", "Reading", "Romaji", "English", "Type", "Formality", "Pitch accent", "Level", "Verified", "Example", "Example reading",
            "Example English", "Source",
        ]
        rows = [titles] + group.words.map(Self.row)
    }

    private static func row(_ word: GeneratedWord) -> [String] {
        [
            word.japanese, word.reading, word.romaji, word.english, word.parts.type, word.parts.formality, word.pitchAccent.map(String.init) ?? "",
            word.level.map(String.init) ?? "", word.isVerified ? "yes" : "no", word.example?.japanese ?? "",
            word.example?.furigana.map { $0.reading ?? $0.text }.joined() ?? "", word.example?.english ?? "", DictionaryCredit.source,
        ]
    }

    var bytes: [UInt8] { [0xEF, 0xBB, 0xBF] + rows.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined().utf8 }

    /// Quoted where it must be.
    static func cell(_ text: String) -> String {
        let isFormula =
            text.unicodeScalars.first { !$0.properties.isWhitespace || $0 == "\t" || $0 == "\r" }.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
        let text = isFormula ? "'" + text : text
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
