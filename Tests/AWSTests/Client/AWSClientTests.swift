import AWS
import HTTPClient
import Platform
import TestKit
import Testing

/// What waits and calls a test saw.
final class CallWorld: Sendable {
    let http: ScriptedClient
    let clock = ManualClock()
    let waits = Lock<[Duration]>([])

    init(_ script: @escaping ScriptedClient.Script) { http = ScriptedClient(script) }

    static let keys = AWSCredentials(accessKey: "AKIDEXAMPLE", secretKey: Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"))

    func surroundings(_ change: (inout AWSClient.Surroundings) -> Void = { _ in }) -> AWSClient.Surroundings {
        var surroundings = AWSClient.Surroundings(http: http, credentials: StaticCredentials(Self.keys))
        surroundings.clock = clock
        surroundings.random = { 0.5 }
        surroundings.pause = { [waits] wait in waits.withLock { $0.append(wait) } }
        change(&surroundings)
        return surroundings
    }

    func client(_ service: AWSService = .polly, _ change: (inout AWSClient.Surroundings) -> Void = { _ in }) -> AWSClient {
        AWSClient(service, region: "us-east-1", surroundings(change))
    }
}

private let throttled = HTTPClientResponse(status: 400, headers: [.init("x-amzn-ErrorType", "ThrottlingException")], body: Array(#"{"message":"slow"}"#.utf8))
private let broken = HTTPClientResponse(status: 503)
private let fine = HTTPClientResponse(status: 200, body: Array("fine".utf8))

@Suite struct AWSClientTests {
    @Test func `of a refusal no more is read than a document has, however much the answer may hold`() async {
        let refusal = EndlessRefusal()
        let client = AWSClient(.s3, region: "us-east-1", AWSClient.Surroundings(http: refusal, credentials: StaticCredentials(CallWorld.keys)))
        let call = AWSCall(method: "GET", isIdempotent: true, limits: HTTPClientLimits(maximumResponseBytes: 1 << 40))
        let error = await #expect(throws: AWSError.self) { try await client.send(call) }
        #expect(error?.serviceError?.status == 403 && refusal.readBytes.withLock { $0 } <= 512 * 1_024)
    }

    @Test func `a line for the log says no more of an error than a line can hold, and nothing that was signed`() {
        let signed = AWSServiceError(
            code: "InvalidSignatureException",
            message: "It does not match.\n\nThe Canonical String for this request should have been\n'POST\nx-amz-security-token:hush'",
            status: 403)
        #expect(AWSError(.service(signed)).description == "403 InvalidSignatureException: It does not match.\n\n…")
        let long = AWSServiceError(code: "A", message: String(repeating: "x", count: 5_000), status: 400)
        #expect(AWSError(.service(long)).description == "400 A: \(String(repeating: "x", count: 1_000))…")
        #expect(AWSError(.service(AWSServiceError(code: "A", message: "short", status: 400))).description == "400 A: short")
    }

    @Test func `a call goes to the service's own end point, signed`() async throws {
        let world = CallWorld { _, _ in fine }
        let answer = try await world.client().send(AWSCall(path: "/v1/speech", content: .bytes([1, 2]), isIdempotent: true))
        let sent = try #require(world.http.requests.first)
        #expect(answer == fine && sent.url == "https://polly.us-east-1.amazonaws.com/v1/speech" && sent.body == [1, 2])
        #expect(sent.headers.first { $0.name == "Authorization" }?.value.contains("AKIDEXAMPLE/20260208/us-east-1/polly/aws4_request") == true)
        #expect(!sent.headers.contains { $0.name.lowercased() == "host" }, "the HTTP client makes it from the URL")
    }

    @Test func `an end point of the environment is kept with its path`() async throws {
        let world = CallWorld { _, _ in fine }
        let client = AWSClient(.polly, region: "us-east-1", endpoint: try AWSEndpoint(url: "http://localhost:4566/aws/"), world.surroundings())
        _ = try await client.send(AWSCall(method: "GET", path: "/v1/voices", query: "LanguageCode=ja-JP", isIdempotent: true))
        #expect(world.http.requests[0].url == "http://localhost:4566/aws/v1/voices?LanguageCode=ja-JP")
    }

    @Test func `what may help is tried again, signed anew, after waits that double`() async throws {
        let world = CallWorld { _, number in number < 3 ? throttled : fine }
        let client = world.client { surroundings in
            surroundings.pause = { [waits = world.waits, clock = world.clock] wait in
                waits.withLock { $0.append(wait) }
                clock.advance(by: .seconds(60))
            }
        }
        #expect(try await client.send(AWSCall(isIdempotent: false)) == fine)
        #expect(world.waits.withLock { $0 } == [.milliseconds(500), .seconds(1)])
        let dates = world.http.requests.compactMap { $0.headers.first { $0.name == "X-Amz-Date" }?.value }
        #expect(Set(dates).count == 3, "a signature is as old as its attempt")
    }

    @Test func `three attempts and no more; the error tells how many and why`() async {
        let world = CallWorld { _, _ in throttled }
        let error = await #expect(throws: AWSError.self) { try await world.client().send(AWSCall(isIdempotent: true)) }
        #expect(error?.code == "ThrottlingException" && error?.attempts == 3 && error?.reason == .attemptsExhausted)
        #expect(world.http.requests.count == 3)
    }

    @Test(arguments: [
        (HTTPClientResponse(status: 400, headers: [.init("x-amzn-ErrorType", "ValidationException")]), CallAttempts.Reason.permanent),
        (broken, .mayHaveHappened),
    ]) func `what cannot help, or may have happened, is not tried again`(answer: HTTPClientResponse, reason: CallAttempts.Reason) async {
        let world = CallWorld { _, _ in answer }
        let error = await #expect(throws: AWSError.self) { try await world.client().send(AWSCall(isIdempotent: false)) }
        #expect(error?.attempts == 1 && error?.reason == reason && error?.serviceError?.status == answer.status)
    }

    @Test func `an answer that breaks off is tried again, if twice is as good as once`() async throws {
        let world = CallWorld { _, number throws(HTTPClientError) in
            if number == 1 { throw .interrupted(detail: "half an answer") }
            return fine
        }
        #expect(try await world.client().send(AWSCall(isIdempotent: true)) == fine)
        let second = CallWorld { _, _ throws(HTTPClientError) in throw .interrupted(detail: "half an answer") }
        let error = await #expect(throws: AWSError.self) { try await second.client().send(AWSCall(isIdempotent: false)) }
        #expect(error?.cause == .exchange(.interrupted(detail: "half an answer")) && error?.reason == .mayHaveHappened)
    }

    @Test func `under an outage two hundred callers make no more retries than the budget allows`() async {
        let world = CallWorld { _, _ in broken }
        let client = world.client()
        await withTaskGroup { group in
            for _ in 0..<200 { group.addTask { _ = try? await client.send(AWSCall(isIdempotent: true)) } }
        }
        // 500 tokens at 14 each.
        #expect(world.http.requests.count == 200 + 35)
    }

    @Test func `a clock that is wrong is corrected by the service's date, for the next attempt and for later calls`() async throws {
        let theirs = "Sun, 08 Feb 2026 18:20:23 GMT"
        let skewed = HTTPClientResponse(
            status: 403, headers: [.init("x-amzn-ErrorType", "InvalidSignatureException"), .init("Date", theirs)], body: Array("{}".utf8))
        let world = CallWorld { _, number in number == 1 ? skewed : fine }
        let client = world.client()
        for _ in 0..<2 { #expect(try await client.send(AWSCall(isIdempotent: false)) == fine) }
        let dates = world.http.requests.compactMap { $0.headers.first { $0.name == "X-Amz-Date" }?.value }
        #expect(dates == ["20260208T172023Z", "20260208T182023Z", "20260208T182023Z"])
        #expect(world.waits.withLock { $0 } == [.milliseconds(500)])
    }

    @Test func `without credentials nothing is sent, and the error lists what was tried`() async {
        let world = CallWorld { _, _ in fine }
        let client = world.client { $0.credentials = CredentialChain([EnvironmentCredentials(keys: nil)]) }
        let error = await #expect(throws: AWSError.self) { try await client.send(AWSCall(isIdempotent: true)) }
        #expect(error?.description.contains("environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set") == true)
        #expect(world.http.requests.isEmpty)
    }

    @Test func `a wait beyond the caller's deadline is not begun`() async {
        let world = CallWorld { _, _ in broken }
        let client = world.client()
        let watch = DeadlineWatch(clock: world.clock)
        let ticket = watch.begin(until: world.clock.uptime() + .milliseconds(400))
        let error = await #expect(throws: AWSError.self) { try await client.send(AWSCall(isIdempotent: true)) }
        _ = watch.end(ticket)
        #expect(error?.reason == .deadline && error?.attempts == 1 && world.waits.withLock { $0.isEmpty })
    }

    @Test func `a caller that is cancelled while it waits hears of that`() async {
        let world = CallWorld { _, _ in broken }
        let client = world.client { $0.pause = { _ in throw CancellationError() } }
        let error = await #expect(throws: AWSError.self) { try await client.send(AWSCall(isIdempotent: true)) }
        #expect(error?.cause == .cancelled)
    }

    @Test(arguments: [0, 1, 65_536, 65_537, 200_000]) func `streamed content is sent in signed chunks of the length that was announced`(count: Int) async throws
    {
        let world = CallWorld { _, number in number == 1 ? broken : fine }
        let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let stream = AWSContentStream(lengthBytes: count) {
            let place = Lock(0)
            return {
                place.withLock { start in
                    let end = min(start + 10_000, content.count)
                    defer { start = end }
                    return start < end ? Array(content[start..<end]) : nil
                }
            }
        }
        _ = try await world.client(.s3).send(AWSCall(method: "PUT", path: "/bucket/key", content: .stream(stream), isIdempotent: true))
        #expect(world.http.requests.count == 2, "and is produced anew for each attempt")
        for request in world.http.requests {
            #expect(request.headers.contains(.init("X-Amz-Decoded-Content-Length", "\(count)")))
            #expect(request.body.count == AWSChunkedEncoder.encodedBytes(contentBytes: count, chunkBytes: 65_536, isSigned: true))
            #expect(request.body.ends(with: "\r\n\r\n".utf8))
        }
    }

    @Test func `a presigned URL says who may until when`() async throws {
        let world = CallWorld { _, _ in fine }
        let url = try await world.client(.s3).presignedURL(AWSCall(method: "GET", path: "/bucket/key", isIdempotent: true), expires: .seconds(900))
        #expect(url.hasPrefix("https://s3.us-east-1.amazonaws.com/bucket/key?") && url.contains("X-Amz-Expires=900") && url.contains("X-Amz-Signature="))
    }
}

/// Refuses, and goes on telling why: 16 MiB, so that a reader who does not stop fails the test and not the machine.
private final class EndlessRefusal: HTTPClient, HTTPClientBodySource {
    let readBytes = Lock(0)

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse { HTTPClientResponse(status: 403) }

    func stream(_ request: HTTPClientRequest, upload: HTTPClientUpload?) async throws(HTTPClientError) -> HTTPClientStream {
        HTTPClientStream(status: 403, headers: [], source: self)
    }

    func next() async throws(HTTPClientError) -> [UInt8]? {
        let isOver = readBytes.withLock { read in
            read += 65_536
            return read > 16 << 20
        }
        return isOver ? nil : [UInt8](repeating: 0x20, count: 65_536)
    }
}

extension [UInt8] {
    fileprivate func ends(with other: some Collection<UInt8>) -> Bool { suffix(other.count).elementsEqual(other) }
}

@Suite struct AWSSettingsTests {
    private func read(_ variables: [String: String]) -> (AWSSettings, problems: [String]) {
        var reader = EnvironmentReader(variables)
        let settings = AWSSettings(&reader, services: [.bedrockRuntime, .s3, .cognitoUserPools])
        var problems: [String] = []
        do throws(EnvironmentError) { try reader.finish() } catch { problems = error.problems.map(\.variable) }
        return (settings, problems)
    }

    @Test func `each service may have its own end point, before the common one, before AWS's`() {
        let (settings, problems) = read([
            "AWS_REGION": "ap-northeast-1", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": "http://localhost:4567", "AWS_ENDPOINT_URL_S3": "http://s3.localhost:4566/",
        ])
        #expect(problems.isEmpty)
        #expect(settings.endpoint(of: .bedrockRuntime).host == "localhost:4567")
        #expect(settings.endpoint(of: .s3).host == "s3.localhost:4566" && settings.endpoint(of: .s3).basePath == "")
        #expect(settings.endpoint(of: .cognitoUserPools).host == "cognito-idp.ap-northeast-1.amazonaws.com")
        let (common, _) = read([
            "AWS_DEFAULT_REGION": "us-east-1", "AWS_ENDPOINT_URL": "http://localhost:4566", "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER": "http://localhost:1",
        ])
        #expect(common.endpoint(of: .bedrockRuntime).host == "localhost:4566" && common.endpoint(of: .cognitoUserPools).host == "localhost:1")
    }

    @Test(arguments: [("eu-central-1", "s3.eu-central-1.amazonaws.com"), ("cn-north-1", "s3.cn-north-1.amazonaws.com.cn")])
    func `an end point is in the domain of its region`(region: String, host: String) {
        #expect(AWSEndpoint(.s3, region: region).host == host)
    }

    @Test func `what cannot be a region or an end point is reported with its variable`() {
        #expect(read([:]).problems == ["AWS_REGION"])
        #expect(read(["AWS_REGION": "us east 1"]).problems == ["AWS_REGION"])
        #expect(read(["AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL": "localhost:4566"]).problems == ["AWS_ENDPOINT_URL"])
        #expect(read(["AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL_S3": "http://localhost:4566/?x"]).problems == ["AWS_ENDPOINT_URL_S3"])
    }
}
