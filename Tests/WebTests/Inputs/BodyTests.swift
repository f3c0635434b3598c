import HTTPCore
import JSON
import TestKit
import Testing
import Web

private let client = TestClient(
    Application { routes in
        routes.post("/vocabulary") { (body: Body<VocabularyRequest>) in body.value }
        routes.post("/optional") { (body: Body<VocabularyRequest?>) in body.value }
        routes.post("/list") { (body: Body<[Int]>) in body.value }
        routes.post("/twice") { (first: Body<VocabularyRequest>, second: Body<JSONFragment>) in [first.value.topic, second.value["topic"]?.stringValue] }
        routes.post("/small", options: [.bodyLimit(bytes: 19)]) { (body: Body<VocabularyRequest>) in body.value }
    })

private func send(_ path: String, _ text: String, type: String?) async throws -> TestResponse {
    try await client.send(.post, path, headers: type.map { [.contentType: $0] } ?? [:], body: .buffered(Array(text.utf8)))
}

@Suite struct `A JSON body` {
    @Test(arguments: [
        "application/json", "application/json; charset=utf-8", "APPLICATION/Json", "application/json;x", "application/json ;x", "application/problem+json",
        "application/VND.x+JSON; v=1",
    ])
    func `is read under the types that are JSON`(type: String) async throws {
        #expect(try await send("/vocabulary", #"{"topic":"Weather"}"#, type: type).text == #"{"topic":"Weather","word_count":5}"#)
    }

    @Test(arguments: [
        nil, "", "text/plain", "application/jsonp", "application/json+xml", "text/json", "application", "application/x-www-form-urlencoded",
        "xapplication/json", "multipart/x+json",
    ])
    func `is a mere text under any other`(type: String?) async throws {
        let response = try await send("/vocabulary", #"{"topic":"Weather"}"#, type: type)
        #expect(try problemPlaces(response) == [["body"]])
        #expect(response.text.contains(#""type":"model_attributes_type""#))
    }

    @Test(arguments: ["application/json", nil]) func `that is absent is a missing field, or null where it is optional`(type: String?) async throws {
        let response = try await send("/vocabulary", "", type: type)
        #expect(try problemPlaces(response) == [["body"]])
        #expect(response.text.contains(#""type":"missing""#))
        #expect(try await send("/optional", "", type: type).text == "null")
    }

    @Test func `may be null where it is optional`() async throws {
        #expect(try await send("/optional", "null", type: "application/json").text == "null")
        #expect(try await send("/optional", #"{"topic":"a"}"#, type: "application/json").text == #"{"topic":"a","word_count":5}"#)
        #expect(try problemPlaces(try await send("/vocabulary", "null", type: "application/json")) == [["body"]])
    }

    @Test(arguments: [(" ", 1), ("{", 1), (#"{"topic":"猫",}"#, 13), (#"{"topic":1"#, 10), ("[1] 2", 4), (#"{"topic":"a"#, 9), ("nul", 0)])
    func `with broken syntax is told with the place in characters`(text: String, place: Int) async throws {
        let response = try await send("/vocabulary", text, type: "application/json")
        #expect(try problemPlaces(response) == [["body", .int(place)]])
        #expect(response.text.contains(#""type":"json_invalid""#))
    }

    @Test func `that is not UTF-8 is 422, not a trap`() async throws {
        let bytes = Array(#"{"topic":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        let response = try await client.send(.post, "/vocabulary", headers: [.contentType: "application/json"], body: .buffered(bytes))
        #expect(response.status == .unprocessableContent && response.text.contains("json_invalid"))
    }

    @Test func `may be of any JSON type`() async throws {
        #expect(try await send("/list", "[1,2]", type: "application/json").text == "[1,2]")
        #expect(try problemPlaces(try await send("/list", #"[1,"x"]"#, type: "application/json")) == [["body", 1]])
    }

    @Test func `serves every input that asks for it`() async throws {
        #expect(try await send("/twice", #"{"topic":"Weather"}"#, type: "application/json").text == #"["Weather","Weather"]"#)
    }

    @Test func `of just the route's limit is read, and of one byte more is 413`() async throws {
        #expect(try await send("/small", #"{"topic":"Weather"}"#, type: "application/json").status == .ok)
        #expect(try await send("/small", #"{"topic":"Weathers"}"#, type: "application/json").status == .contentTooLarge)
    }

    @Test func `is refused beside every other problem of the request, in FastAPI's order`() async throws {
        let peer = TestClient(Application { PeerRoutes().register(on: $0) })
        let response = try await peer.put("/words/0?dry_run=maybe", json: #"{"topic":"","word_count":99}"#, headers: ["X-Count": "-1"])
        #expect(
            try problemPlaces(response) == [
                ["path", "word_id"], ["query", "dry_run"], ["header", "x-count"], ["body", "topic"], ["body", "word_count"],
            ])
    }
}
