import Contracts
import HTTPClient
import HTTPCore
import JSON
import Platform
import TestKit
import Testing

@testable import vocab_frontend

@Suite(.timeLimit(.minutes(1))) struct `The page of words` {
    @Test func `is for learners; others are led to the door`() async throws {
        let house = try await House()
        let answer = try await house.stranger.get("/")
        #expect(answer.status == 303 && answer[.location] == "/login")
        #expect(try await house.learner().get("/").status == .ok)
        let form = try await house.stranger.post("/", form: ["topic": "Food & drink", "word_count": "7"])
        #expect(form.status == 303 && form[.location] == "/login?next=%2F%3Ftopic%3DFood%2520%2526%2520drink%26word_count%3D7")
        let page = try await house.learner().get("/?topic=Food%20%26%20drink&word_count=7").text
        #expect(page.contains("value=\"Food &amp; drink\"") && page.contains("value=\"7\""))
    }

    @Test(arguments: [200, 300]) func `keeps as much of a topic as fits on the way through the door`(length: Int) async throws {
        let answer = try await House().stranger.post("/", form: ["topic": String(repeating: "食", count: length), "word_count": "7"])
        let letters = try #require(answer[.location]).split(separator: "%25E9%25A3%259F", omittingEmptySubsequences: false).count - 1
        #expect(letters == 200)
    }

    @Test func `shows the words of a form without JavaScript`() async throws {
        let house = try await House()
        house.services.answer("/api/vocab_generator", JSON.string(Sample.group))
        let answer = try await house.learner().submit("/", ["topic": " Food ", "word_count": "3"])
        let found = try #require(elements(of: answer.text))
        #expect(answer.status == .ok)
        #expect(found.compactMap { $0["data-word"] } == ["食べ物", "いただきます", "ラーメン"])
        #expect(answer.text.contains("<ruby>食<rp>(</rp><rt>た</rt><rp>)</rp></ruby>べ<ruby>物"))
        #expect(found.contains { $0["id"] == "topic" && $0["value"] == "Food" } && found.contains { $0["id"] == "count" && $0["value"] == "3" })
        let request = try #require(house.services.requests.last)
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"topic":"Food","word_count":3}"#)
        let headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
        #expect(headers["Authorization"] == "Bearer the-learners-token" && headers["X-Api-Key"] == "the-first-key-of-services")
        #expect(headers["X-Request-Id"] == answer["X-Request-Id"] && headers["X-Request-Id"] != nil)
    }

    @Test(arguments: [
        ("", "topic-missing", 422), (" 　", "topic-missing", 422), (String(repeating: "あ", count: 201), "topic-too-long", 422), ("a\u{7}b", "topic-unfit", 422),
    ])
    func `asks for a topic that is one before anybody else is asked`(topic: String, type: String, status: Int) async throws {
        let house = try await House()
        let page = try await house.learner().submit("/", ["topic": topic, "word_count": "9"])
        #expect(page.status == Status(status) && page.text.contains("aria-invalid=\"true\""))
        #expect(page.text.contains("value=\"9\"") && house.services.requests.isEmpty)
        let refusal = try await house.learner().submit("/words/stream", ["topic": topic])
        #expect(try refusal.status == Status(status) && refusal.json["type"]?.stringValue == type)
    }

    @Test(arguments: [("2", 3), ("11", 10), ("x", 5), ("7", 7)]) func `takes the nearest number of words`(sent: String, asked: Int) async throws {
        let house = try await House()
        _ = try await house.learner().submit("/", ["topic": "Food", "word_count": sent])
        #expect(String(decoding: try #require(house.services.requests.last).body, as: UTF8.self).hasSuffix("\"word_count\":\(asked)}"))
    }

    @Test(arguments: [
        (429, "model-limit-reached", "42", "throttled", "in 42 seconds"), (503, "model-busy", "90", "busy", "in 90 seconds"),
        (503, "model-unavailable", "5", "backend-away", "cannot be reached"), (503, "model-budget-spent", nil, "budget-spent", "tomorrow"),
        (403, "blocked-for-a-while", "7200", "blocked", "in 2 hours"),
        (502, "answer-unusable", nil, "answer-unusable", "No good words"), (504, "model-timed-out", nil, "too-slow", "too long"),
        (500, "internal-error", nil, "backend-away", "cannot be reached"), (401, "service-key-invalid", nil, "backend-away", "cannot be reached"),
    ])
    func `tells each refusal in words of its own, and keeps the form`(
        status: Int, type: String, retryAfter: String?, trouble: String, words: String
    ) async throws {
        let house = try await House()
        house.services.answer("/api/vocab_generator", #"{"type":"\#(type)","detail":"x"}"#, status: status, retryAfter: retryAfter)
        let page = try await house.learner().submit("/", ["topic": "Food & <drink>", "word_count": "8"])
        #expect(page.trouble == trouble && page.text.contains(words))
        #expect(page.text.contains("value=\"Food &amp; &lt;drink&gt;\"") && page.text.contains("value=\"8\""))
        #expect(
            page.status.code >= 400
                && page.text.contains("form=\"order\"") == ["throttled", "busy", "backend-away", "answer-unusable", "too-slow"].contains(trouble))
    }

    @Test(arguments: [(400, "prompt-refused", "Put it in another way"), (409, "conversation-ended", "not allowed here")])
    func `tells at the topic what is wrong with it`(status: Int, type: String, words: String) async throws {
        let house = try await House()
        house.services.answer("/api/vocab_generator", #"{"type":"\#(type)","detail":"x"}"#, status: status)
        let page = try await house.learner().submit("/", ["topic": "Food"])
        let field = try #require(elements(of: page.text)?.first { $0["id"] == "topic" })
        #expect(page.status.code == status && page.text.contains(words) && page.trouble == nil)
        #expect(field["aria-invalid"] == "true" && field["aria-describedby"]?.contains("topic-error") == true)
    }

    @Test func `sends a learner whose token is refused to the door`() async throws {
        let house = try await House()
        house.services.answer("/api/vocab_generator", #"{"type":"token-expired","detail":"x"}"#, status: 401)
        let answer = try await house.learner().submit("/", ["topic": "Food"])
        #expect(answer.status == 303 && answer[.location] == "/login?next=%2F%3Ftopic%3DFood")
    }

    @Test func `tries the services' other key once when one is refused`() async throws {
        let house = try await House()
        house.services.answer("/api/vocab_generator", #"{"type":"service-key-invalid","detail":"x"}"#, status: 401)
        _ = try await house.learner().submit("/", ["topic": "Food"])
        let keys = house.services.requests.map { $0.headers.first { $0.name == "X-Api-Key" }?.value }
        #expect(keys == ["the-first-key-of-services", "the-key-of-before-them"])
    }

    @Test(arguments: ["/", "/groups", "/words/shown", "/words/stream", "/downloads/words.csv", "/downloads/words.apkg"])
    func `takes no form that another page made`(path: String) async throws {
        let house = try await House()
        let form: KeyValuePairs = ["topic": "Food", "group": JSON.string(Sample.group), "csrf_token": "forged"]
        let answer = try await house.learner().post(path, form: form)
        #expect(answer.status == 403 && house.services.requests.isEmpty)
        #expect(try await house.stranger.post(path, form: form).status.code != 200)
    }

    @Test func `loses nobody's words while the registry of sessions is away`() async throws {
        let house = try await House(), learner = try house.learner()
        house.registry.isAway.withLock { $0 = true }
        for path in ["/words/stream", "/downloads/words.csv"] {
            let answer = try await learner.post(path, form: ["topic": "Food", "csrf_token": "x"])
            #expect(try answer.status == 503 && answer.json["type"]?.stringValue == "backend-away")
        }
        #expect(try await learner.get("/audio?text=a").status == 503)
        let page = try await learner.post("/", form: ["topic": "Food", "csrf_token": "x"])
        #expect(page.status == 303 && page[.location] == "/login?next=%2F%3Ftopic%3DFood")
    }

    @Test(arguments: ["/healthz", "/_stcore/health"]) func `answers probes`(path: String) async throws {
        let answer = try await House().stranger.get(path)
        #expect(answer.status == .ok && answer.text == "ok" && answer[.contentType]?.hasPrefix("text/plain") == true)
    }

    @Test func `plays sounds of its own origin and nothing else`() async throws {
        let policy = try #require(try await House().learner().get("/")[.contentSecurityPolicy])
        #expect(policy.contains("media-src 'self';") && !policy.contains("unsafe") && !policy.contains("blob:"))
    }
}
