import HTTPCore
import JSON
import TestKit
import Testing
import Web

private let value = WordReference(id: WordID(rawValue: 7))

/// An output of its own kind.
private struct Redirect: ResponseOutput {
    static var status: Status { 303 }
    consuming func response(status: Status, in context: RequestContext) throws -> Response { Response(status: status, fields: [.location: "/words"]) }
    static func describe(status: Status, in operation: inout Operation) { operation.answer(status) }
}

private let client = TestClient(
    Application { routes in
        routes.get("/object") { () in value }
        routes.get("/array") { () in [value, value] }
        routes.get("/none") { () -> Int? in nil }
        routes.get("/text") { () in Text("猫") }
        routes.get("/html") { () in HTML("<p>猫</p>") }
        routes.get("/response", status: .accepted) { () in Response(status: 418, fields: ["X-Own": "1"], body: .bytes([1, 2])) }
        routes.post("/created") { () in Created(value, location: "/words/7") }
        routes.post("/created/silently") { () in Created(value) }
        routes.post("/accepted", status: .accepted) { () in value }
        routes.get("/reply") { () in Reply(value, fields: ["X-Own": "1"]) }
        routes.get("/reply/declared", status: .accepted) { () in Reply(value) }
        routes.get("/reply/chosen", status: .accepted) { () in Reply(value, status: 207) }
        routes.get("/redirect") { () in Redirect() }
        routes.get("/redirect/declared", status: 307) { () in Redirect() }
        routes.get("/cookie") { (context: RequestContext) in
            context.responseFields.append(.setCookie, "a=1")
            context.responseFields.append(.setCookie, "b=2")
            return value
        }
        routes.get("/cookie/failure") { (context: RequestContext) -> NoContent in
            context.responseFields.append(.setCookie, "a=1")
            throw HTTPError.conflict("not-now", "Come back tomorrow.")
        }
    })

@Suite struct `Outputs` {
    @Test(arguments: [
        ("/object", #"{"word_id":7}"#), ("/array", #"[{"word_id":7},{"word_id":7}]"#), ("/none", "null"), ("/reply", #"{"word_id":7}"#),
    ])
    func `of any JSON type are JSON with 200`(path: String, text: String) async throws {
        let response = try await client.get(path)
        #expect(response.status == .ok && response[.contentType] == "application/json" && response.text == text)
    }

    @Test func `of text and HTML say their charset`() async throws {
        let text = try await client.get("/text"), html = try await client.get("/html")
        #expect(text[.contentType] == "text/plain; charset=utf-8" && text.text == "猫")
        #expect(html[.contentType] == "text/html; charset=utf-8" && html.text == "<p>猫</p>")
    }

    @Test func `that are responses stay as they are`() async throws {
        let response = try await client.get("/response")
        #expect(response.status == 418 && response["X-Own"] == "1" && response[.contentType] == nil && response.body == [1, 2])
    }

    @Test func `that were created are 201 and may have an address`() async throws {
        let response = try await client.post("/created"), silent = try await client.post("/created/silently")
        #expect(response.status == .created && response[.location] == "/words/7" && response.text == #"{"word_id":7}"#)
        #expect(silent.status == .created && silent[.location] == nil)
    }

    @Test func `have the status the route declares, unless the handler chooses another`() async throws {
        #expect(try await client.post("/accepted").status == .accepted)
        #expect(try await client.get("/reply/declared").status == .accepted)
        #expect(try await client.get("/reply/chosen").status == 207)
        #expect(try await client.get("/reply")["X-Own"] == "1")
    }

    @Test func `of a service's own kind have its status unless the route declares one`() async throws {
        #expect(try await client.get("/redirect").status == 303)
        let declared = try await client.get("/redirect/declared")
        #expect(declared.status == 307 && declared[.location] == "/words")
    }

    @Test func `carry the fields that the handler added, and errors do not`() async throws {
        #expect(try await client.get("/cookie").fields.all(.setCookie) == ["a=1", "b=2"])
        let failure = try await client.get("/cookie/failure")
        #expect(failure.status == .conflict && failure[.setCookie] == nil)
    }
}
