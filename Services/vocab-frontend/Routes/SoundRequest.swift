import Contracts
import Encoding
import JSON

/// A text that is to be heard, and by which voice.
struct SoundRequest: JSONObject, Equatable {
    /// Polly's Japanese voices, as the backend has them; the first unless another is asked for.
    static let voices = ["Kazuha", "Tomoko", "Takumi"]
    /// What the backend speaks at most, in characters.
    static let longestText = 200

    let text: String
    let voice: String?

    static let json = Object("SoundRequest", { Self(text: $0, voice: $1) }, Field("text", \.text, .storableText(...longestText)), Field("voice", \.voice))

    /// Where a text is heard.
    static func path(of text: String) -> String { "/audio?text=\(PercentEncoding.encode(text))" }

    /// One of ours, whatever was asked for.
    var knownVoice: String { voice.flatMap { Self.voices.contains($0) ? $0 : nil } ?? Self.voices[0] }
}
