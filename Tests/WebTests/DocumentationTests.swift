import HTTPCore
import TestKit
import Testing
import Web

/// A folder with what stands for Swagger UI, for the length of a test.
private func withAssets<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = TemporaryFolder()
    for name in ["swagger-ui.css", "swagger-ui-bundle.js"] { folder.write("/* \(name) */", to: name) }
    return try await body(folder.path)
}

private func client(_ change: (inout DocumentationConfiguration) -> Void = { _ in }) -> TestClient {
    var documentation = DocumentationConfiguration()
    change(&documentation)
    return TestClient(SampleRoutes.application { $0.documentation = documentation })
}

@Suite struct `Documentation` {
    @Test func `is JSON that caches ask about each time`() async throws {
        let response = try await client().get("/openapi.json")
        #expect(response.status == .ok && response[.contentType] == "application/json" && response[.cacheControl] == "no-cache")
        #expect(response.text.hasPrefix(#"{"openapi":"3.1.0""#))
    }

    @Test func `has a tag that changes with it`() async throws {
        let tag = try await client().get("/openapi.json")[.etag]
        let again = try await client().get("/openapi.json")[.etag]
        let other = try await TestClient(SampleRoutes.application { $0.version = "2.1.1" }).get("/openapi.json")[.etag]
        #expect(tag != nil && tag == again && tag != other)
    }

    @Test(arguments: ["%", "W/%", #""x", %"#, #""x" ,W/% , "y""#, "*"])
    func `is not sent to who has it`(pattern: String) async throws {
        let client = client(), tag = try #require(try await client.get("/openapi.json")[.etag])
        let response = try await client.get("/openapi.json", headers: [.ifNoneMatch: pattern.replacing("%", with: tag)])
        #expect(response.status == .notModified && response.body.isEmpty && response[.etag] == tag)
    }

    @Test(arguments: [#""x""#, "", #"W/"x""#, "x"]) func `is sent to who has another`(value: String) async throws {
        #expect(try await client().get("/openapi.json", headers: [.ifNoneMatch: value]).status == .ok)
    }

    @Test func `is a page with everything from this server`() async throws {
        try await withAssets { folder async throws in
            let client = client { $0.assetDirectory = folder }
            let page = try await client.get("/docs")
            #expect(page[.contentType] == "text/html; charset=utf-8" && page.text.contains("<title>Words &amp; more</title>"))
            #expect(page["Content-Security-Policy"]?.contains("script-src 'self'") == true)
            #expect(!page.text.contains("http") && !page.text.contains("//"))
            for path in ["/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js", "/docs/start.js"] {
                // Relative to the page, so that it works wherever the application is mounted.
                #expect(page.text.contains("\"\(path.dropFirst())\""))
                #expect(try await client.get(path).status == .ok)
            }
            #expect(try await client.get("/docs/swagger-ui.css").text == "/* swagger-ui.css */")
            #expect(try await client.get("/docs/start.js").text.contains(#"url: "openapi.json""#))
        }
    }

    @Test func `is a page to read that needs no files, and nothing from elsewhere`() async throws {
        let client = client()
        let page = try await client.get("/redoc")
        #expect(page.status == .ok && page[.contentType] == "text/html; charset=utf-8" && page.text.contains("<title>Words &amp; more</title>"))
        #expect(page.text.contains(#"data-document="openapi.json""#) && !page.text.contains("http"))
        #expect(page["Content-Security-Policy"]?.contains("default-src 'none'; script-src 'self'; style-src 'self'") == true)
        for (path, type) in [("/redoc/reference.css", "text/css"), ("/redoc/reference.js", "text/javascript")] {
            #expect(page.text.contains("\"\(path.dropFirst())\""))
            let asset = try await client.get(path)
            #expect(asset.status == .ok && asset[.contentType] == "\(type); charset=utf-8" && asset[.etag] != nil && !asset.body.isEmpty)
        }
        // What the document says is never taken for markup.
        #expect(!(try await client.get("/redoc/reference.js").text.contains("innerHTML")))
    }

    @Test func `is no page to read where none is wanted, or elsewhere`() async throws {
        let none = client { $0.referencePath = nil }, elsewhere = client { $0.referencePath = "/read" }
        #expect(try await none.get("/redoc").status == .notFound)
        #expect(try await elsewhere.get("/redoc").status == .notFound)
        #expect(try await elsewhere.get("/read").text.contains("\"read/reference.js\""))
    }

    @Test func `may be elsewhere`() async throws {
        try await withAssets { folder async throws in
            let client = client {
                $0.assetDirectory = folder
                $0.openAPIPath = "/api.json"
                $0.pagePath = "/api/help"
            }
            #expect(try await client.get("/api.json").status == .ok)
            #expect(try await client.get("/openapi.json").status == .notFound)
            #expect(try await client.get("/api/help").text.contains(#""help/start.js""#))
            #expect(try await client.get("/api/help/start.js").text.contains(#"url: "../api.json""#))
        }
    }

    @Test(arguments: [nil, "/nowhere"]) func `without the page's files is the document alone`(folder: String?) async throws {
        let client = client { $0.assetDirectory = folder }
        #expect(try await client.get("/docs").status == .notFound)
        #expect(try await client.get("/openapi.json").status == .ok)
    }

    @Test func `can be left out`() async throws {
        #expect(try await TestClient(SampleRoutes.application { $0.documentation = nil }).get("/openapi.json").status == .notFound)
    }

    @Test func `does not list itself`() async throws {
        #expect(!(try await client().get("/openapi.json").text.contains("openapi.json")))
        let routes = SampleRoutes.application().routes
        #expect(routes.first { $0.template == "/openapi.json" }?.isListed == false)
    }
}
