import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

/// Server-sent events, read by the standard's rules (WHATWG HTML §9.2.6).
@Suite(.timeLimit(.minutes(5))) struct EventStreamTests {
    struct Tick: JSONObject {
        var count: Int, text: String
        static let json = Object("Tick", { Tick(count: $0, text: $1) }, Field("count", \.count), Field("text", \.text))
    }

    private static func application() -> Application {
        Application { routes in
            routes.use(ContentCompression())
            routes.get("/follow", summary: "What happens", follow)
            routes.get("/endless") { () in EventStream(endless) }
            routes.get("/sequence") { () in
                EventStream(
                    AsyncStream { list in
                        for n in 0..<3 { list.yield(ServerSentEvent("\(n)", id: "\(n)")) }; list.finish()
                    })
            }
            routes.get("/broken") { () in EventStream(broken) }
        }
    }

    private static func follow(last: LastEventID) async throws -> EventStream {
        EventStream { events in
            try await events.send("after \(last.value ?? "nothing")", id: "7")
            try await events.comment("a comment\nof two lines")
            try await events.send("two\nlines\r\nand\ra third ", event: "word")
            try await events.send(json: Tick(count: 1, text: "猫\n犬"), id: "8")
            try await events.send(ServerSentEvent(retry: .milliseconds(2_500)))
            try await events.send("a\nid: 9", event: "x\nid: 10", id: "11\r\ndata: injected\0")
            try await events.send(" ", id: "")
            try await events.send("")
        }
    }

    @Sendable private static func endless(_ events: EventWriter) async throws {
        var count = 0
        while true {
            try await events.send(String(repeating: "x", count: 10_000), id: "\(count)")
            count += 1
        }
    }

    @Sendable private static func broken(_ events: EventWriter) async throws {
        try await events.send("one")
        throw Failure()
    }

    private struct Failure: Error {}

    @Test(arguments: TestClient.Medium.allCases) func `events arrive one by one as they were meant`(medium: TestClient.Medium) async throws {
        try await TestClient.with(Self.application(), over: medium) { client in
            try await client.events("/follow") { (events: TestEvents) async throws in
                #expect(try await events.next() == TestEvent("after nothing", lastEventID: "7"))
                #expect(try await events.next() == TestEvent("two\nlines\nand\na third ", type: "word", lastEventID: "7"))
                #expect(events.comments == ["a comment", "of two lines"])
                #expect(try await events.next() == TestEvent(#"{"count":1,"text":"猫\n犬"}"#, lastEventID: "8"))
                // No value can end its line.
                #expect(try await events.next() == TestEvent("a\nid: 9", type: "x id: 10", lastEventID: "11  data: injected "))
                #expect(events.retryMilliseconds == 2_500)
                #expect(try await events.next() == TestEvent(" "))
                #expect(try await events.next() == TestEvent(""))
                #expect(try await events.next() == nil)
            }
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `a client that connects again says what it has seen`(medium: TestClient.Medium) async throws {
        try await TestClient.with(Self.application(), over: medium) { client in
            try await client.events("/follow", lastEventID: "41") { (events: TestEvents) async throws in #expect(try await events.next()?.data == "after 41") }
            try await client.events("/follow", lastEventID: "猫") { (events: TestEvents) async throws in #expect(try await events.next()?.data == "after 猫") }
        }
    }

    @Test func `no cache keeps the answer, no proxy holds it back, and nobody compresses it`() async throws {
        try await TestClient(Self.application()).events("/follow", headers: ["Accept-Encoding": "gzip"]) { (events: TestEvents) async throws in
            #expect(events.response[.cacheControl] == "no-store")
            #expect(events.response["X-Accel-Buffering"] == "no")
            #expect(events.response["Content-Encoding"] == nil)
            #expect(events.response[.contentType] == "text/event-stream")
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `a sequence of events is a stream`(medium: TestClient.Medium) async throws {
        try await TestClient.with(Self.application(), over: medium) { client in
            try await client.events("/sequence") { (events: TestEvents) async throws in
                for n in 0..<3 { #expect(try await events.next() == TestEvent("\(n)", lastEventID: "\(n)")) }
                #expect(try await events.next() == nil)
            }
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `a client that goes ends the stream`(medium: TestClient.Medium) async throws {
        let ended = AsyncStream<Bool>.makeStream()
        let application = Application { routes in
            routes.get("/") { () in
                EventStream { events in
                    defer { ended.continuation.yield(Task.isCancelled) }
                    // The client may have gone before this returns, and then it throws.
                    try? await events.send("here")
                    try await Task.sleep(for: .seconds(600))
                }
            }
        }
        try await TestClient.with(application, over: medium) { client in
            try await client.events("/") { (events: TestEvents) async throws in #expect(try await events.next()?.data == "here") }
            var iterator = ended.stream.makeAsyncIterator()
            #expect(await iterator.next() == true)
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `a slow client is waited for`(medium: TestClient.Medium) async throws {
        try await TestClient.with(Self.application(), over: medium) { client in
            try await client.events("/endless") { (events: TestEvents) async throws in
                for count in 0..<20 { #expect(try await events.next()?.lastEventID == "\(count)") }
            }
        }
    }

    @Test func `a stream that fails is broken off, so that the client connects again`() async throws {
        try await TestClient.with(Self.application(), over: .socket) { client in
            // The reset may overtake what was sent before, be it the head.
            _ = await #expect(throws: RawConnectionError.self) {
                try await client.events("/broken") { (events: TestEvents) async throws in while try await events.next() != nil {} }
            }
        }
    }

    @Test func `OpenAPI tells of the type and of the header`() async throws {
        let document = try await TestClient(Self.application()).get("/openapi.json").text
        #expect(document.contains(#""text/event-stream":{"schema":{"type":"string"}}"#))
        #expect(document.contains(#""name":"Last-Event-ID","in":"header","required":false"#))
    }
}
