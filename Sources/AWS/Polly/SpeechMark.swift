import JSON

/// What is said at a moment of the audio. Source: Amazon Polly Developer Guide, "Speech mark output".
public struct SpeechMark: Sendable, Equatable {
    /// What a mark is about; kinds that are not listed are kept.
    public struct Kind: RawRepresentable, Sendable, Hashable {
        /// As the service writes it.
        public let rawValue: String

        /// Any kind.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A sentence begins.
        public static let sentence = Kind(rawValue: "sentence")
        /// A word begins.
        public static let word = Kind(rawValue: "word")
        /// The mouth takes a shape.
        public static let viseme = Kind(rawValue: "viseme")
        /// A `mark` element of SSML.
        public static let ssml = Kind(rawValue: "ssml")
    }

    /// From the beginning of the audio.
    public let time: Duration
    /// What it is about.
    public let kind: Kind
    /// Which bytes of the input text, tags included; nil for visemes.
    public let bytes: Range<Int>?
    /// The text, the viseme's name, or the mark's.
    public let value: String
}

extension SpeechMark {
    static let maximumCount = 100_000

    /// Reads an object from each line.
    static func read(_ lines: [UInt8]) throws(AWSError) -> [SpeechMark] {
        var marks: [SpeechMark] = []
        for line in lines.split(separator: UInt8(ascii: "\n")) {
            guard marks.count < maximumCount else { throw AWSError(.unexpectedAnswer("Polly answered with more than \(maximumCount) speech marks")) }
            guard let content = try? JSON.parse(Array(line)), let mark = SpeechMark(content) else {
                throw AWSError(.unexpectedAnswer("Polly answered with a line that is no speech mark"))
            }
            marks.append(mark)
        }
        return marks
    }

    private init?(_ content: JSONFragment) {
        guard let milliseconds = content["time"]?.intValue, let kind = content["type"]?.stringValue, let value = content["value"]?.stringValue else {
            return nil
        }
        time = .milliseconds(milliseconds)
        self.kind = Kind(rawValue: kind)
        self.value = value
        if let start = content["start"]?.intValue, let end = content["end"]?.intValue, start <= end { bytes = start..<end } else { bytes = nil }
    }
}
