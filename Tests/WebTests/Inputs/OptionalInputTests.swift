import HTTPCore
import JSON
import TestKit
import Testing
import Web

@Suite struct `An input that may be left out` {
    private let client = TestClient(
        Application { routes in
            routes.post("/body") { (body: Body<StrictSheet>?) in body?.value }
            routes.post("/form") { (form: Form<StrictSheet>?) in form?.value }
            routes.post("/parts") { (form: Multipart<StrictSheet>?) in form?.value }
        })

    private let parts = "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nab\r\n--b--\r\n"

    @Test(arguments: [
        ("/body", ""), ("/body", "application/json"), ("/form", ""), ("/form", "application/x-www-form-urlencoded"), ("/parts", ""),
    ]) func `is nil without a body`(path: String, type: String) async throws {
        let response = try await client.send(.post, path, headers: type.isEmpty ? [:] : [.contentType: type])
        #expect(response.status == .ok && response.text == "null")
    }

    @Test(arguments: ["/form", "/parts"]) func `is nil where a form has no parts`(path: String) async throws {
        let response = try await client.send(
            .post, path, headers: [.contentType: "multipart/form-data; boundary=b"], body: .buffered(Array("--b--\r\n".utf8)))
        #expect(response.status == .ok && response.text == "null")
    }

    @Test(arguments: [
        ("/body", "application/json", #"{"name":"ab"}"#), ("/form", "application/x-www-form-urlencoded", "name=ab"),
    ]) func `is checked when it is there`(path: String, type: String, body: String) async throws {
        let good = try await client.send(.post, path, headers: [.contentType: type], body: .buffered(Array(body.utf8)))
        #expect(good.status == .ok && good.text == #"{"name":"ab"}"#)
        let bad = try await client.send(
            .post, path, headers: [.contentType: type], body: .buffered(Array(body.replacing("name", with: "nome").utf8)))
        #expect(bad.status == .unprocessableContent && bad.text.contains("extra_forbidden") && bad.text.contains("missing"))
    }

    @Test(arguments: ["/form", "/parts"]) func `may come in parts`(path: String) async throws {
        let response = try await client.send(
            .post, path, headers: [.contentType: "multipart/form-data; boundary=b"], body: .buffered(Array(parts.utf8)))
        #expect(response.status == .ok && response.text == #"{"name":"ab"}"#)
    }

    @Test func `refuses unknown header fields where it is told so`() async throws {
        let client = TestClient(Application { $0.get("/") { (header: Header<StrictCookies>) in header.value.sid } })
        let response = try await client.get("/", headers: ["Sid": "a", "X-More": "b"])
        #expect(response.status == .unprocessableContent && response.text.contains(#""loc":["header","x-more"]"#))
        #expect(!response.text.contains(#""loc":["header","sid"]"#))
    }
}
