import HTTPCore
import TestKit
import Testing
import Web

func frontend(folder: String) -> Application {
    var options = StaticFilesOptions()
    options.fallback = "index.html"
    options.cacheRules = [CacheRule("assets/*.{js,css}", "public, max-age=31536000, immutable")]
    return Application { routes in
        routes.get("/api/time") { () in Text("noon") }
        routes.staticFiles("/", at: folder, options)
    }
}

// MARK: - Tests

@Suite struct `Static files in the guide` {
    private let folder = TemporaryFolder()

    private var client: TestClient {
        folder.write("<p>home</p>", to: "index.html")
        folder.write("let x = 1", to: "assets/app.js")
        folder.write("gzip", to: "assets/app.js.gz")
        folder.write("SECRET=1", to: ".env")
        return TestClient(frontend(folder: folder.path))
    }

    @Test func `are served beside the API, each with what caches need`() async throws {
        let client = client, script = try await client.get("/assets/app.js")
        #expect(script.text == "let x = 1" && script[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(try await client.get("/assets/app.js", headers: [.ifNoneMatch: script[.etag] ?? ""]).status == .notModified)
        #expect(try await client.get("/assets/app.js", headers: [.acceptEncoding: "gzip"]).text == "gzip")
        #expect(try await client.get("/api/time").text == "noon")
    }

    @Test func `fall back for a page that the browser's router knows, and hide what is hidden`() async throws {
        let client = client
        #expect(try await client.get("/lessons/7", headers: [.accept: "text/html"]).text == "<p>home</p>")
        #expect(try await client.get("/lessons/7", headers: [.accept: "application/json"]).status == .notFound)
        #expect(try await client.get("/.env").status == .notFound)
    }
}
