public import AWS
import HTTPClient

/// The models of Amazon Bedrock.
///
/// Retries happen in one place, the gateway: it alone divides the time between a model and its backup, sees when a stream breaks before anything of it was
/// shown, and counts what each attempt may have cost. So the client of AWS below makes one attempt each, and sends nothing
/// again by itself over another connection.
public struct BedrockEndpoint: ModelEndpoint {
    private let home: String
    private let clients: [String: BedrockClient]

    /// Bedrock as the environment says. Models that are not in the settings' region are asked where they are.
    public init(_ settings: AWSSettings, _ surroundings: AWSClient.Surroundings) {
        var surroundings = surroundings
        surroundings.policy = RetryPolicy(maximumAttempts: 1)
        home = settings.region
        let regions = Set(BedrockModels.all.flatMap(\.regions) + [settings.region])
        clients = Dictionary(
            uniqueKeysWithValues: regions.map { region in
                let endpoint = settings.endpoints[.bedrockRuntime]
                return (region, BedrockClient(AWSClient(.bedrockRuntime, region: region, endpoint: endpoint, surroundings)))
            })
    }

    /// Asks for a whole answer.
    public func converse(_ request: ConverseRequest, timeLimit: Duration) async throws(EndpointError) -> ConverseResponse {
        var limits = BedrockClient.textLimits
        (limits.firstByteTimeout, limits.totalTimeout) = (timeLimit, timeLimit)
        do throws(AWSError) { return try await client(of: request.model).converse(request, isIdempotent: false, limits: limits) } catch {
            throw EndpointError(error)
        }
    }

    /// Asks for an answer that comes while it is written.
    public func stream(_ request: ConverseRequest, firstByte: Duration, timeLimit: Duration) async throws(EndpointError) -> EndpointStream {
        var limits = BedrockClient.streamLimits
        (limits.firstByteTimeout, limits.totalTimeout) = (firstByte, timeLimit)
        do throws(AWSError) {
            return EndpointStream(try await client(of: request.model).converseStream(request, isIdempotent: false, limits: limits))
        } catch {
            throw EndpointError(error)
        }
    }

    /// Asks for pictures.
    public func images(_ request: ImageRequest, model: String, timeLimit: Duration) async throws(EndpointError) -> ImageAnswer {
        var limits = BedrockClient.imageLimits
        (limits.firstByteTimeout, limits.totalTimeout) = (timeLimit, timeLimit)
        do throws(AWSError) { return try await client(of: model).images(request, model: model, limits: limits) } catch { throw EndpointError(error) }
    }

    private func client(of model: String) -> BedrockClient {
        let regions = BedrockModels.model(model)?.regions ?? []
        let region = regions.isEmpty || regions.contains(home) ? home : regions[0]
        return clients[region]!
    }
}

extension EndpointStream {
    /// Words, or the input of a tool, of which nobody is asked for both; passes over everything else.
    init(_ stream: ConverseStream) {
        self.init { () async throws(EndpointError) -> Piece? in
            let events = stream.makeAsyncIterator()
            do throws(ConverseStreamError) {
                while let event = try await events.next() {
                    switch event {
                    case .text(_, let text), .toolInput(_, let text): return .text(text)
                    case .messageStop(let reason, _): return .stopped(reason)
                    case .metadata(let usage, _): return .usage(usage)
                    default: continue
                    }
                }
                return nil
            } catch {
                throw EndpointError(error)
            }
        }
    }
}
