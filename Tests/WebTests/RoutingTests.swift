import HTTPCore
import TestKit
import Testing
import Web

/// Answers with the route's template and the decoded parameters.
private func echo(context: RequestContext) async throws -> Text {
    let route = try #require(context.route)
    let values = try ["a", "b"].filter { route.template.contains("{\($0)") }.map { try context.parameter($0) }
    return Text(([route.template] + values).joined(separator: " | "))
}

private func client(_ templates: String...) -> TestClient {
    TestClient(Application { routes in for template in templates { routes.get(template, echo) } })
}

@Suite struct `Routing` {
    @Test func `a literal segment wins over a parameter, in any order of declaration`() async throws {
        for templates in [["/words/{a}", "/words/all"], ["/words/all", "/words/{a}"]] {
            let client = client(templates[0], templates[1])
            #expect(try await client.get("/words/all").text == "/words/all")
            #expect(try await client.get("/words/7").text == "/words/{a} | 7")
        }
    }

    @Test func `when a literal leads nowhere the parameter is tried`() async throws {
        let client = client("/words/all/{b}", "/words/{a}/groups")
        #expect(try await client.get("/words/all/groups").text == "/words/all/{b} | groups")
        #expect(try await client.get("/words/7/groups").text == "/words/{a}/groups | 7")
        #expect(try await client.get("/words/all").status == .notFound)
    }

    @Test(arguments: ["/words/", "//words", "/words//7", "/words/7/", "/Words/7", "/", "/words"])
    func `only the exact path matches`(path: String) async throws {
        #expect(try await client("/words/{a}").get(path).status == .notFound)
    }

    @Test func `the root and a trailing slash are paths of their own`() async throws {
        let client = client("/", "/words", "/words/")
        #expect(try await client.get("/").text == "/")
        #expect(try await client.get("/words").text == "/words")
        #expect(try await client.get("/words/?x=1").text == "/words/")
    }

    @Test func `a parameter is percent-decoded and an encoded slash stays inside it`() async throws {
        let client = client("/f/{a}/{b}")
        #expect(try await client.get("/f/a%2Fb/%E7%8C%AB").text == "/f/{a}/{b} | a/b | 猫")
        #expect(try await client.get("/f/a+b/c%20d").text == "/f/{a}/{b} | a+b | c d")
    }

    @Test func `a literal may be sent percent-encoded`() async throws {
        #expect(try await client("/words/{a}").get("/w%6Frds/7").text == "/words/{a} | 7")
    }

    @Test(arguments: ["/words/%zz", "/words/%4", "/words/%ff", "/words/%"])
    func `a broken percent sequence or text that is not UTF-8 is 400`(path: String) async throws {
        let response = try await client("/words/{a}").get(path)
        #expect(response.status == .badRequest)
        #expect(response.text.contains(#""type":"bad-path""#))
    }

    @Test func `the rest of a path is one parameter and comes last in rank`() async throws {
        let client = client("/f/{a...}", "/f/x", "/f/{a}/y")
        #expect(try await client.get("/f/x").text == "/f/x")
        #expect(try await client.get("/f/p/y").text == "/f/{a}/y | p")
        #expect(try await client.get("/f/p/q/r").text == "/f/{a...} | p/q/r")
        #expect(try await client.get("/f/").status == .notFound)
    }

    @Test func `a deep path full of slashes is answered at once`() async throws {
        let deep = "/" + String(repeating: "a/", count: 4_000)
        #expect(try await client("/{a}/{b}", "/a/a/a").get(deep).status == .notFound)
    }

    @Test func `an address without a route is 404 with the error body`() async throws {
        let response = try await client("/words").get("/nothing", headers: [.xRequestID: "abc"])
        #expect(response.status == .notFound)
        #expect(response[.contentType] == "application/json")
        #expect(response.text.contains(#""type":"not-found""#) && response.text.contains(#""request_id":"abc""#))
    }
}

@Suite struct `Methods` {
    private let client = TestClient(
        Application { routes in
            routes.get("/words", echo)
            routes.post("/words", echo)
            routes.delete("/words/{a}", echo)
        })

    @Test func `another method is 405 and Allow lists those that are answered`() async throws {
        let response = try await client.send(.put, "/words")
        #expect(response.status == .methodNotAllowed)
        #expect(response[.allow] == "GET, HEAD, POST, OPTIONS")
        #expect(response.text.contains(#""type":"method-not-allowed""#))
        #expect(try await client.get("/words/7")[.allow] == "DELETE, OPTIONS")
    }

    @Test(arguments: [HTTPCore.Method.trace, .other("PURGE")])
    func `a method no route can answer is 405 on a known path and 404 elsewhere`(method: HTTPCore.Method) async throws {
        #expect(try await client.send(method, "/words").status == .methodNotAllowed)
        #expect(try await client.send(method, "/nothing").status == .notFound)
    }

    @Test func `HEAD is answered by the GET route`() async throws {
        let response = try await client.send(.head, "/words")
        #expect(response.status == .ok)
        #expect(response[.contentType] == "text/plain; charset=utf-8")
        #expect(response.body.isEmpty)
        #expect(try await client.send(.head, "/words/7").status == .methodNotAllowed)
    }

    @Test func `OPTIONS is 204 with Allow`() async throws {
        let response = try await client.send(.options, "/words/7")
        #expect(response.status == .noContent)
        #expect(response[.allow] == "DELETE, OPTIONS")
        #expect(try await client.send(.options, "/nothing").status == .notFound)
    }

    @Test func `OPTIONS of the whole server names every method`() async throws {
        let response = try await client.send(.options, "*")
        #expect(response.status == .noContent)
        #expect(response[.allow]?.contains("PATCH") == true)
    }
}

@Suite struct `Groups` {
    @Test func `prefixes nest and every alias serves the same routes`() async throws {
        let client = TestClient(
            Application { routes in
                routes.group("/api/v1/portal", alsoAt: ["/api"]) { api in
                    api.group("/words") { words in
                        words.get("/{a}", options: [.alias("/by-id/{a}")], echo)
                    }
                }
            })
        for path in ["/api/v1/portal/words/7", "/api/words/7", "/api/v1/portal/words/by-id/7", "/api/words/by-id/7"] {
            let response = try await client.get(path)
            #expect(response.status == .ok, "\(path)")
            #expect(response.text.hasSuffix("| 7"))
        }
    }
}
