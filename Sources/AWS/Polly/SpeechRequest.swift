/// What is to be spoken. Source: Amazon Polly Developer Guide, SynthesizeSpeech.
public struct SpeechRequest: Sendable, Equatable {
    /// The words.
    public enum Content: Sendable, Equatable {
        /// Plain text.
        case text(String)
        /// SSML, one `speak` element.
        case ssml(String)
    }

    /// The words: at most 3,000 characters without SSML's tags, 6,000 with them.
    public var content: Content
    /// A voice's id, such as `Takumi`.
    public var voice: String
    /// How it is made; the voice must have it.
    public var engine: SpeechEngine
    /// The kind of audio.
    public var format: SpeechFormat
    /// In hertz; nil for the format's usual one.
    public var sampleRate: Int?
    /// Which language a voice of several speaks, such as `ja-JP`.
    public var languageCode: String?

    /// Speech.
    public init(
        _ content: Content, voice: String, engine: SpeechEngine = .neural, format: SpeechFormat = .mp3, sampleRate: Int? = nil, languageCode: String? = nil
    ) {
        self.content = content
        self.voice = voice
        self.engine = engine
        self.format = format
        self.sampleRate = sampleRate
        self.languageCode = languageCode
    }
}

/// How speech is made.
public struct SpeechEngine: RawRepresentable, Sendable, Hashable {
    /// As the service writes it.
    public let rawValue: String

    /// Any engine.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// From recorded pieces.
    public static let standard = SpeechEngine(rawValue: "standard")
    /// From a network.
    public static let neural = SpeechEngine(rawValue: "neural")
    /// For long texts.
    public static let longForm = SpeechEngine(rawValue: "long-form")
    /// The most lifelike.
    public static let generative = SpeechEngine(rawValue: "generative")
}

/// A kind of audio.
public struct SpeechFormat: RawRepresentable, Sendable, Hashable {
    /// As the service writes it.
    public let rawValue: String

    /// Any format.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// MP3.
    public static let mp3 = SpeechFormat(rawValue: "mp3")
    /// Ogg with Vorbis.
    public static let oggVorbis = SpeechFormat(rawValue: "ogg_vorbis")
    /// Ogg with Opus.
    public static let oggOpus = SpeechFormat(rawValue: "ogg_opus")
    /// 16 bits, signed, one channel, little-endian, without a header.
    public static let pcm = SpeechFormat(rawValue: "pcm")
}
