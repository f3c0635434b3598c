import Encoding
import HTTPClient
import Platform
import TestKit
import Testing

@testable import AWS

@Suite(.timeLimit(.minutes(5))) struct RefreshingCredentialsTests {
    private let clock = ManualClock()

    /// Credentials of an hour, named by the number of the request.
    private func client() -> ScriptedClient {
        ScriptedClient { [clock] _, number in Self.answer(number, from: clock.now()) }
    }

    private static func answer(_ number: Int, from now: UnixTime, life: Int64 = 3_600) -> HTTPClientResponse {
        let end = Timestamp(secondsSinceEpoch: now.seconds + life).iso8601()
        return HTTPClientResponse(status: 200, body: Array(#"{"AccessKeyId":"ASIA\#(number)","SecretAccessKey":"s","Token":"t","Expiration":"\#(end)"}"#.utf8))
    }

    private func refreshing(_ client: ScriptedClient, timing: RefreshingCredentials.Timing = .init()) -> RefreshingCredentials {
        RefreshingCredentials(
            ContainerCredentials(
                ContainerSettings(url: "http://169.254.170.2/"), client: client, retries: CredentialRetries(RetryPolicy(maximumAttempts: 1))), timing: timing,
            clock: clock, random: { 0 })
    }

    @Test func `200 callers who come first make one request`() async throws {
        let client = client()
        let credentials = refreshing(client)
        client.hold()
        let callers = (0..<200).map { _ in Task { try await credentials.credentials().accessKey } }
        try await client.requested(1)
        client.release()
        for caller in callers { #expect(try await caller.value == "ASIA1") }
        #expect(client.requests.count == 1)
    }

    @Test func `they are renewed ahead of their end by one request, while all go on with the old ones`() async throws {
        let client = client()
        let credentials = refreshing(client)
        #expect(try await credentials.credentials().accessKey == "ASIA1")
        clock.advance(by: .seconds(3_600 - 10 - 900 - 1))
        #expect(try await credentials.credentials().accessKey == "ASIA1")
        #expect(client.requests.count == 1)
        clock.advance(by: .seconds(1))
        client.hold()
        for _ in 0..<50 { #expect(try await credentials.credentials().accessKey == "ASIA1") }
        try await client.requested(2)
        client.release()
        try await eventually { try await credentials.credentials().accessKey == "ASIA2" }
        #expect(client.requests.count == 2)
    }

    @Test(arguments: [(0, 900), (0.5, 750), (1, 600)]) func `the moment of renewal varies, so that a fleet does not come at once`(random: Double, lead: Int) {
        let timing = RefreshingCredentials.Timing()
        #expect(timing.leadOfRenewal(life: .seconds(3_600), random: random) == .seconds(lead))
        #expect(timing.leadOfRenewal(life: .seconds(100), random: random) == .seconds(50))
    }

    @Test func `a failed renewal keeps the old ones while they are good, and is tried again at intervals`() async throws {
        let client = ScriptedClient { [clock] _, number in Self.answer(number, from: clock.now(), life: 86_400 * 365) }
        let credentials = refreshing(client, timing: .init(lead: .seconds(86_400 * 300)))
        _ = try await credentials.credentials()
        client.answer { _, _ in HTTPClientResponse(status: 500) }
        clock.advance(by: .seconds(86_400 * 200))
        for _ in 0..<20 { #expect(try await credentials.credentials().accessKey == "ASIA1") }
        try await client.requested(2)
        #expect(client.requests.count == 2)
        // The failure becomes known by and by: time goes on until the next attempt, far from their end.
        try await eventually { () async throws -> Bool in
            clock.advance(by: .seconds(1))
            #expect(try await credentials.credentials().accessKey == "ASIA1")
            return client.requests.count == 3
        }
    }

    @Test func `when they have ended and cannot be renewed, callers are told why, and the next one tries again`() async throws {
        let client = client()
        let credentials = refreshing(client)
        _ = try await credentials.credentials()
        client.answer { _, _ in HTTPClientResponse(status: 500) }
        clock.advance(by: .seconds(3_595))
        await #expect(throws: CredentialError.unavailable("the container endpoint answered with status 500")) { try await credentials.credentials() }
        client.answer { [clock] _, number in Self.answer(number, from: clock.now()) }
        #expect(try await credentials.credentials().accessKey == "ASIA3")
    }

    @Test func `credentials that have ended when they come are refused`() async {
        let client = ScriptedClient { [clock] _, number in Self.answer(number, from: clock.now(), life: 5) }
        await #expect(throws: CredentialError.unavailable("container endpoint gave credentials that have expired already")) {
            try await refreshing(client).credentials()
        }
    }

    @Test func `credentials of a short life are used for half of it before they are renewed`() async throws {
        let client = ScriptedClient { [clock] _, number in Self.answer(number, from: clock.now(), life: 110) }
        let credentials = refreshing(client)
        _ = try await credentials.credentials()
        clock.advance(by: .seconds(49))
        _ = try await credentials.credentials()
        #expect(client.requests.count == 1)
        clock.advance(by: .seconds(1))
        _ = try await credentials.credentials()
        try await client.requested(2)
    }

    @Test func `keys that stay are asked for once`() async throws {
        let credentials = RefreshingCredentials(StaticCredentials(AWSCredentials(accessKey: "AKIA", secretKey: Secret("x"))), clock: clock)
        #expect(try await credentials.credentials().accessKey == "AKIA")
        clock.advance(by: .seconds(86_400 * 30))
        #expect(try await credentials.credentials().accessKey == "AKIA")
    }

    @Test func `a caller who is cancelled leaves alone`() async throws {
        let client = client()
        let credentials = refreshing(client)
        client.hold()
        let impatient = Task { try await credentials.credentials() }
        try await client.requested(1)
        let patient = Task { try await credentials.credentials().accessKey }
        impatient.cancel()
        await #expect(throws: CredentialError.cancelled) { try await impatient.value }
        client.release()
        #expect(try await patient.value == "ASIA1")
    }
}
