import HTTPCore
import JSON
import TestKit
import Testing
import Web

func limited(_ configuration: ApplicationConfiguration = ApplicationConfiguration()) -> Application {
    Application(configuration) { routes in
        routes.post(
            "/sign-in",
            options: [.rateLimit(5, per: .minute, by: .client, whenUnavailable: .refuse), .bodyLimit(bytes: 1_000), .deadline(.seconds(3))]
        ) { (form: Form<LoginForm>, context: RequestContext) in Text("\(context.remainingTime)") }
        routes.group("/api", options: [.rateLimit(600, per: .minute, by: .user, burst: 60)]) { api in
            api.get("/words") { () in ["猫"] }
        }
    }
}

// MARK: - Tests

@Suite struct `Limits in the guide` {
    private func client() -> TestClient {
        var configuration = ApplicationConfiguration()
        configuration.clock = ManualClock()
        return TestClient(limited(configuration))
    }

    @Test func `are told on every answer, and when to come back`() async throws {
        let client = client(), form: KeyValuePairs = ["user": "花子", "password": "correct horse"]
        for left in (0..<5).reversed() {
            let answer = try await client.post("/sign-in", form: form)
            #expect(answer.text == "3.0 seconds" && answer["RateLimit-Remaining"] == "\(left)")
        }
        let refused = try await client.post("/sign-in", form: form)
        #expect(refused.status == .tooManyRequests && refused[.retryAfter] == "12" && refused.text.contains(#""type":"rate-limited""#))
        #expect(try await client.get("/api/words")["RateLimit"] == #""600-per-minute";r=59;t=1"#)
    }

    @Test func `bound the body`() async throws {
        #expect(try await client().post("/sign-in", form: ["user": String(repeating: "x", count: 1_000)]).status == 413)
    }
}
