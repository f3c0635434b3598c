import Encoding

/// What our instructions look like in an answer: short runs of their letters, as they are, backwards, in base64, in hexadecimal and by the alphabet's other half;
/// their words in their order; and their canary in the same disguises.
///
/// Letters alone count, folded: case, spaces, numbers, punctuation and invisible characters between them change nothing. Of the canary the digits do.
final class PromptTrace: Sendable {
    /// How many bytes of letters one run has: four words, or six kanji.
    static let runBytes = 18

    /// Hashes of all runs, a bit each.
    private let runs: [UInt64]
    private let mask: UInt64
    /// The canary in its disguises.
    let canaries: [[UInt8]]
    let words: PromptWords
    /// How many bytes of letters the instructions have.
    let letterCount: Int

    init(_ prompt: ProtectedPrompt) {
        let folded = FoldedText(prompt.text)?.bytes ?? [], letters = Self.letters(folded[...])
        words = PromptWords(folded)
        let forms = Self.disguises(of: prompt.text, letters: letters).map { $0.filter { !$0.isDigit } }
        letterCount = forms[0].count
        var size = 1_024
        while size < 16 * forms.reduce(0, { $0 + $1.count }) { size *= 2 }
        var bits = [UInt64](repeating: 0, count: size / 64)
        let mask = UInt64(size - 1)
        for form in forms {
            var hash = RunHash()
            for place in form.indices {
                guard let run = hash.push(place, of: form) else { continue }
                bits[Int(run & mask) / 64] |= 1 << (run & 63)
            }
        }
        runs = bits
        self.mask = mask
        let canary = Self.letters(prompt.canary)
        canaries = canary.count < 4 ? [] : Self.disguises(of: prompt.canary, letters: canary).filter { $0.count >= 4 }
    }

    /// Whether the instructions have this run; rarely true of one they do not have, never false.
    func contains(_ run: UInt64) -> Bool { runs[Int(run & mask) / 64] >> (run & 63) & 1 == 1 }

    /// Letters and digits of a text, folded.
    static func letters(_ text: String) -> [UInt8] { FoldedText(text).map { letters($0.bytes[...]) } ?? [] }

    static func letters(_ folded: ArraySlice<UInt8>) -> [UInt8] { folded.filter(Words.isLetter) }

    private static func disguises(of text: String, letters: [UInt8]) -> [[UInt8]] {
        let bytes = Array(text.utf8)
        // Of three places within a group, each writes the text otherwise; the first and last characters belong to what stands around.
        let base64 = (0..<3).map { shift in
            Base64.encode(Array(repeating: 0x20, count: shift) + bytes, padded: false).utf8.map(\.lowercased).dropFirst(shift == 0 ? 0 : shift + 1).dropLast(2)
        }
        let hex = bytes.flatMap { [hexDigit($0 >> 4), hexDigit($0 & 15)] }
        let rotated = letters.map { $0.isLetter ? ($0 - 0x61 + 13) % 26 + 0x61 : $0 }
        return [letters, reversed(letters), rotated, hex] + base64.map { $0.filter(Words.isLetter) }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value - 10 + 0x61 }

    /// Character by character.
    private static func reversed(_ letters: [UInt8]) -> [UInt8] {
        Array(String(String.UnicodeScalarView(String(decoding: letters, as: UTF8.self).unicodeScalars.reversed())).utf8)
    }
}

/// A hash of the last bytes, renewed with each byte.
struct RunHash {
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let leaving: UInt64 = (0..<PromptTrace.runBytes).reduce(1) { power, _ in power &* base }

    private var count = 0
    private var sum: UInt64 = 0

    /// Takes a byte of a text; gives the run's hash once it is long enough. The bytes before it in the text are those that were taken last.
    mutating func push(_ place: Int, of text: [UInt8]) -> UInt64? {
        sum = sum &* Self.base &+ (UInt64(text[place]) + 1)
        if count >= PromptTrace.runBytes { sum = sum &- (UInt64(text[place - PromptTrace.runBytes]) + 1) &* Self.leaving }
        count += 1
        guard count >= PromptTrace.runBytes else { return nil }
        let mixed = (sum ^ sum >> 31) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ mixed >> 29
    }
}
