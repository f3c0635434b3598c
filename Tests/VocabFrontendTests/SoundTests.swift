import HTTPClient
import HTTPCore
import TestKit
import Testing

@testable import vocab_frontend

@Suite(.timeLimit(.minutes(1))) struct `How a word sounds` {
    @Test func `is the backend's answer, in part too`() async throws {
        let house = try await House()
        house.services.answer("/api/audio", "ID3", " sound", status: 206, type: "audio/mpeg", cacheControl: "private, max-age=9")
        let answer = try await house.learner().get("/audio?text=%E7%8C%AB&voice=Takumi", headers: ["Range": "bytes=0-8"])
        #expect(answer.status == 206 && answer.text == "ID3 sound" && answer[.contentType] == "audio/mpeg" && answer[.cacheControl] == "private, max-age=9")
        let request = try #require(house.services.requests.first)
        #expect(request.method == "GET" && request.url == "http://backend.test:8000/api/audio?text=%E7%8C%AB&voice=Takumi")
        #expect(request.headers.contains(HTTPClientHeader("Range", "bytes=0-8")) && request.headers.contains { $0.name == "X-Api-Key" })
    }

    @Test(arguments: [("", "Kazuha"), ("&voice=Tomoko", "Tomoko"), ("&voice=Joanna%0A", "Kazuha")])
    func `has one of our voices`(query: String, voice: String) async throws {
        let house = try await House()
        _ = try await house.learner().get("/audio?text=a\(query)")
        #expect(try #require(house.services.requests.first).url.hasSuffix("voice=\(voice)"))
    }

    @Test func `is nothing but a sound`() async throws {
        let house = try await House()
        house.services.answer("/api/audio", "<script>", type: "text/html")
        #expect(try await house.learner().get("/audio?text=a").status == 503)
        house.services.answer("/api/audio", #"{"type":"model-limit-reached"}"#, status: 429, retryAfter: "3")
        #expect(try await house.learner().get("/audio?text=a").status == 429)
    }

    @Test func `is for learners, and of a bounded text`() async throws {
        let house = try await House()
        #expect(try await house.stranger.get("/audio?text=a").status == 401)
        #expect(try await house.learner().get("/audio?text=\(String(repeating: "a", count: 201))").status == 422)
        #expect(house.services.requests.isEmpty)
    }
}
