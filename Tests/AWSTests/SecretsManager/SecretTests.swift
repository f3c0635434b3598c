import AWS
import HTTPClient
import JSON
import Platform
import TestKit
import Testing

@Suite struct SecretTests {
    private static func secret(_ text: String, version: String, stages: [String]) -> HTTPClientResponse {
        HTTPClientResponse(
            status: 200,
            body: JSON.encode(
                JSONFragment.object([
                    .init("SecretString", .string(text)), .init("VersionId", .string(version)), .init("VersionStages", .array(stages.map(JSONFragment.string))),
                ])))
    }

    private static let missing = HTTPClientResponse(status: 400, body: Array(#"{"__type":"ResourceNotFoundException","message":"none"}"#.utf8))

    /// Answers for the current version and the one before; nil for none.
    private static func world(current: @escaping @Sendable () -> String, previous: String?) -> CallWorld {
        CallWorld { request, _ in
            let body = String(decoding: request.body, as: UTF8.self)
            if body.contains("AWSCURRENT") { return secret(current(), version: "v2", stages: ["AWSCURRENT"]) }
            return previous.map { secret($0, version: "v1", stages: ["AWSPREVIOUS"]) } ?? missing
        }
    }

    private static func rotating(_ world: CallWorld) -> RotatingSecret {
        RotatingSecret("api-key", SecretsManagerClient(world.client(.secretsManager)), clock: world.clock)
    }

    @Test func `a version is asked for by its stage`() async throws {
        let world = Self.world(current: { "new" }, previous: "old")
        let version = try await SecretsManagerClient(world.client(.secretsManager)).version(of: "api-key", stage: "AWSPREVIOUS")
        #expect(version.text.reveal() == "old" && version.id == "v1" && version.stages == ["AWSPREVIOUS"])
        let sent = world.http.requests[0]
        #expect(
            sent.headers.contains(.init("X-Amz-Target", "secretsmanager.GetSecretValue"))
                && sent.headers.contains(.init("Content-Type", "application/x-amz-json-1.1")))
        #expect(String(decoding: sent.body, as: UTF8.self) == #"{"SecretId":"api-key","VersionStage":"AWSPREVIOUS"}"#)
    }

    @Test func `during a rotation both versions are valid, and a secret that was never changed has one`() async throws {
        let both = try await Self.rotating(Self.world(current: { "new" }, previous: "old")).valid()
        #expect(both.current.text.reveal() == "new" && both.previous?.text.reveal() == "old")
        let one = try await Self.rotating(Self.world(current: { "new" }, previous: nil)).valid()
        #expect(one.previous == nil)
    }

    @Test func `a version that becomes the previous one while it is read does not hide the new one`() async throws {
        let reads = Lock(0)
        let world = CallWorld { request, _ in
            guard String(decoding: request.body, as: UTF8.self).contains("AWSCURRENT") else {
                return Self.secret("old", version: "v1", stages: ["AWSPREVIOUS"])
            }
            let isFirst = reads.withLock { reads in
                reads += 1
                return reads == 1
            }
            return isFirst ? Self.secret("old", version: "v1", stages: ["AWSCURRENT"]) : Self.secret("new", version: "v2", stages: ["AWSCURRENT"])
        }
        let versions = try await Self.rotating(world).valid()
        #expect(versions.current.text.reveal() == "new" && versions.previous?.text.reveal() == "old")
    }

    @Test func `it is read once for two hundred callers, and again when its time is over`() async throws {
        let world = Self.world(current: { "new" }, previous: nil)
        let secret = Self.rotating(world)
        await withTaskGroup { group in
            for _ in 0..<200 { group.addTask { _ = try? await secret.valid() } }
        }
        #expect(world.http.requests.count == 2)
        world.clock.advance(by: .seconds(301))
        _ = try await secret.valid()
        try await eventually { world.http.requests.count == 4 }
    }

    @Test func `when it cannot be read again the one at hand goes on being used`() async throws {
        let world = Self.world(current: { "new" }, previous: nil)
        let secret = Self.rotating(world)
        _ = try await secret.valid()
        world.http.answer { _, _ in HTTPClientResponse(status: 400, body: Array(#"{"__type":"InternalServiceError"}"#.utf8)) }
        world.clock.advance(by: .seconds(331))
        #expect(try await secret.valid().current.text.reveal() == "new")
        world.clock.advance(by: .seconds(86_300))
        #expect(try await secret.valid().current.text.reveal() == "new")
        world.clock.advance(by: .seconds(100))
        await #expect(throws: AWSError.self, "nobody knows any more whether it is valid") { try await secret.valid() }
    }

    @Test func `whoever meets an unknown version has it read anew, twice a minute at most`() async throws {
        let text = Lock("first")
        let world = Self.world(current: { text.withLock { $0 } }, previous: nil)
        let secret = Self.rotating(world)
        _ = try await secret.valid()
        text.withLock { $0 = "second" }
        #expect(try await secret.renewed().current.text.reveal() == "first")
        world.clock.advance(by: .seconds(31))
        #expect(try await secret.renewed().current.text.reveal() == "second")
    }

    @Test func `without a secret the error is the service's`() async {
        let world = CallWorld { _, _ in Self.missing }
        let error = await #expect(throws: AWSError.self) { _ = try await Self.rotating(world).valid() }
        #expect(error?.code == "ResourceNotFoundException")
    }
}
