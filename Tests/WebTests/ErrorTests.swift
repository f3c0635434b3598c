import HTTPCore
import JSON
import Platform
import Synchronization
import TestKit
import Testing
import Web

private struct Surprise: Error, CustomDebugStringConvertible {
    var debugDescription: String { "password=hunter2 at 10.0.0.1" }
}

private func client(throwing error: any Error, _ logger: Logger = .silent) -> TestClient {
    var configuration = ApplicationConfiguration()
    configuration.logger = logger
    return TestClient(Application(configuration) { $0.get("/") { () -> NoContent in throw error } })
}

@Suite struct `Errors` {
    @Test func `an error answers its status, sentence, type, fields and the request id`() async throws {
        let error = HTTPError.notFound("word-not-found", "There is no word 7; ask for /words.")
        let response = try await client(throwing: error).get("/", headers: [.xRequestID: "abc"])
        #expect(response.status == .notFound)
        #expect(response[.contentType] == "application/json")
        #expect(response[.cacheControl] == "no-store")
        #expect(response.text == #"{"detail":"There is no word 7; ask for /words.","type":"word-not-found","request_id":"abc"}"#)
    }

    @Test func `401 carries a challenge and is never cached`() async throws {
        let response = try await client(throwing: HTTPError.unauthorized(challenge: #"Bearer error="invalid_token""#)).get("/")
        #expect(response.status == .unauthorized)
        #expect(response[.wwwAuthenticate] == #"Bearer error="invalid_token""#)
        #expect(response.fields.all(.cacheControl) == ["no-store"])
    }

    @Test func `an unknown error is a bland 500 and whole in the log`() async throws {
        let sink = CapturingLogSink()
        let response = try await client(throwing: Surprise(), Logger(service: "test", sink: sink)).get("/", headers: [.xRequestID: "abc"])
        #expect(response.status == .internalServerError)
        #expect(!response.text.contains("hunter2"))
        #expect(response.text.contains(#""type":"internal-error""#))
        let line = try #require(sink.lines.first { $0.contains("request.failed") })
        #expect(line.contains("hunter2") && line.contains(#""request_id":"abc""#) && line.contains(#""level":"error""#))
    }

    @Test func `the debug description of an error stays in the log`() async throws {
        let sink = CapturingLogSink()
        let error = HTTPError.unavailable("database-away", "Try again in a moment.", retryAfter: .seconds(2), debugDescription: "10.0.0.1 refused")
        let response = try await client(throwing: error, Logger(service: "test", sink: sink)).get("/")
        #expect(response.status == .serviceUnavailable && response[.retryAfter] == "2")
        #expect(!response.text.contains("10.0.0.1"))
        #expect(sink.lines.contains { $0.contains("10.0.0.1 refused") })
    }

    @Test(arguments: [
        (HTTPError.conflict("a", "A."), 409), (.forbidden("a", "A."), 403), (.notFound("a", "A."), 404), (.unauthorized("A.", type: "a"), 401),
        (HTTPError(451, type: "a", detail: "A."), 451),
    ])
    func `each kind of error has its status and one shape`(error: HTTPError, status: Int) async throws {
        let response = try await client(throwing: error).get("/", headers: [.xRequestID: "abc"])
        #expect(response.status == Status(status))
        #expect(response.text == #"{"detail":"A.","type":"a","request_id":"abc"}"#)
    }

    @Test(arguments: [(.zero, "1"), (.milliseconds(1), "1"), (.seconds(1), "1"), (.milliseconds(1001), "2"), (.seconds(60), "60")] as [(Duration, String)])
    func `Retry-After is in whole seconds, rounded up, at least one`(duration: Duration, value: String) async throws {
        #expect(try await client(throwing: HTTPError.unavailable("a", "A.", retryAfter: duration)).get("/")[.retryAfter] == value)
        #expect(try await client(throwing: HTTPError.tooManyRequests("a", "A.", retryAfter: duration)).get("/")[.retryAfter] == value)
    }

    @Test func `a text in an error is JSON whatever it holds, and a field never ends its line`() async throws {
        let error = HTTPError(.conflict, type: "a", detail: "\"猫\"\n\u{0}", fields: ["X-Note": "one\r\nX-Evil: two"])
        try await TestClient.with(Application { $0.get("/") { () -> NoContent in throw error } }, over: .socket) { client async throws in
            let response = try await client.get("/")
            #expect(try JSON.parse(response.body)["detail"] == .string("\"猫\"\n\u{0}"))
            #expect(response["X-Note"] == "one  X-Evil: two" && response["X-Evil"] == nil)
        }
    }

    @Test(arguments: [
        (RequestBodyError.tooLarge(limitBytes: 5), 413), (.timedOut, 408), (.disconnected, 499), (.malformed(.badChunk), 400),
    ])
    func `an error of the body has its status`(error: RequestBodyError, status: Int) async throws {
        #expect(try await client(throwing: error).get("/").status == Status(status))
    }

    @Test func `a cancelled request is 499 in the log`() async throws {
        let sink = CapturingLogSink()
        #expect(try await client(throwing: CancellationError(), Logger(service: "test", sink: sink)).get("/").status == 499)
        #expect(sink.lines.contains { $0.contains(#""event":"request""#) && $0.contains(#""status":499"#) })
    }

    @Test func `an error of a library that knows its face is shown so`() async throws {
        struct PoolExhausted: HTTPErrorConvertible {
            var httpError: HTTPError { .unavailable("busy", "Try again in a moment.", retryAfter: .seconds(1)) }
        }
        #expect(try await client(throwing: PoolExhausted()).get("/").status == .serviceUnavailable)
    }
}

@Suite struct `Limits` {
    @Test func `a declared length above the route's limit is 413 before the handler runs`() async throws {
        let ran = Atomic(false)
        let app = Application { routes in
            routes.post("/", options: [.bodyLimit(bytes: 4)]) { (context: RequestContext) in
                ran.store(true, ordering: .relaxed)
                return Text(String(decoding: try await context.body(), as: UTF8.self))
            }
        }
        let client = TestClient(app)
        let response = try await client.send(.post, "/", body: .buffered(Array("12345".utf8)))
        #expect(response.status == .contentTooLarge)
        #expect(response.text.contains("4 bytes"))
        let hasRun = ran.load(ordering: .relaxed)
        #expect(!hasRun)
        #expect(try await client.send(.post, "/", body: .buffered(Array("1234".utf8))).text == "1234")
    }

    @Test func `a body of unknown length is 413 as soon as it is too long`() async throws {
        let app = Application { routes in
            routes.group("", options: [.bodyLimit(bytes: 4)]).post("/") { (context: RequestContext) in Text("\(try await context.body().count)") }
        }
        let body = RequestBody.stream(Chunks(["12", "345", "6"]), declaredLength: nil)
        #expect(try await TestClient(app).send(.post, "/", body: body).status == .contentTooLarge)
    }

    @Test func `a body is 2 MiB at most unless declared`() async throws {
        let app = Application { $0.post("/") { (context: RequestContext) in Text("\(try await context.body().count)") } }
        let limit = 2 * 1024 * 1024
        #expect(try await TestClient(app).send(.post, "/", body: .buffered(Array(repeating: 0, count: limit))).text == "\(limit)")
        #expect(try await TestClient(app).send(.post, "/", body: .buffered(Array(repeating: 0, count: limit + 1))).status == .contentTooLarge)
    }

    @Test func `a handler beyond its deadline is cancelled and answered with 503`() async throws {
        let clock = ManualClock()
        var configuration = ApplicationConfiguration()
        configuration.clock = clock
        let app = Application(configuration) { routes in
            routes.get("/slow", options: [.deadline(.seconds(3))]) { (context: RequestContext) -> NoContent in
                #expect(context.remainingTime == .seconds(3))
                clock.advance(by: .seconds(3))
                try await Task.sleep(for: .seconds(60))
                return NoContent()
            }
        }
        let response = try await Task { try await TestClient(app).get("/slow") }.value
        #expect(response.status == .serviceUnavailable)
        #expect(response.text.contains(#""type":"deadline-exceeded""#))
        #expect(response[.retryAfter] == "1")
    }
}

private final class Chunks: RequestBodySource {
    private let rest: Lock<[String]>
    init(_ chunks: [String]) { rest = Lock(chunks) }
    var trailers: Fields { [:] }
    func next() async throws(RequestBodyError) -> [UInt8]? {
        rest.withLock { rest in rest.isEmpty ? nil : Array(rest.removeFirst().utf8) }
    }
}
