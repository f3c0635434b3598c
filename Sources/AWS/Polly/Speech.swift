public import HTTPClient

/// Audio that is there whole.
public struct Speech: Sendable, Equatable {
    /// In the format asked for.
    public let audio: [UInt8]
    /// What Polly says about it.
    public let info: SpeechInfo
}

/// Audio that arrives while it is read.
public struct SpeechStream: Sendable {
    /// In the format asked for; to be read once.
    public let audio: HTTPClientStream
    /// What Polly says about it.
    public let info: SpeechInfo
}

/// What Polly says about audio.
public struct SpeechInfo: Sendable, Equatable {
    /// Such as `audio/mpeg`.
    public let contentType: String
    /// How many characters are billed; nil when Polly does not say.
    public let characters: Int?

    init(header: (String) -> String?) {
        contentType = header("Content-Type") ?? "application/octet-stream"
        characters = header("x-amzn-RequestCharacters").flatMap { Int($0) }
    }
}
