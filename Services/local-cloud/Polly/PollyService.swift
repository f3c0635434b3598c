import Encoding
import HTTPCore
import JSON
import Platform

/// Polly: SynthesizeSpeech and DescribeVoices. Source: botocore's service model of `polly`.
struct PollyService: CloudService {
    let kind = CloudServiceKind.polly
    let speech: SpeechWorker
    let logger: Logger

    func respond(to call: CloudCall) async throws -> Response {
        do {
            switch (call.request.method, call.request.target.path) {
            case (.post, "/v1/speech"): return try await synthesize(call)
            case (.get, "/v1/voices"): return listVoices(call)
            default: throw ServiceFault.unknownOperation
            }
        } catch let fault as ServiceFault {
            return fault.response(call.requestID)
        } catch is BlockingPoolError {
            return ServiceFault(type: "ThrottlingException", status: 400, message: "Rate exceeded").response(call.requestID)
        }
    }

    private func synthesize(_ call: CloudCall) async throws -> Response {
        let request = try SynthesisRequest(call.body)
        let spoken: Speech
        do {
            spoken = try await speech.speak(request.speech)
        } catch let error as SpeechError {
            logger.error("speech.failed") { line in
                line.field("request_id", call.requestID)
                line.field("error", "\(error)")
            }
            throw ServiceFault(
                type: "ServiceFailureException", status: 500,
                message: "An unknown condition has caused a service failure. (The speech worker needs pyopenjtalk-plus and lame; see the log.)")
        }
        let type = request.output == .json ? "application/x-json-stream" : request.output == .pcm ? "audio/pcm" : "audio/mpeg"
        let body = request.output == .json ? SpeechMarks.lines(spoken.marks, of: request.text, types: request.markTypes) : spoken.audio
        var fields = RequestFields.amazon(call.requestID)
        fields.append(.contentType, type)
        fields.append("x-amzn-RequestCharacters", "\(request.reading.characters)")
        return Response(fields: fields, body: .bytes(body))
    }

    private func listVoices(_ call: CloudCall) -> Response {
        let query = (try? QueryString(parsing: call.request.target.query ?? "")) ?? QueryString()
        let language = query.last("LanguageCode"), engine = query.last("Engine")
        let voices = Voice.all.filter { voice in
            (language == nil || voice.languageCode == language) && (engine == nil || voice.engines.contains { $0.rawValue == engine })
        }
        return BedrockService.json(["Voices": .array(voices.map(\.json))], call)
    }
}
