import AWS
import Crypto
import Encoding
import Platform

/// A text to be spoken, and by whom.
struct Utterance: Sendable, Hashable {
    /// Who speaks Japanese.
    enum Voice: String, Sendable, CaseIterable { case kazuha = "Kazuha", takumi = "Takumi", tomoko = "Tomoko" }

    let text: String
    let voice: Voice

    /// Names the sound by all that it depends on.
    var version: String { Hex.encode(SHA256.hash("neural|mp3|\(voice.rawValue)|\(text)")) }
    /// Where it is kept, in the folder of the bucket that applications may write what they make to.
    var key: String { "generated-content/speech/ja/\(voice.rawValue.lowercased())/\(version).mp3" }
}

/// Speaks texts by Polly, each once: what was spoken is kept in S3.
struct SpeechStudio: Sendable {
    static let contentType = "audio/mpeg"
    /// A minute of speech; 200 characters are some 40 seconds.
    private static let maximumBytes = 1_024 * 1_024

    let polly: PollyClient
    let store: S3Client?
    let logger: Logger

    /// The sound of a text.
    ///
    /// A store that does not answer costs a synthesis, and no more.
    func sound(of utterance: Utterance) async throws(AWSError) -> [UInt8] {
        if let kept = await kept(utterance) { return kept }
        let request = SpeechRequest(.text(utterance.text), voice: utterance.voice.rawValue, languageCode: "ja-JP")
        let audio = try await polly.speech(request).audio
        await keep(audio, utterance)
        return audio
    }

    private func kept(_ utterance: Utterance) async -> [UInt8]? {
        guard let store else { return nil }
        do throws(AWSError) {
            return try await store.getBytes(utterance.key, limitBytes: Self.maximumBytes).content
        } catch {
            if error.code != "NoSuchKey" { report(error, "read") }
            return nil
        }
    }

    private func keep(_ audio: [UInt8], _ utterance: Utterance) async {
        guard let store else { return }
        do throws(AWSError) { _ = try await store.put(utterance.key, audio, S3Attributes(contentType: Self.contentType)) } catch { report(error, "written") }
    }

    private func report(_ error: AWSError, _ what: String) {
        logger.warning("speech.store") { line in
            line.field("not", what)
            line.field("reason", error.description)
        }
    }
}
