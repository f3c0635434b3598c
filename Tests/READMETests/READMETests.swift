import Glibc
import HTTPClient
import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import Cognito
@testable import ServiceKit
@testable import SignIn

@Suite struct `The README` {
    /// The blocks of Swift in order, and the files of this folder that are compiled and run in their stead.
    private let files = ["OneRoute.swift", "AddARoute.swift", "WhoMayCall.swift", "AskAModel.swift"]

    @Test func `shows the code that is compiled and run here, byte for byte`() throws {
        let blocks = try Markdown("../../README.md").blocks("swift")
        #expect(blocks.count == files.count)
        for (block, file) in zip(blocks, files) { #expect(try block == packageText(file), "Tests/READMETests/\(file)") }
    }

    @Test func `finds a learner's own word by its first route, and nobody else's`() async throws {
        let cat = WordDetail(id: WordID(rawValue: 7), japanese: "猫", correctCount: 2, wrongCount: 1)
        let routes = WordRoutes(words: WordStore(words: [UserID("hanako"): [cat]]))
        #expect(try await routes.show(path: Path(cat.id), user: signedIn("hanako")) == cat)
        let error = await #expect(throws: HTTPError.self) { try await routes.show(path: Path(cat.id), user: signedIn("taro")) }
        #expect(error?.status == .notFound && error?.type == "word-not-found")
    }

    @Test func `describes its first route as it says`() async throws {
        let client = TestClient(
            Application { routes in
                routes.provide(TokenVerifier(.init(policy: TokenPolicy(issuer: "https://pool.test", clientIDs: ["web"])), client: NoKeys()))
                WordRoutes(words: WordStore()).register(on: routes)
            })
        #expect(try await client.get("/words/7").status == .unauthorized)
        let operation = try JSON.parse(try await client.get("/openapi.json").body)["paths"]?["/words/{word_id}"]?["get"]
        #expect(operation?["parameters"]?[0]?["schema"] == ["type": "integer", "format": "int64", "minimum": 1])
        #expect(operation?["security"] == [["cognito": []]])
        #expect(operation?["responses"]?["200"]?["content"]?["application/json"]?["schema"] == ["$ref": "#/components/schemas/WordDetail"])
    }

    @Test func `greets who is signed in`() async throws {
        let session = SignedInSession.begin(
            subject: "hanako", email: "hana@example.com", givenName: "花", familyName: "森", originID: "", refreshToken: Secret("refresh"),
            at: UnixTime(seconds: 1_770_571_223))
        #expect(try await GreetingRoutes().greet(user: SignedIn(session: session)).text == "おはよう、花さん。")
        #expect(try await GreetingRoutes().me(user: signedIn("hanako")).text == "hanako")
    }

    @Test func `gets a haiku from a model, signed as the environment says`() async throws {
        let environment = [
            "AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_ENDPOINT_URL": "http://localhost:4566",
        ]
        let model = OneModel()
        #expect(try await haiku(about: "frogs", environment: environment, http: model) == "古池や蛙飛び込む水の音")
        let sent = try #require(model.requests.withLock { $0 }.first)
        #expect(sent.url == "http://localhost:4566/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse")
        #expect(sent.headers.contains { $0.name == "Authorization" && $0.value.contains("Credential=AKIDEXAMPLE/") })
        #expect(try JSON.parse(sent.body)["messages"]?[0]?["content"]?[0]?["text"] == "A haiku about frogs, please.")
        await #expect(throws: EnvironmentError.self) { try await haiku(about: "frogs", environment: [:], http: model) }
    }
}

/// A model that knows one haiku.
private final class OneModel: HTTPClient {
    let requests = Lock<[HTTPClientRequest]>([])

    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse {
        requests.withLock { $0.append(request) }
        let message: JSONFragment = ["role": "assistant", "content": [["text": "古池や蛙飛び込む水の音"]]]
        let usage: JSONFragment = ["inputTokens": 20, "outputTokens": 15, "totalTokens": 35]
        let answer: JSONFragment = ["output": ["message": message], "stopReason": "end_turn", "usage": usage, "metrics": ["latencyMs": 310]]
        return HTTPClientResponse(status: 200, body: JSON.encode(answer))
    }
}

private func signedIn(_ id: String) -> CurrentUser {
    let now = SystemClock().now()
    let token = VerifiedToken(
        subject: id, username: id, clientID: "web", use: .access, scopes: [], groups: [], email: nil, issuedAt: now, expiresAt: now, authenticatedAt: nil,
        tokenID: "", originID: nil)
    return CurrentUser(id: UserID(id), token: token)
}

/// A user pool that nobody reaches.
private struct NoKeys: HTTPClient {
    func send(_ request: HTTPClientRequest) async throws(HTTPClientError) -> HTTPClientResponse { throw .timedOut(.total) }
}
