import Japanese
import Morphology

/// A text whose Arabic digits are spelled in kanji, as dictionaries know numbers and what is counted only so, and the way back.
struct NumberedText {
    /// For the analysis.
    private(set) var spelled = ""
    /// Where numbers are, in Unicode scalars of `spelled`, and how they stand in the text.
    private var numbers: [(range: Range<Int>, written: String)] = []
    /// So many scalars `spelled` has.
    private var count = 0

    /// What is read otherwise where somebody counts: 十分 is enough, 10分 are ten minutes.
    private static let counted = ["十分": "じゅっぷん", "一行": "いちぎょう", "十八番": "じゅうはちばん"]

    init(_ text: String) {
        guard WrittenNumber.isIn(text) else {
            spelled = text
            return
        }
        let scalars = Array(text.unicodeScalars)
        var place = 0
        while place < scalars.count {
            if let number = WrittenNumber(at: place, in: scalars) {
                append(number.kanji, written: String(String.UnicodeScalarView(scalars[number.range])))
                place = number.range.upperBound
                if place < scalars.count, scalars[place] == "%" {
                    // Dictionaries know the wide one.
                    append("％", written: "%")
                    place += 1
                }
            } else {
                append(String(scalars[place]), written: nil)
                place += 1
            }
        }
    }

    private mutating func append(_ text: String, written: String?) {
        let end = count + text.unicodeScalars.count
        if let written { numbers.append((count..<end, written)) }
        spelled += text
        count = end
    }

    /// The words of the text, out of those of `spelled`: all that a number is part of are one, written as in the text.
    func words(_ morphemes: [Morpheme]) -> [ReadWord] {
        guard !numbers.isEmpty else { return morphemes.map { ReadWord($0) } }
        var words: [ReadWord] = [], group = Group(), rest = numbers[...]
        for (morpheme, range) in zip(morphemes, places(of: morphemes)) {
            if group.end <= range.lowerBound { group.close(into: &words, Self.counted) }
            group.add(ReadWord(morpheme), range)
            while let number = rest.first, number.range.lowerBound < range.upperBound {
                group.add(number)
                rest.removeFirst()
            }
        }
        group.close(into: &words, Self.counted)
        return words
    }

    /// Where words are in `spelled`; white space belongs to none.
    private func places(of morphemes: [Morpheme]) -> [Range<Int>] {
        let scalars = Array(spelled.unicodeScalars)
        var place = 0
        return morphemes.map { morpheme in
            let surface = morpheme.surface.unicodeScalars
            while place < scalars.count, scalars[place] != surface.first { place += 1 }
            defer { place += surface.count }
            return place..<place + surface.count
        }
    }
}

/// Words that become one.
private struct Group {
    private var words: [ReadWord] = []
    private var range = 0..<0
    private var numbers: [(range: Range<Int>, written: String)] = []
    /// Where the last of them ends; a number that is longer wants more words.
    private(set) var end = 0

    mutating func add(_ word: ReadWord, _ range: Range<Int>) {
        if words.isEmpty { self.range = range }
        self.range = self.range.lowerBound..<range.upperBound
        words.append(word)
        end = max(end, range.upperBound)
    }

    mutating func add(_ number: (range: Range<Int>, written: String)) {
        numbers.append(number)
        end = max(end, number.range.upperBound)
    }

    mutating func close(into result: inout [ReadWord], _ counted: [String: String]) {
        if !words.isEmpty { result.append(numbers.isEmpty ? words[0] : joined(counted)) }
        self = Group()
    }

    private func joined(_ counted: [String: String]) -> ReadWord {
        let spelled = words.map(\.surface).joined()
        let word = ReadWord(joining: words, surface: written(Array(spelled.unicodeScalars)))
        return counted[spelled].map { word.read($0) } ?? word
    }

    private func written(_ spelled: [Unicode.Scalar]) -> String {
        var text = "", place = range.lowerBound
        func plain(to end: Int) -> String { String(String.UnicodeScalarView(spelled[place - range.lowerBound..<end - range.lowerBound])) }
        for number in numbers {
            text += plain(to: number.range.lowerBound) + number.written
            place = number.range.upperBound
        }
        return text + plain(to: range.upperBound)
    }
}
