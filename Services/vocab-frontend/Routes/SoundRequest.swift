import Contracts
import JSON

/// A text that is to be heard, and by which voice.
struct SoundRequest: JSONObject, Equatable {
    /// Polly's Japanese voices.
    static let voices = ["Tomoko", "Kazuha", "Takumi"]
    static let longestText = 500

    let text: String
    let voice: String?

    static let json = Object("SoundRequest", { Self(text: $0, voice: $1) }, Field("text", \.text, .storableText(...longestText)), Field("voice", \.voice))

    /// One of ours, whatever was asked for.
    var knownVoice: String { voice.flatMap { Self.voices.contains($0) ? $0 : nil } ?? Self.voices[0] }
}
