import HTTPClient
import JSON

/// Amazon Polly: text in, speech out. Errors are `AWSError`; `serviceError.isInvalidRequest` for SSML that cannot be read, an engine that a voice lacks
/// and the like.
public struct PollyClient: Sendable {
    let client: AWSClient

    /// Of each call: 10 s to begin, a minute altogether; the longest text is some ten minutes of audio.
    static let limits = HTTPClientLimits(firstByteTimeout: .seconds(10), totalTimeout: .seconds(60), maximumResponseBytes: 64 * 1024 * 1024)

    /// A client of Polly.
    public init(_ client: AWSClient) {
        precondition(client.service == .polly, "a client of Polly")
        self.client = client
    }

    /// Speaks, and waits for all of it.
    ///
    /// - Throws: `AWSError` with `.invalidRequest` for a text that is too long or empty; nothing was sent then.
    public func speech(_ request: SpeechRequest) async throws(AWSError) -> Speech {
        let answer = try await client.send(try call(request))
        return Speech(audio: answer.body, info: SpeechInfo(header: answer.header))
    }

    /// Speaks, and returns when the audio begins; memory stays bounded whatever its length.
    public func openSpeech(_ request: SpeechRequest) async throws(AWSError) -> SpeechStream {
        let stream = try await client.open(try call(request))
        return SpeechStream(audio: stream, info: SpeechInfo(header: stream.header))
    }

    /// When in the audio of a request what is said; its format does not matter.
    public func marks(_ request: SpeechRequest, _ kinds: Set<SpeechMark.Kind>) async throws(AWSError) -> [SpeechMark] {
        try SpeechMark.read(try await client.send(try call(request, marks: kinds)).body)
    }

    /// Twice the same speech is as good as once, and a lost one is paid for anyway: everything may be tried again.
    private func call(_ request: SpeechRequest, marks: Set<SpeechMark.Kind> = []) throws(AWSError) -> AWSCall {
        try request.check()
        return AWSCall(
            path: "/v1/speech", headers: [.init("Content-Type", "application/json")], content: .bytes(JSON.encode(request.json(marks: marks))),
            isIdempotent: true, limits: Self.limits)
    }
}

extension SpeechRequest {
    func json(marks: Set<SpeechMark.Kind>) -> JSONFragment {
        let (type, text) =
            switch content {
            case .text(let text): ("text", text)
            case .ssml(let text): ("ssml", text)
            }
        var members: [JSONFragment.Member] = [.init("Engine", .string(engine.rawValue))]
        members.add("LanguageCode", languageCode)
        members.add("OutputFormat", marks.isEmpty ? format.rawValue : "json")
        // A number in a string is how the service wants it.
        members.add("SampleRate", sampleRate.map(String.init))
        if !marks.isEmpty { members.append(.init("SpeechMarkTypes", .array(marks.map(\.rawValue).sorted().map { .string($0) }))) }
        members += [.init("Text", .string(text)), .init("TextType", .string(type)), .init("VoiceId", .string(voice))]
        return .object(members)
    }
}
