import Contracts
import Glibc
import Japanese
import Testing

@testable import vocab_backend

/// How often a word that a model proposes with its right romaji is taken, and with a wrong one refused, against readings that people wrote down.
@Suite struct `The verifier's accuracy` {
    /// Words, and the readings they may have.
    private static let words: [(japanese: String, readings: [String])] = {
        let path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/Data/words.txt"
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let fields = line.split(separator: "|").map(String.init)
            return (fields[0], fields[1].split(separator: "/").map(String.init))
        }
    }()

    private func reading(_ japanese: String, _ romaji: String) throws -> String? {
        let verifier = try Prepared.verifier
        return try? verifier.verify(.of(japanese, romaji, "something")).get().reading
    }

    @Test func `is 99 of 100 words or more`() throws {
        let wrong = try Self.words.filter { word in
            try !word.readings.allSatisfy { try reading(word.japanese, Romaji.spell($0)).map { Kana.hiragana($0) } == Kana.hiragana($0) }
        }
        for word in wrong { print("not taken: \(word.japanese) \(word.readings)") }
        #expect(Self.words.count >= 299 && wrong.count * 100 <= Self.words.count)
    }

    @Test func `takes no word with the reading of another`() throws {
        for (word, other) in zip(Self.words, Self.words.dropFirst()) where Set(word.readings).isDisjoint(with: other.readings) {
            #expect(try reading(word.japanese, Romaji.spell(other.readings[0])) == nil, "\(word.japanese) \(other.readings[0])")
        }
    }
}
