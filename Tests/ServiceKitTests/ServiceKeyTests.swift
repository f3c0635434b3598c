import Glibc
import HTTPClient
import HTTPCore
import JSON
import Platform
import Reactor
import ServiceKit
import TestKit
import Testing
import Web

@testable import AWS

@Suite(.timeLimit(.minutes(5))) struct `A service's key` {
    private static let key = FieldName("X-Api-Key")
    private static let (old, new) = ("old-key-0123456789", "new-key-0123456789")

    private let tokens: Tokens

    init() throws { tokens = try Tokens() }

    private func client(_ keys: ServiceKeys) -> TestClient {
        tokens.client { routes in
            routes.provide(keys)
            routes.get("/user", options: [.user]) { () in Text("user") }
            routes.get("/both", options: [.userAndService]) { (user: CurrentUser) in Text(user.id.text) }
            routes.get("/input") { (caller: UserAndService) in Text(caller.user.id.text) }
            routes.get("/service") { (_: ServiceKey) in Text("service") }
        }
    }

    private func fields(token: Bool, key: String?) throws -> Fields {
        var fields = Fields()
        if token { fields.append(.authorization, "Bearer \(try tokens.token())") }
        if let key { fields.append(Self.key, key) }
        return fields
    }

    private func fixed(_ text: String, extra: [String: String] = [:], requiredUnless variable: String? = nil) throws -> ServiceKeys {
        var environment = EnvironmentReader(["LANG_PORTAL_API_KEY": text].merging(extra) { $1 })
        let settings = ServiceKeySettings(from: &environment, requiredUnless: variable)
        try environment.finish()
        return settings.makeKeys(SecretsManagerStub(""), logger: .silent)
    }

    private func rotating(_ stub: SecretsManagerStub) throws -> ServiceKeys {
        var environment = EnvironmentReader([
            "LANG_PORTAL_API_KEY_SECRET": "lang-portal/api-key", "AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "x",
        ])
        let settings = ServiceKeySettings(from: &environment)
        try environment.finish()
        return settings.makeKeys(stub, logger: .silent, clock: tokens.clock)
    }

    @Test(arguments: ["/both", "/input"]) func `and a learner's token are needed together`(path: String) async throws {
        let client = client(try fixed(Self.new))
        let cases: [(token: Bool, key: String?, type: String?)] = [
            (true, Self.new, nil), (true, nil, "service-key-required"), (true, "", "service-key-required"), (true, Self.old, "service-key-invalid"),
            (false, Self.new, "not-authenticated"), (false, nil, "not-authenticated"), (true, Self.new + "x", "service-key-invalid"),
            (true, String(Self.new.dropLast()), "service-key-invalid"), (true, Self.new.uppercased(), "service-key-invalid"),
        ]
        for one in cases {
            let response = try await client.get(path, headers: try fields(token: one.token, key: one.key))
            if let type = one.type {
                #expect(response.status == .unauthorized && response.text.contains("\"type\":\"\(type)\""), "\(one)")
                #expect(response[.wwwAuthenticate] == (type == "not-authenticated" ? "Bearer" : "APIKey") && response[.cacheControl] == "no-store")
            } else {
                #expect(response.status == .ok && response.text == Tokens.subject)
            }
        }
        #expect(!tokens.log.lines.contains { $0.contains(Self.old) || $0.contains(Self.new) })
    }

    @Test func `is sent once`() async throws {
        var fields = try fields(token: true, key: Self.new)
        fields.append(Self.key, Self.new)
        #expect(try await client(try fixed(Self.new)).get("/both", headers: fields).status == .unauthorized)
    }

    @Test func `with a bad token is a bad token`() async throws {
        let response = try await client(try fixed(Self.new)).get("/both", headers: [.authorization: "Bearer a.b.c", Self.key: Self.new])
        #expect(response.status == .unauthorized && response.text.contains("invalid-token"))
    }

    @Test func `is no matter of routes for learners`() async throws {
        let client = client(try fixed(Self.new))
        #expect(try await client.get("/user", headers: try fields(token: true, key: nil)).status == .ok)
        #expect(try await client.get("/user", headers: try fields(token: false, key: Self.new)).status == .unauthorized)
        #expect(try await client.get("/service", headers: try fields(token: false, key: Self.new)).status == .ok)
    }

    @Test func `and the one before are both valid, as the environment says`() async throws {
        let keys = try fixed("\(Self.new),\(Self.old)"), client = client(keys)
        for key in [Self.new, Self.old] { #expect(try await client.get("/service", headers: [Self.key: key]).status == .ok) }
        for key in ["\(Self.new),\(Self.old)", ","] { #expect(try await client.get("/service", headers: [Self.key: key]).status == .unauthorized) }
        #expect(try await keys.current().reveal() == Self.new)
    }

    @Test func `need not be shown where a variable says so, but a wrong one is refused`() async throws {
        let switched = { (value: String) in try fixed(Self.new, extra: ["VOCAB_REQUIRE_SERVICE_KEY": value], requiredUnless: "VOCAB_REQUIRE_SERVICE_KEY") }
        let lax = client(try switched("0")), strict = client(try switched("1"))
        #expect(try await lax.get("/both", headers: try fields(token: true, key: nil)).status == .ok)
        #expect(try await lax.get("/both", headers: try fields(token: true, key: Self.old)).status == .unauthorized)
        #expect(try await lax.get("/both", headers: try fields(token: false, key: nil)).status == .unauthorized)
        #expect(try await strict.get("/both", headers: try fields(token: true, key: nil)).status == .unauthorized)
    }

    @Test(arguments: [
        ["LANG_PORTAL_API_KEY": ""], ["LANG_PORTAL_API_KEY": "too-short"], ["LANG_PORTAL_API_KEY": "a-good-key-0123456789,short"],
        ["LANG_PORTAL_API_KEY": "a-good-key-0123456789,"], ["LANG_PORTAL_API_KEY": "with a blank 0123456789"],
        ["LANG_PORTAL_API_KEY": "a-good-key-0123456789,b-good-key-0123456789,c-good-key-0123456789"],
        ["LANG_PORTAL_API_KEY": "a-good-key-0123456789", "LANG_PORTAL_API_KEY_SECRET": "name", "AWS_REGION": "us-east-1"],
        ["LANG_PORTAL_API_KEY_SECRET": "name"],
    ]) func `that is none is complained about at start-up, and not shown`(variables: [String: String]) throws {
        var environment = EnvironmentReader(variables)
        _ = ServiceKeySettings(from: &environment)
        let error = try #require(throws: EnvironmentError.self) { try environment.finish() }
        #expect(!"\(error)".contains("0123456789"))
    }

    @Test func `is exchanged while services run: the new one is found when it is shown, the old one stays valid until the next`() async throws {
        let stub = SecretsManagerStub(Self.old), keys = try rotating(stub), client = client(keys)
        #expect(try await client.get("/service", headers: [Self.key: Self.old]).status == .ok)
        #expect(try await client.get("/service", headers: [Self.key: Self.new]).status == .unauthorized)
        stub.rotate(to: Self.new)
        tokens.clock.advance(by: .seconds(30))
        for key in [Self.new, Self.old] { #expect(try await client.get("/service", headers: [Self.key: key]).status == .ok) }
        #expect(try await keys.current().reveal() == Self.new)
        stub.rotate(to: "third-key-0123456789")
        tokens.clock.advance(by: .seconds(331))
        #expect(try await client.get("/service", headers: [Self.key: Self.new]).status == .ok)
        #expect(try await client.get("/service", headers: [Self.key: Self.old]).status == .unauthorized)
    }

    @Test func `that was refused is replaced by another: by the new one, or by the one before while that is what others know`() async throws {
        let (old, new) = (Secret(Self.old), Secret(Self.new)), stub = SecretsManagerStub(Self.old), keys = try rotating(stub)
        #expect(try await keys.current() == old)
        stub.rotate(to: Self.new)
        tokens.clock.advance(by: .seconds(30))
        #expect(try await keys.other(than: old) == new)
        #expect(try await keys.current() == new)
        #expect(try await keys.other(than: new) == old)
        #expect(try await ServiceKeys([new, old]).other(than: new) == old)
        #expect(try await ServiceKeys([new]).other(than: new) == nil)
    }

    @Test func `made up by a flood has the secret read twice a minute at most`() async throws {
        let stub = SecretsManagerStub(Self.new), client = client(try rotating(stub))
        #expect(try await client.get("/service", headers: [Self.key: Self.new]).status == .ok)
        let read = stub.requestCount
        for number in 0..<50 { #expect(try await client.get("/service", headers: [Self.key: "made-up-\(number)"]).status == .unauthorized) }
        #expect(stub.requestCount == read)
        tokens.clock.advance(by: .seconds(30))
        for number in 0..<50 { #expect(try await client.get("/service", headers: [Self.key: "made-up-\(number)"]).status == .unauthorized) }
        #expect(stub.requestCount == 2 * read)
    }

    @Test func `goes on being valid for a day while Secrets Manager is away, and then is 503, as it is before it was ever read`() async throws {
        let stub = SecretsManagerStub(Self.new), client = client(try rotating(stub))
        let status = { try await client.get("/service", headers: [Self.key: Self.new]).status }
        stub.setAway(true)
        let response = try await client.get("/service", headers: [Self.key: Self.new])
        #expect(response.status == .serviceUnavailable && response.text.contains("service-key-unavailable") && response[.retryAfter] == "5")
        stub.setAway(false)
        #expect(try await status() == .ok)
        stub.setAway(true)
        tokens.clock.advance(by: .seconds(86_000))
        #expect(try await status() == .ok)
        tokens.clock.advance(by: .seconds(700))
        #expect(try await status() == .serviceUnavailable)
    }

    @Test func `is found in Secrets Manager, as moto plays it`() async throws {
        let variable = { (name: String) in getenv(name).map { String(cString: $0) } }
        let url = try #require(variable("TEST_MOTO_URL"), "run the tests with `make test`, which starts moto")
        let name = "service-key-\(UInt64.random(in: 0 ... .max))"
        var environment = EnvironmentReader([
            "LANG_PORTAL_API_KEY_SECRET": name, "AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL_SECRETS_MANAGER": url,
            "AWS_ACCESS_KEY_ID": variable("TEST_MOTO_ACCESS_KEY") ?? "", "AWS_SECRET_ACCESS_KEY": variable("TEST_MOTO_SECRET_KEY") ?? "",
        ])
        var again = environment
        let settings = ServiceKeySettings(from: &environment)
        try environment.finish()
        let http = CurlClient(on: EventLoopGroup(count: 1)), aws = AWSSettings(&again, services: [.secretsManager])
        let administrator = AWSClient(
            .secretsManager, aws, AWSClient.Surroundings(http: http, credentials: aws.credentials.provider(client: http, clock: SystemClock())))
        let change = { (operation: String, member: String, key: String) in
            _ = try await administrator.call(
                "secretsmanager.\(operation)", [.init(member, .string(name)), .init("SecretString", .string(key))], isIdempotent: false)
        }
        try await change("CreateSecret", "Name", Self.old)
        let client = client(settings.makeKeys(http, logger: .silent, clock: tokens.clock.atPresent))
        #expect(try await client.get("/service", headers: [Self.key: Self.old]).status == .ok)
        try await change("PutSecretValue", "SecretId", Self.new)
        #expect(try await client.get("/service", headers: [Self.key: Self.new]).status == .unauthorized)
        tokens.clock.advance(by: .seconds(31))
        for key in [Self.new, Self.old] { #expect(try await client.get("/service", headers: [Self.key: key]).status == .ok) }
    }

    @Test func `and the token stand together in the documentation`() async throws {
        let document = try JSON.parse(try await client(try fixed(Self.new)).get("/openapi.json").body)
        for path in ["/both", "/input"] { #expect(document["paths"]?[path]?["get"]?["security"] == [["cognito": [], "serviceKey": []]]) }
        #expect(document["paths"]?["/user"]?["get"]?["security"] == [["cognito": []]])
        #expect(document["paths"]?["/service"]?["get"]?["security"] == [["serviceKey": []]])
        #expect(document["components"]?["securitySchemes"]?["serviceKey"]?["name"] == "X-Api-Key")
    }
}

/// Signatures need the true date, retries the test's own time.
private struct PresentClock: WallClock, MonotonicClock {
    let clock: ManualClock

    func now() -> UnixTime { SystemClock().now() }
    func uptime() -> Duration { clock.uptime() }
}

extension ManualClock {
    fileprivate var atPresent: PresentClock { PresentClock(clock: self) }
}
