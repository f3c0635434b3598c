/// A written text with its reading, split so that each run of kanji has its own.
public struct Furigana: Sendable, Equatable {
    /// A part of it.
    public struct Segment: Sendable, Equatable {
        /// As it is written.
        public let text: String
        /// How it is read, in hiragana; nil for what is read as it is written.
        public let reading: String?

        /// A part.
        public init(_ text: String, reading: String? = nil) {
            self.text = text
            self.reading = reading
        }
    }

    /// Its parts in order.
    public let segments: [Segment]

    /// Parts that are known.
    public init(segments: [Segment]) { self.segments = segments }

    /// Aligns a reading with what is written: kana stand for themselves, and each run of anything else takes what is left between them, as evenly as it can.
    /// Where the two do not fit together, the whole text has the whole reading.
    public init(_ written: String, reading: String) {
        let runs = Run.runs(of: written)
        let kana = Array(Kana.hiragana(reading).unicodeScalars)
        if let lengths = Alignment(runs, kana).lengths() {
            var place = 0
            segments = zip(runs, lengths).map { run, length in
                defer { place += length }
                return Segment(run.text, reading: run.isRead ? String(String.UnicodeScalarView(kana[place..<place + length])) : nil)
            }
        } else {
            segments = [Segment(written, reading: String(String.UnicodeScalarView(kana)))]
        }
    }

    /// As Anki's furigana filter reads it: `身[み]の 上[うえ]`.
    public var anki: String {
        var text = ""
        for segment in segments {
            guard let reading = segment.reading else {
                text += segment.text
                continue
            }
            text += "\(text.isEmpty ? "" : " ")\(segment.text)[\(reading)]"
        }
        return text
    }

    /// As it is written.
    public var written: String { segments.map(\.text).joined() }
}

/// Kana, or anything else, in one piece.
private struct Run {
    var text: String
    let isRead: Bool

    /// Punctuation stands in a reading as it does in the text.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation, .dashPunctuation, .spaceSeparator: true
        default: false
        }
    }

    static func runs(of written: String) -> [Run] {
        var runs: [Run] = []
        for scalar in written.unicodeScalars {
            // In 一ヶ月 the sign stands for a kanji.
            let isRead = !Kana.isKana(scalar) && !isMark(scalar) || scalar == "ヶ" || scalar == "ヵ"
            if runs.last?.isRead == isRead {
                runs[runs.count - 1].text.unicodeScalars.append(scalar)
            } else {
                runs.append(Run(text: String(scalar), isRead: isRead))
            }
        }
        return runs
    }
}

/// Finds how many signs of a reading belong to each run: two to a kanji where there is a choice. Its work is bounded by the product of both lengths, squared at
/// worst in the length of the reading.
private struct Alignment {
    private static let longest = 100
    private let runs: [Run]
    private let kana: [Unicode.Scalar]

    init(_ runs: [Run], _ kana: [Unicode.Scalar]) {
        self.runs = runs
        self.kana = kana
    }

    /// Nil when they do not fit together, or are too long.
    func lengths() -> [Int]? {
        guard kana.count <= Self.longest, runs.count <= Self.longest else { return nil }
        // The cheapest way to have read the first signs with the runs so far, and how long the last run of it was.
        var ways: [[(cost: Int, length: Int)?]] = [[(0, 0)] + Array(repeating: nil, count: kana.count)]
        for run in runs { ways.append(step(run, ways[ways.count - 1])) }
        guard ways[runs.count][kana.count] != nil else { return nil }
        var lengths: [Int] = [], place = kana.count
        for index in stride(from: runs.count, to: 0, by: -1) {
            let length = ways[index][place]!.length
            lengths.append(length)
            place -= length
        }
        return lengths.reversed()
    }

    private func step(_ run: Run, _ before: [(cost: Int, length: Int)?]) -> [(cost: Int, length: Int)?] {
        var after: [(cost: Int, length: Int)?] = Array(repeating: nil, count: kana.count + 1)
        let signs = Array(Kana.hiragana(run.text).unicodeScalars)
        for place in 0...kana.count {
            guard let way = before[place] else { continue }
            guard run.isRead else {
                if place + signs.count <= kana.count, kana[place..<place + signs.count].elementsEqual(signs) {
                    after[place + signs.count] = (way.cost, signs.count)
                }
                continue
            }
            for length in stride(from: 1, through: kana.count - place, by: 1) {
                let cost = way.cost + abs(length - 2 * signs.count)
                if after[place + length].map({ cost < $0.cost }) ?? true { after[place + length] = (cost, length) }
            }
        }
        return after
    }
}
