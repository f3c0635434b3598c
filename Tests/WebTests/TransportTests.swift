import HTTPCore
import JSON
import Platform
import Testing
import Web

@testable import TestKit

/// What the tests below ask for, over both transports.
private func application() -> Application {
    Application { routes in
        PeerRoutes().register(on: routes)
        routes.post("/made", summary: "Answers 201 with an address", made)
        routes.post("/upload") { (context: RequestContext) in Text("\(try await context.body().count)") }
        routes.post("/small", options: [.bodyLimit(bytes: 4)]) { (context: RequestContext) in Text("\(try await context.body().count)") }
        routes.get("/stream") { () in counting(lengthBytes: nil) }
        routes.get("/stream/known") { () in counting(lengthBytes: 15) }
        routes.get("/broken") { () in Response(body: .stream(lengthBytes: nil, produce: breakOff)) }
        routes.get("/failure") { () -> NoContent in throw Failure() }
        routes.get("/missing") { () -> NoContent in throw HTTPError.notFound("word-not-found", "There is no word 7; ask for /words.") }
        routes.delete("/words/{a}") { () in NoContent() }
    }
}

private struct Failure: Error {}

@Sendable private func breakOff(_ writer: any ResponseBodyWriter) async throws {
    try await writer.write([1])
    throw Failure()
}

private func made(body: Body<VocabularyRequest>) async throws -> Created<VocabularyRequest> { Created(body.value, location: "/made/1") }

private func counting(lengthBytes: Int?) -> Response {
    Response(
        body: .stream(lengthBytes: lengthBytes) { writer in
            for piece in ["one, ", "two, ", "three"] { try await writer.write(Array(piece.utf8)) }
        })
}

/// A request and the status it must get.
struct Question: Sendable, CustomTestStringConvertible {
    var method: HTTPCore.Method, target: String, json: String?, headers: Fields, status: Status

    init(_ method: HTTPCore.Method, _ target: String, _ status: Status, json: String? = nil, headers: Fields = [:]) {
        self.method = method
        self.target = target
        self.json = json
        self.headers = headers
        self.status = status
    }

    var testDescription: String { "\(method.name) \(target) \(json ?? "")" }

    static let all = [
        Question(.get, "/words/7", .ok), Question(.get, "/words?page=2&search=%E7%8C%AB", .ok), Question(.delete, "/words/7", .noContent),
        Question(.post, "/vocabulary", .ok, json: #"{"topic":"天気"}"#), Question(.post, "/made", .created, json: #"{"topic":"Weather","word_count":3}"#),
        Question(.put, "/words/0?dry_run=maybe", .unprocessableContent, json: #"{"topic":"","word_count":99}"#, headers: ["X-Count": "-1"]),
        Question(.post, "/vocabulary", .unprocessableContent, json: #"{"topic":"#), Question(.post, "/vocabulary", .unprocessableContent),
        Question(.get, "/nothing", .notFound), Question(.get, "/missing", .notFound), Question(.patch, "/words", .methodNotAllowed),
        Question(.options, "/words", .noContent), Question(.head, "/words/7", .ok), Question(.head, "/nothing", .notFound),
        Question(.post, "/small", .contentTooLarge, json: "12345"), Question(.get, "/failure", .internalServerError),
        Question(.get, "/words/%zz", .badRequest), Question(.get, "/stream", .ok), Question(.get, "/stream/known", .ok), Question(.head, "/stream", .ok),
    ]

    func ask(_ client: TestClient) async throws -> TestResponse {
        var headers = headers
        headers.append(.xRequestID, "abc-1")
        return try await client.send(method, target, json: json, headers: headers)
    }
}

@Suite struct `Both transports` {
    @Test(arguments: Question.all) func `give the same answer`(question: Question) async throws {
        let expected = try await question.ask(TestClient(application()))
        let actual = try await TestClient.with(application(), over: .socket) { try await question.ask($0) }
        #expect(expected.status == question.status)
        #expect(actual.status == expected.status && actual.text == expected.text)
        var fields = actual.fields
        for framing in [FieldName.contentLength, .transferEncoding, .date, .connection] { fields.remove(framing) }
        #expect(fields == expected.fields)
    }

    @Test(arguments: TestClient.Medium.allCases) func `answer HEAD with the fields of GET and no content`(medium: TestClient.Medium) async throws {
        try await TestClient.with(application(), over: medium) { client async throws in
            let head = try await client.send(.head, "/words/7"), get = try await client.get("/words/7")
            #expect(head.status == .ok && head.body.isEmpty && !get.body.isEmpty)
            #expect(head[.contentType] == "application/json" && head[.contentLength] == get[.contentLength])
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `carry a body in pieces of unknown length`(medium: TestClient.Medium) async throws {
        try await TestClient.with(application(), over: medium) { client async throws in
            let pieces = Pieces([Array(repeating: 1, count: 70_000), [2], Array(repeating: 3, count: 5_000)])
            #expect(try await client.send(.post, "/upload", body: .stream(pieces, declaredLength: nil)).text == "75001")
            let tooMany = Pieces([[1, 2], [3, 4], [5]])
            #expect(try await client.send(.post, "/small", body: .stream(tooMany, declaredLength: nil)).status == .contentTooLarge)
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `fail when a response breaks off`(medium: TestClient.Medium) async throws {
        try await TestClient.with(application(), over: medium) { client async throws in
            await #expect(throws: (any Error).self) { try await client.get("/broken") }
            #expect(try await client.get("/stream").text == "one, two, three")
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `send the client's own fields unless the request has others`(medium: TestClient.Medium) async throws {
        try await TestClient.with(application(), over: medium, headers: ["X-Count": "1"]) { client async throws in
            #expect(try await client.get("/headers").text.contains(#""x-count":1"#))
            #expect(try await client.get("/headers", headers: ["x-count": "2"]).text.contains(#""x-count":2"#))
        }
    }
}

@Suite struct `The socket` {
    @Test func `is kept for all requests of a client`() async throws {
        try await TestClient.withSocket(to: application()) { transport async throws in
            let client = TestClient { try await transport.exchange($0) }
            for question in Question.all { _ = try await question.ask(client) }
            #expect(transport.connectionCount == 1)
        }
    }

    @Test func `is opened again after a response that broke off`() async throws {
        try await TestClient.withSocket(to: application()) { transport async throws in
            let client = TestClient { try await transport.exchange($0) }
            await #expect(throws: RawConnectionError.self) { try await client.get("/broken") }
            #expect(try await client.get("/words/7").status == .ok)
            #expect(transport.connectionCount == 2)
        }
    }

    @Test func `sends what is streamed in chunks and the rest with its length`() async throws {
        try await TestClient.withSocket(to: application()) { transport async throws in
            let client = TestClient { try await transport.exchange($0) }
            let chunked = try await client.get("/stream"), known = try await client.get("/stream/known")
            #expect(chunked[.transferEncoding] == "chunked" && chunked[.contentLength] == nil)
            #expect(known[.transferEncoding] == nil && known[.contentLength] == "15")
        }
    }
}

/// A request's body that comes piece by piece.
private final class Pieces: RequestBodySource {
    private let rest: Lock<[[UInt8]]>
    init(_ pieces: [[UInt8]]) { rest = Lock(pieces) }
    var trailers: Fields { [:] }
    func next() async throws(RequestBodyError) -> [UInt8]? { rest.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
