import JSON
import Japanese

/// What is to be spoken.
struct SpeechRequest: Sendable, Equatable {
    /// A piece of speech.
    enum Part: Sendable, Equatable {
        /// A sentence, at a rate of 1 for normal speed.
        case text(String, rate: Double)
        case pause(milliseconds: Int)
        case mark(String)
    }

    enum Format: String, Sendable { case pcm, mp3, marks }

    var parts: [Part]
    /// How much higher than the voice is recorded.
    var halfTones: Double
    /// In hertz.
    var sampleRate: Int
    var format: Format

    /// The request as the worker reads it.
    var json: JSONFragment {
        let texts = parts.compactMap { if case .text(let text, _) = $0 { text } else { nil } }
        let words = Set(texts.joined(separator: " ").lowercased().split { !($0.isASCII && $0.isLetter) }.map(String.init))
        let readings = words.sorted().compactMap { word in Self.kana(of: word).map { JSONFragment.Member(word, .string($0)) } }
        return [
            "parts": .array(parts.map(\.json)), "half_tones": .double(halfTones), "sample_rate": .int(sampleRate), "format": .string(format.rawValue),
            "readings": .object(readings),
        ]
    }

    /// The kana of a word in Hepburn's letters; what input methods take beside them, as la for ら, may be another language.
    private static func kana(of word: String) -> String? { Romaji.hiragana(word).flatMap { Romaji.spell($0) == word ? $0 : nil } }
}

extension SpeechRequest.Part {
    fileprivate var json: JSONFragment {
        switch self {
        case .text(let text, let rate): ["text": .string(text), "rate": .double(rate)]
        case .pause(let milliseconds): ["pause": .int(milliseconds)]
        case .mark(let name): ["mark": .string(name)]
        }
    }
}

/// What was spoken.
struct Speech: Sendable, Equatable {
    /// Something that happens while it is spoken.
    struct Mark: Sendable, Equatable {
        /// From the beginning, in milliseconds.
        var time: Int
        /// `sentence`, `word` or `ssml`.
        var type: String
        var value: String
    }

    var audio: [UInt8]
    var marks: [Mark]
}

/// Why nothing was spoken; for the log.
enum SpeechError: Error, Equatable {
    case cannotStart(code: Int32)
    case ended
    case timedOut
    case refused(String)
}
