import HTTPCore

/// A request of SynthesizeSpeech. Source: Amazon Polly developer guide, "SynthesizeSpeech".
struct SynthesisRequest: Sendable, Equatable {
    enum Output: String, Sendable { case mp3, pcm, json }

    var voice: Voice
    var output: Output
    var reading: SSML.Reading
    /// In hertz.
    var sampleRate: Int
    var markTypes: [String]
    /// As it was sent: speech marks name places in it.
    var text: String

    init(_ bytes: [UInt8]) throws(ServiceFault) {
        let body = try RequestDocument(bytes)
        text = try body.required("Text").text()
        let format = try body.required("OutputFormat").oneOf(["json", "mp3", "ogg_opus", "ogg_vorbis", "pcm"])
        let name = try body.required("VoiceId").oneOf(Voice.all.map(\.id))
        guard let output = Output(rawValue: format) else { throw .validation("This stand-in speaks mp3, pcm and json, not \(format).") }
        self.output = output
        voice = Voice.all.first { $0.id == name }!
        let engine = Voice.Engine(rawValue: try body["Engine"]?.oneOf(Voice.Engine.allCases.map(\.rawValue)) ?? "standard")!
        guard voice.engines.contains(engine) else {
            throw ServiceFault(type: "EngineNotSupportedException", status: 400, message: "This voice does not support the selected engine: \(engine.rawValue)")
        }
        if let language = body["LanguageCode"], try language.text() != voice.languageCode {
            throw ServiceFault(
                type: "LanguageNotSupportedException", status: 400, message: "This voice does not support the selected language: \(try language.text())")
        }
        if let names = body["LexiconNames"], let first = try names.elements(atMost: 5).first {
            throw ServiceFault(type: "LexiconNotFoundException", status: 404, message: "Lexicon not found: \(try first.text())")
        }
        let isSSML = try body["TextType"]?.oneOf(["ssml", "text"]) == "ssml"
        markTypes = try Self.markTypes(body, output, isSSML)
        sampleRate = try Self.sampleRate(body["SampleRate"]?.text(), output, isNeural: engine == .neural)
        guard text.count <= 6_000 else { throw Self.tooLong }
        reading = isSSML ? try SSML.read(text) : SSML.plain(text)
        guard reading.characters <= 3_000 else { throw Self.tooLong }
        guard !text.trimmed.isEmpty else { throw .constraint("text", "Member must have length greater than or equal to 1") }
    }

    /// What the worker is asked for.
    var speech: SpeechRequest {
        let format: SpeechRequest.Format = output == .json ? .marks : output == .pcm ? .pcm : .mp3
        return SpeechRequest(parts: reading.parts, halfTones: voice.halfTones, sampleRate: sampleRate, format: format)
    }

    private static let tooLong = ServiceFault(type: "TextLengthExceededException", status: 400, message: "Maximum text length has been exceeded")

    private static func markTypes(_ body: RequestDocument, _ output: Output, _ isSSML: Bool) throws(ServiceFault) -> [String] {
        var types: [String] = []
        if let list = body["SpeechMarkTypes"] {
            for type in try list.elements(atMost: 4) { types.append(try type.oneOf(["sentence", "ssml", "viseme", "word"])) }
        }
        if output != .json, !types.isEmpty {
            throw ServiceFault(type: "MarksNotSupportedForFormatException", status: 400, message: "Speech marks are only supported for json output format.")
        }
        if output == .json, types.isEmpty { throw .validation("Speech mark types must be specified for the json output format.") }
        if types.contains("ssml"), !isSSML {
            throw ServiceFault(type: "SsmlMarksNotSupportedForTextTypeException", status: 400, message: "SSML speech marks are not supported for plain text.")
        }
        return types
    }

    private static func sampleRate(_ text: String?, _ output: Output, isNeural: Bool) throws(ServiceFault) -> Int {
        let allowed = output == .pcm ? [8_000, 16_000] : [8_000, 16_000, 22_050, 24_000]
        guard let text else { return output == .pcm ? 16_000 : isNeural ? 24_000 : 22_050 }
        guard let rate = Int(text), allowed.contains(rate) else {
            throw ServiceFault(type: "InvalidSampleRateException", status: 400, message: "Unsupported sample rate: \(text.prefix(16))")
        }
        return rate
    }
}
