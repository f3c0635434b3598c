import Encoding
public import HTTPClient
import JSON
import Platform

/// Amazon Bedrock at work: conversations, pictures, guardrails. Source: Amazon Bedrock API Reference, Bedrock Runtime.
///
/// A retired model is replaced by its successor of the table `BedrockModels`; the logger hears of it once for each id.
public struct BedrockClient: Sendable {
    let client: AWSClient
    private let warned = Warned()

    /// A client of the Bedrock runtime.
    public init(_ client: AWSClient) {
        precondition(client.service == .bedrockRuntime, "a client of the Bedrock runtime")
        self.client = client
    }

    /// For an answer that comes whole: a minute. Its first byte comes when all is written, so that there is no shorter limit for that.
    public static let textLimits = HTTPClientLimits(
        firstByteTimeout: .seconds(60), totalTimeout: .seconds(60), maximumResponseBytes: 16 * 1024 * 1024)
    /// For an answer that comes while it is written: half a minute to begin, a minute altogether. A token may take 500 bytes on the wire.
    public static let streamLimits = HTTPClientLimits(
        firstByteTimeout: .seconds(30), totalTimeout: .seconds(60), maximumResponseBytes: 64 * 1024 * 1024)
    /// For pictures: two minutes.
    public static let imageLimits = HTTPClientLimits(
        firstByteTimeout: .seconds(120), totalTimeout: .seconds(120), maximumResponseBytes: 64 * 1024 * 1024)

    /// An operation on a model, whose id goes into the path with `:` and `/` encoded.
    func call(
        _ operation: String, model: String, _ body: JSONFragment, accept: String = "application/json", isIdempotent: Bool, limits: HTTPClientLimits
    ) -> AWSCall {
        AWSCall(
            path: "/model/\(PercentEncoding.encode(model))/\(operation)",
            headers: [.init("Content-Type", "application/json"), .init("Accept", accept)], content: .bytes(JSON.encode(body)), isIdempotent: isIdempotent,
            limits: limits)
    }

    /// The id to send for a configured one; the table knows whether it works still.
    func invocationID(of model: String) -> String {
        guard let (id, warning) = BedrockModels.invocationID(of: model) else { return model }
        if let warning, warned.isFirst(model) {
            client.surroundings.logger.warning("bedrock.model") { $0.field("warning", warning) }
        }
        return id
    }
}

/// The ids that were warned of. Bounded, as only ids of the table, with geographies before them, get here.
private final class Warned: Sendable {
    private let ids = Lock<Set<String>>([])

    func isFirst(_ id: String) -> Bool { ids.withLock { $0.insert(id).inserted } }
}
