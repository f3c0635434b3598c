import Encoding
import HTTPClient
import Platform

/// Where sounds come from: vocab-backend's `GET /api/audio`.
struct SoundSource: Sendable {
    let calls: BackendCalls

    private static let limits = HTTPClientLimits(firstByteTimeout: .seconds(15), totalTimeout: .seconds(30), maximumResponseBytes: 2 * 1_024 * 1_024)

    /// The answer as it comes.
    ///
    /// - Parameter headers: what the browser asks about a part, or about a change.
    func open(_ request: SoundRequest, _ headers: [HTTPClientHeader] = [], as learner: CallingLearner) async throws(Trouble) -> HTTPClientStream {
        let query = QueryString(pairs: [.init("text", request.text), .init("voice", request.knownVoice)]).encoded
        return try await calls.open(.init(method: "GET", path: "/api/audio?" + query, headers: headers, limits: Self.limits), as: learner)
    }

    /// A whole sound, and how its file ends; nil for a text that has none. Throws where there is none for any text just now.
    func whole(_ request: SoundRequest, as learner: CallingLearner) async throws(Trouble) -> (bytes: [UInt8], fileExtension: String)? {
        let answer = try await open(request, as: learner)
        if (400..<500).contains(answer.status), answer.status != 429 { return nil }
        guard answer.status == 200, let type = answer.header("Content-Type"), let fileExtension = Self.fileExtension(of: type),
            let bytes = try? await answer.collect(), !bytes.isEmpty
        else { throw .backendAway }
        return (bytes, fileExtension)
    }

    /// Nil for what is no sound.
    static func fileExtension(of type: String) -> String? {
        switch type.prefix(while: { $0 != ";" }).lowercased() {
        case "audio/mpeg": "mp3"
        case "audio/ogg": "ogg"
        case "audio/wav", "audio/x-wav": "wav"
        default: nil
        }
    }
}
