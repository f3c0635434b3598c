import Cognito
import Glibc
import HTTPClient
import JSON
import Reactor

/// Measures what a token costs, on one loop; prints one object of JSON.
///
/// `bench-tokens <file> <seconds>`: the file has a pool's `issuer`, `client_id` and `jwks`, and `tokens`. First each is verified anew, round after round,
/// through a cache too small to hold them; then one that holds them all is asked again.
@main struct BenchTokens {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let seconds = Double(arguments[2]) else { fatalError("bench-tokens <file> <seconds>") }
        try await measure(try Pool(file: arguments[1]), seconds, on: EventLoopGroup(count: 1).loops[0])
    }

    private static func measure(_ pool: Pool, _ seconds: Double, on loop: isolated EventLoop) async throws {
        let strict = pool.verifier(cacheLimit: pool.tokens.count / 10), remembering = pool.verifier(cacheLimit: pool.tokens.count * 4)
        for token in pool.tokens { _ = try await remembering.verify(token) }
        let anew = try await perSecond(pool.tokens, seconds) { token in try await strict.verify(token).subject.utf8.count }
        let again = try await perSecond(pool.tokens, seconds) { token in remembering.remembered(token)!.subject.utf8.count }
        print(#"{"verifications": \#(anew), "repeats": \#(again)}"#)
    }

    /// Calls per second of processor time, as `openssl speed` counts.
    private static func perSecond(
        _ tokens: [String], _ seconds: Double, _ call: nonisolated(nonsending) (String) async throws -> Int
    ) async throws -> Double {
        var count = 0, letters = 0
        let start = processorSeconds()
        while processorSeconds() - start < seconds {
            for token in tokens { letters += try await call(token) }
            count += tokens.count
        }
        precondition(letters > 0)
        return Double(count) / (processorSeconds() - start)
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// A user pool in a file, which is also the client that its keys are fetched by.
private struct Pool: HTTPClient {
    let issuer: String
    let clientID: String
    let keySet: [UInt8]
    let tokens: [String]

    init(file: String) throws {
        let document = try JSON.parse(Self.bytes(of: file))
        issuer = document["issuer"]!.stringValue!
        clientID = document["client_id"]!.stringValue!
        keySet = JSON.encode(document["jwks"]!)
        tokens = document["tokens"]!.arrayValue!.compactMap(\.stringValue)
    }

    func verifier(cacheLimit: Int) -> TokenVerifier {
        var configuration = TokenVerifier.Configuration(policy: TokenPolicy(issuer: issuer, clientIDs: [clientID]))
        configuration.cacheLimit = cacheLimit
        return TokenVerifier(configuration, client: self)
    }

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse { HTTPClientResponse(status: 200, body: keySet) }

    private static func bytes(of path: String) -> [UInt8] {
        guard let file = fopen(path, "rb") else { fatalError("there is no \(path)") }
        defer { fclose(file) }
        var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes
    }
}
