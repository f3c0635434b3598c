import Contracts
import DesignSystem
import HTTPClient
import HTTPCore
import JSON
import TestKit
import Testing

@testable import vocab_frontend

@Suite(.timeLimit(.minutes(1))) struct `Words one by one` {
    private func stream(_ house: House, _ count: String = "3") async throws -> TestResponse {
        try await house.learner().submit("/words/stream", ["topic": "Food", "word_count": count])
    }

    @Test func `come with their cards, however the bytes are cut`() async throws {
        let house = try await House(), text = Sample.stream(), cut = text.index(text.startIndex, offsetBy: 100)
        house.services.answer("/stream", String(text[..<cut]), String(text[cut...]), type: "text/event-stream")
        let answer = try await stream(house), events = answer.events
        #expect(answer.status == .ok && answer[.contentType] == "text/event-stream")
        #expect(events.map(\.type) == ["word", "word", "word", "done"])
        let first = try WordArrival.decode(json: Array(events[0].data.utf8))
        #expect(first.word == Sample.food && first.card == WordCard(word: Sample.food, language: .english).markup.text)
    }

    @Test func `that broke off tell so after those that came`() async throws {
        for failure in [nil, HTTPClientError.interrupted(detail: "reset"), .timedOut(.total)] {
            let house = try await House()
            house.services.answer("/stream", "event: word\ndata: \(JSON.string(Sample.food))\n\n", type: "text/event-stream", failure: failure)
            let events = try await stream(house).events
            #expect(events.map(\.type) == ["word", "error"])
            #expect(try TroubleEvent.decode(json: Array(events[1].data.utf8)).type == "stream-broken")
        }
    }

    @Test(arguments: [
        ("prompt-refused", "topic-refused"), ("conversation-ended", "conversation-ended"), ("answer-unusable", "answer-unusable"), ("x", "backend-away"),
    ])
    func `may end with a refusal, in the page's language`(type: String, told: String) async throws {
        let house = try await House()
        house.services.answer("/stream", "event: error\ndata: {\"type\":\"\(type)\",\"detail\":\"x\"}\n\n", type: "text/event-stream")
        let answer = try await house.learner(language: "ja").submit("/words/stream", ["topic": "食べ物"])
        let trouble = try TroubleEvent.decode(json: Array(try #require(answer.events.first).data.utf8))
        #expect(trouble.type == told && trouble.detail.unicodeScalars.contains { $0.value > 0x3040 })
    }

    @Test func `are refused with a status before the first`() async throws {
        let house = try await House()
        house.services.answer("/stream", #"{"type":"model-limit-reached"}"#, status: 429, retryAfter: "7")
        let answer = try await stream(house)
        #expect(try answer.status == 429 && answer["Retry-After"] == "7" && answer.json["detail"]?.stringValue?.contains("7 seconds") == true)
        house.services.fail("/stream", .connectionFailed(detail: "away"))
        #expect(try await stream(house).status == 503)
    }

    @Test(arguments: ["no JSON", #"{"japanese":"x"}"#, JSON.string(Sample.word(holding: "<b>"))])
    func `that are none of ours are not passed on`(data: String) async throws {
        let house = try await House()
        house.services.answer("/stream", "event: word\ndata: \(data)\n\n", type: "text/event-stream")
        #expect(try await stream(house).events.map(\.type) == ["error"])
    }

    @Test func `are no more than were asked for`() async throws {
        let house = try await House()
        house.services.answer("/stream", Sample.stream(Array(repeating: Sample.food, count: 4)), type: "text/event-stream")
        #expect(try await stream(house).events.map(\.type) == ["word", "word", "word", "error"])
    }

    @Test func `end when an event has no end`() async throws {
        let house = try await House()
        house.services.answer("/stream", "data: " + String(repeating: "x", count: 70_000), "\n\n", type: "text/event-stream")
        #expect(try await stream(house).events.map(\.type) == ["error"])
    }

    @Test(arguments: [
        ("data: a\n\n", [EventParser.Event(type: "message", data: "a")]), ("event: word\r\ndata:a\r\ndata: b\r\n\r\n", [.init(type: "word", data: "a\nb")]),
        (":\n\nevent: x\n\ndata: y\n\n", [.init(type: "message", data: "y")]), ("data: 1\r\rdata: 2\r\r", [.init(data: "1"), .init(data: "2")]),
        ("data: a\n", []),
    ])
    func `are read as the standard has it, byte by byte too`(text: String, events: [EventParser.Event]) {
        var whole = EventParser(), piecemeal = EventParser()
        #expect(whole.read(Array(text.utf8)) == events)
        #expect(text.utf8.flatMap { piecemeal.read([$0]) } == events)
    }
}
