import Glibc
import Japanese
import JapaneseReading
import Morphology
import Testing

/// How often the reader is right, against readings that people wrote down.
@Suite struct `The reader's accuracy` {
    static let sentences: [(text: String, romaji: String)] = {
        AccuracyFiles.lines(of: folder + "/sentences.txt").map { ($0[0], $0[1]) }
    }()

    private static let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/Data"

    @Test func `is 97 of 100 inflected sentences or more`() throws {
        let wrong = try Self.sentences.filter { sentence in
            try Self.letters(TestReader.reader.read(sentence.text).romaji()) != Self.letters(sentence.romaji)
        }
        for sentence in wrong { print("read wrong: \(sentence.text) \(try TestReader.reader.read(sentence.text).romaji())") }
        #expect(Self.sentences.count == 100 && wrong.count <= 3)
    }

    private static func letters(_ romaji: String) -> String { romaji.filter { $0 != " " } }
}

enum TestReader {
    static let opened = Result {
        JapaneseReader(try MorphologicalAnalyzer(dictionary: "/var/lib/mecab/dic/ipadic-utf8", userDictionary: JapaneseData.folder + "/readings.dic"))
    }
    static var reader: JapaneseReader { get throws { try opened.get() } }
}

enum AccuracyFiles {
    static func text(of path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var text: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { text += buffer[..<count] }
        return String(decoding: text, as: UTF8.self)
    }

    /// Lines without comments, split into their fields.
    static func lines(of path: String) -> [[String]] {
        text(of: path).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "|").map(String.init) }
    }
}
