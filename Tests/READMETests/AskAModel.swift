import AWS
import HTTPClient
import Platform

/// Asks a model of Amazon Bedrock for a haiku; region, credentials and end points are found as every AWS SDK finds them.
func haiku(about topic: String, environment: [String: String], http: some HTTPClient) async throws -> String {
    var reader = EnvironmentReader(environment)
    let settings = AWSSettings(&reader, services: [.bedrockRuntime])
    try reader.finish()
    let surroundings = AWSClient.Surroundings(http: http, credentials: settings.credentials.provider(client: http))
    let bedrock = BedrockClient(AWSClient(.bedrockRuntime, settings, surroundings))
    let request = ConverseRequest(
        model: "anthropic.claude-haiku-4-5-20251001-v1:0", system: ["You answer with one haiku in Japanese."],
        messages: [.user("A haiku about \(topic), please.")], inference: InferenceSettings(maximumTokens: 200))
    return try await bedrock.converse(request).text
}
