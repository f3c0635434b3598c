import Encoding
import HTTPCore
import JSON
import Platform
import Web

/// Polly as SDKs call it. Source: botocore's service model of `polly`.
struct PollyRoutes: Sendable {
    let speech: SpeechWorker
    let logger: Logger

    func register(on routes: inout RouteGroup) {
        let polly: RouteGroup = routes.group("/v1", tags: ["polly"])
        polly.use(FaultRendering())
        polly.post(
            "/speech", summary: "Text as speech, or when which word is spoken", options: [.bodyLimit(bytes: 131_072), .uncompressed, .deadline(.seconds(60))],
            synthesize)
        polly.get("/voices", summary: "The voices there are", listVoices)
    }

    func synthesize(context: RequestContext) async throws -> Response {
        let request = try SynthesisRequest(try await context.body())
        let spoken: Speech
        do {
            spoken = try await speech.speak(request.speech)
        } catch let error as SpeechError {
            logger.error("speech.failed") { line in
                line.field("request_id", context.id)
                line.field("error", "\(error)")
            }
            throw ServiceFault(
                type: "ServiceFailureException", status: 500,
                message: "An unknown condition has caused a service failure. (The speech worker needs pyopenjtalk-plus and lame; see the log.)")
        }
        let type = request.output == .json ? "application/x-json-stream" : request.output == .pcm ? "audio/pcm" : "audio/mpeg"
        let body = request.output == .json ? SpeechMarks.lines(spoken.marks, of: request.text, types: request.markTypes) : spoken.audio
        return Response(
            status: .ok, fields: ["Content-Type": type, "x-amzn-RequestCharacters": "\(request.reading.characters)", "x-amzn-RequestId": UUIDText.random()],
            body: .bytes(body))
    }

    func listVoices(context: RequestContext) async throws -> Response {
        let query = (try? QueryString(parsing: context.request.target.query ?? "")) ?? QueryString()
        let language = query.last("LanguageCode"), engine = query.last("Engine")
        let voices = Voice.all.filter { voice in
            (language == nil || voice.languageCode == language) && (engine == nil || voice.engines.contains { $0.rawValue == engine })
        }
        return BedrockRoutes.json(["Voices": .array(voices.map(\.json))])
    }
}
