package import AWS
package import JSON
package import LanguageModel
import Platform

/// Models that answer what a test has written for them, in order, and remember what they were asked.
package final class ScriptedEndpoint: ModelEndpoint {
    package enum Turn: Sendable {
        case says(String, StopReason = .endTurn)
        case uses(JSONFragment)
        case streams([String], then: EndpointError? = nil, reason: StopReason = .endTurn)
        /// Begins to answer, and never says anything.
        case stalls
        case paints
        case holdsBack
        case fails(EndpointError)
        /// Answers only when the caller is cancelled.
        case hangs
    }

    package struct Asked: Sendable {
        package let model: String
        package let request: ConverseRequest?
        package let prompt: String?
        package let timeLimit: Duration
    }

    private struct State {
        var turns: [Turn]
        var asked: [Asked] = []
    }

    package static let usage = TokenUsage(input: 100, output: 20, total: 120)

    private let state: Lock<State>
    package let events: Events

    package init(_ turns: [Turn], _ events: Events) {
        state = Lock(State(turns: turns))
        self.events = events
    }

    package var asked: [Asked] { state.withLock { $0.asked } }
    package var models: [String] { asked.map(\.model) }

    /// When the script is at its end, its last turn is repeated.
    private func next(_ asked: Asked) throws(EndpointError) -> Turn {
        events.add("call")
        let turn = state.withLock { state in
            state.asked.append(asked)
            return state.turns.count > 1 ? state.turns.removeFirst() : state.turns[0]
        }
        if case .fails(let error) = turn { throw error }
        return turn
    }

    private func hang() async throws(EndpointError) -> Never {
        try? await Task.sleep(for: .seconds(3_600))
        throw EndpointError(.cancelled, mayHaveCost: true)
    }

    package func converse(_ request: ConverseRequest, timeLimit: Duration) async throws(EndpointError) -> ConverseResponse {
        let content: [ConverseContent], reason: StopReason
        switch try next(Asked(model: request.model, request: request, prompt: nil, timeLimit: timeLimit)) {
        case .says(let text, let why): (content, reason) = ([.text(text)], why)
        case .uses(let input): (content, reason) = ([.toolUse(ToolUse(id: "1", name: "answer", input: input))], .toolUse)
        default: try await hang()
        }
        return ConverseResponse(message: ConverseMessage(.assistant, content), stopReason: reason, usage: Self.usage, latency: .milliseconds(5))
    }

    package func stream(_ request: ConverseRequest, firstByte: Duration, timeLimit: Duration) async throws(EndpointError) -> EndpointStream {
        let turn = try next(Asked(model: request.model, request: request, prompt: nil, timeLimit: firstByte))
        if case .stalls = turn { return EndpointStream { [self] () async throws(EndpointError) in try await hang() } }
        guard case .streams(let texts, let error, let reason) = turn else { try await hang() }
        let end: [EndpointStream.Piece] = error == nil ? [.stopped(reason), .usage(Self.usage)] : []
        let pieces = Lock(texts.map(EndpointStream.Piece.text) + end)
        return EndpointStream { () async throws(EndpointError) in
            if let piece = pieces.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { return piece }
            if let error { throw error }
            return nil
        }
    }

    package func images(_ request: ImageRequest, model: String, timeLimit: Duration) async throws(EndpointError) -> ImageAnswer {
        switch try next(Asked(model: model, request: nil, prompt: request.prompt, timeLimit: timeLimit)) {
        case .holdsBack: return .filtered(reason: "filtered")
        case .paints: return .images([try await Self.picture()])
        default: try await hang()
        }
    }

    /// A picture can only be had from an answer of Bedrock.
    private static func picture() async throws(EndpointError) -> GeneratedImage {
        let client = BedrockClient(
            AWSClient(
                .bedrockRuntime, region: "us-east-1",
                .init(http: OnePicture(), credentials: StaticCredentials(AWSCredentials(accessKey: "AKIATEST", secretKey: Secret("secret"))))))
        guard case .images(let images)? = try? await client.images(ImageRequest(prompt: "x"), model: "stability.sd3-5-large-v1:0"), let image = images.first
        else { throw EndpointError(.failed) }
        return image
    }
}

/// What happened, in order.
package final class Events: Sendable {
    private let names = Lock<[String]>([])

    package init() {}

    package var all: [String] { names.withLock { $0 } }
    package func add(_ name: String) { names.withLock { $0.append(name) } }
}
