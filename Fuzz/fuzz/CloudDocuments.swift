import AWS
import JSON

@testable import local_cloud

/// Contents that the stand-in for AWS reads, whatever they are: documents in JSON, exports of telemetry, answers of a local model.
func fuzzCloudDocument(_ input: [UInt8]) {
    readSecret(input)
    readAction(input)
    if let text = String(validating: input, as: UTF8.self) { _ = BucketPolicy(text: text) }
    readGuardrail(input)
    for model in BedrockModels.all {
        guard let picture = try? ImageInvocation(input, model: model) else { continue }
        require(LandscapePainter.sides.contains(picture.width) && LandscapePainter.sides.contains(picture.height), "a picture above its bound")
    }
    if let request = try? SynthesisRequest(input) {
        require(request.reading.characters <= 3_000, "more is spoken than may be")
        _ = JSON.encode(request.speech.json)
    }
    readTelemetry(input)
    readCompletion(input)
}

private func readSecret(_ input: [UInt8]) {
    guard let secret = try? SecretInput(input) else { return }
    _ = try? secret.newName()
    _ = try? secret.versionID()
    _ = try? secret.content()
    _ = try? secret.number("MaxResults", in: 1...100, default: 1)
}

private func readAction(_ input: [UInt8]) {
    guard let action = try? ActionInput(input) else { return }
    _ = try? action.password()
    _ = try? action.parameter("USERNAME")
    require(((try? action.attributes("UserAttributes"))?.count ?? 0) <= 50, "too many attributes")
}

private func readGuardrail(_ input: [UInt8]) {
    guard let request = try? GuardrailRequest(input, .init(identifier: "a1", version: "1")), let verdict = try? GuardrailPolicy().apply(request) else { return }
    require((try? JSON.parse(JSON.encode(verdict))) == verdict, "a verdict written anew reads differently")
}

private func readTelemetry(_ input: [UInt8]) {
    for count in [TelemetryCount.items(protobuf: input[...]), TelemetryCount.items(json: input, of: .traces)] {
        require((0...input.count).contains(count ?? 0), "more items than bytes")
    }
}

private func readCompletion(_ input: [UInt8]) {
    if let reply = try? ChatCompletion.reply(input, inputTokens: 0) { _ = JSON.encode(reply.json(latencyMilliseconds: 1)) }
    var translation = ChatTranslation(inputTokens: 0)
    var events: [local_cloud.ConverseEvent] = [.messageStart]
    for line in input.split(separator: UInt8(ascii: "\n")) {
        guard let chunk = try? JSON.parse(Array(line)) else { continue }
        guard let more = try? translation.take(chunk) else { return }
        events += more
    }
    guard let last = try? translation.finish(latencyMilliseconds: 1) else { return }
    requireReadable(events + last)
}
