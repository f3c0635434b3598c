import Glibc
import HTTPCore
import Platform
import TestKit
import Testing

@testable import Web

/// A site on the disk and an application that serves it at `/site`, with a clock that stands still.
struct Site {
    let folder = TemporaryFolder()
    let clock = ManualClock()
    static let style = String(repeating: "p { margin: 0 } ", count: 100)
    static let written = 1_700_000_000, date = "Tue, 14 Nov 2023 22:13:20 GMT"
    static let picture = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }

    init() {
        put("<p>home</p>", "index.html")
        put("<p>docs</p>", "docs/index.html")
        put(Self.style, "app.css")
        put("0123456789", "digits.txt")
        put("", "empty.txt")
        put("let x = 1", "code.js")
        put("brotli", "code.js.br")
        put("gzip", "code.js.gz")
        put("only gzip", "more.js")
        put("zipped", "more.js.gz")
        put("?", "strange.xyz")
        put("<p>nothing here</p>", "404.html")
        put("secret", ".env")
        folder.write(Self.picture, to: "picture.png", modifiedAt: Self.written)
        folder.makeFolder("bare")
    }

    func put(_ text: String, _ name: String, at time: Int = Site.written) { folder.write(text, to: name, modifiedAt: time) }

    func application(_ change: (inout StaticFilesOptions) -> Void = { _ in }) -> Application {
        var options = StaticFilesOptions(), configuration = ApplicationConfiguration()
        change(&options)
        configuration.clock = clock
        return Application(configuration) { routes in
            // The files live as long as the application.
            routes.provide(folder)
            routes.staticFiles("/site", at: folder.path, options)
        }
    }

    func client(_ change: (inout StaticFilesOptions) -> Void = { _ in }) -> TestClient { TestClient(application(change)) }
}

@Suite struct `Static files` {
    @Test(arguments: TestClient.Medium.allCases) func `are sent with type, validators and what caches need`(medium: TestClient.Medium) async throws {
        let site = Site()
        try await TestClient.with(site.application(), over: medium) { client in
            for _ in 1...2 {
                let style = try await client.get("/site/app.css")
                #expect(style.text == Site.style && style.status == .ok && style[.contentType] == "text/css; charset=utf-8")
                #expect(style[.lastModified] == Site.date && style[.cacheControl] == "no-cache" && style[.acceptRanges] == "bytes")
                #expect(style[.etag]?.hasPrefix("\"") == true && style[.vary] == nil)
                let picture = try await client.get("/site/picture.png")
                #expect(picture.body == Site.picture && picture[.contentType] == "image/png")
                #expect(try await client.get("/site/empty.txt").body.isEmpty)
            }
            #expect(try await client.send(.head, "/site/picture.png").body.isEmpty)
        }
    }

    @Test func `of unknown kind are bytes that no browser guesses about`() async throws {
        let answer = try await Site().client().get("/site/strange.xyz")
        #expect(answer[.contentType] == "application/octet-stream" && answer["X-Content-Type-Options"] == "nosniff")
    }

    @Test(arguments: ["/site", "/site/nothing.css", "/site/bare", "/site/bare/", "/site/.env", "/site/app.css/", "/site/code.js/x"])
    func `that are not there are 404`(target: String) async throws {
        let answer = try await Site().client { $0.index = nil }.get(target)
        #expect(answer.status == .notFound && answer.text.contains("file-not-found"))
    }

    @Test(arguments: [HTTPCore.Method.post, .put, .delete, .patch]) func `are for reading`(method: HTTPCore.Method) async throws {
        let answer = try await Site().client().send(method, "/site/app.css")
        #expect(answer.status == .methodNotAllowed && answer[.allow] == "GET, HEAD, OPTIONS")
    }

    @Test func `are not listed in OpenAPI`() async throws {
        #expect(try await Site().client().get("/openapi.json").text.contains("site") == false)
    }

    @Test func `may fill a whole site beside routes`() async throws {
        let site = Site()
        let application = Application { routes in
            routes.provide(site.folder)
            routes.staticFiles("/", at: site.folder.path)
            routes.get("/api/words") { () in Text("words") }
        }
        let client = TestClient(application)
        #expect(try await client.get("/").text == "<p>home</p>")
        #expect(try await client.get("/api/words").text == "words")
        #expect(try await client.get("/app.css").text == Site.style)
        #expect(try await client.get("//app.css").status == .notFound)
        let redirect = try await client.get("/docs?a=1")
        #expect(redirect.status == 307 && redirect[.location] == "./docs/?a=1")
        #expect(try await client.get("//evil.example/..").status == .notFound)
    }

    @Test func `may be for some only`() async throws {
        let site = Site()
        let client = TestClient(
            Application { routes in
                routes.provide(site.folder)
                routes.staticFiles("/site", at: site.folder.path, options: [.requires(Visitor.self)])
            })
        #expect(try await client.get("/site/app.css").status == .unauthorized)
        #expect(try await client.get("/site/app.css", headers: ["X-Api-Key": "me"]).status == .ok)
    }

    @Test(arguments: [("/site/docs", "./docs/"), ("/site/docs?x=%2F", "./docs/?x=%2F"), ("/site", "./site/")])
    func `a folder gets its slash by a redirect that stays on this host`(target: String, location: String) async throws {
        let answer = try await Site().client().get(target)
        #expect(answer.status == 307 && answer[.location] == location)
    }

    @Test func `an index stands for its folder`() async throws {
        let client = Site().client(), answer = try await client.get("/site/docs/")
        #expect(answer.text == "<p>docs</p>" && answer["Content-Security-Policy"]?.contains("default-src 'self'") == true)
        #expect(try await client.get("/site/").text == "<p>home</p>")
        #expect(try await client.get("/site/bare/").status == .notFound)
    }

    @Test func `cache rules say how long by name, the first that fits`() async throws {
        let client = Site().client {
            $0.cacheControl = "max-age=60"
            $0.cacheRules = [CacheRule("docs/*.html", "private"), CacheRule("*.{css,html}", "no-store")]
        }
        for (name, value) in [("docs/index.html", "private"), ("index.html", "no-store"), ("app.css", "no-store"), ("code.js", "max-age=60")] {
            #expect(try await client.get("/site/\(name)")[.cacheControl] == value)
        }
    }
}

@Suite struct `Static files on request` {
    @Test(arguments: ["app.css", "picture.png"]) func `are not sent to who has them`(name: String) async throws {
        let client = Site().client(), tag = try #require(try await client.get("/site/\(name)")[.etag])
        for fields in [[.ifNoneMatch: tag], [.ifNoneMatch: "\"x\", W/\(tag)"], [.ifNoneMatch: "*"], [.ifModifiedSince: Site.date]] as [Fields] {
            let answer = try await client.get("/site/\(name)", headers: fields)
            #expect(answer.status == .notModified && answer.body.isEmpty && answer[.etag] == tag && answer[.cacheControl] == "no-cache")
            #expect(try await client.send(.head, "/site/\(name)", headers: fields).status == .notModified)
        }
        #expect(try await client.get("/site/\(name)", headers: [.ifNoneMatch: "\"x\""]).status == .ok)
        let other = try await client.get("/site/\(name)", headers: [.ifMatch: "\"x\""])
        #expect(other.status == 412 && other.text.contains("precondition-failed"))
        #expect(try await client.get("/site/\(name)", headers: [.ifMatch: tag]).status == .ok)
    }

    @Test(arguments: TestClient.Medium.allCases, ["digits.txt", "picture.png"]) func `are sent in part`(medium: TestClient.Medium, name: String) async throws {
        let site = Site(), all = name == "digits.txt" ? Array("0123456789".utf8) : Site.picture
        try await TestClient.with(site.application(), over: medium) { client in
            let part = try await client.get("/site/\(name)", headers: [.range: "bytes=2-5"])
            #expect(part.status == 206 && part.body == Array(all[2...5]) && part[.contentRange] == "bytes 2-5/\(all.count)")
            let last = try await client.get("/site/\(name)", headers: [.range: "bytes=-3"])
            #expect(last.body == Array(all.suffix(3)) && last[.contentRange] == "bytes \(all.count - 3)-\(all.count - 1)/\(all.count)")
            let beyond = try await client.get("/site/\(name)", headers: [.range: "bytes=\(all.count)-"])
            #expect(beyond.status == 416 && beyond[.contentRange] == "bytes */\(all.count)" && beyond.text.contains("range-not-satisfiable"))
            #expect(try await client.send(.head, "/site/\(name)", headers: [.range: "bytes=2-5"]).status == .ok)
            #expect(try await client.get("/site/\(name)", headers: [.range: "bytes=5-2"]).body == all)
            #expect(try await client.get("/site/\(name)", headers: [.range: "bytes=0-1", .range: "bytes=4-5"]).body == all)
        }
    }

    @Test(arguments: TestClient.Medium.allCases, ["digits.txt", "picture.png"])
    func `are sent in several parts (RFC 9110 §14.6)`(medium: TestClient.Medium, name: String) async throws {
        let site = Site(), all = name == "digits.txt" ? Array("0123456789".utf8) : Site.picture
        try await TestClient.with(site.application(), over: medium) { client in
            let answer = try await client.get("/site/\(name)", headers: [.range: "bytes=7-8, 0-2"])
            let type = try #require(answer[.contentType]), boundary = try #require(type.split(separator: "=").last)
            #expect(answer.status == 206 && type.hasPrefix("multipart/byteranges; boundary=") && answer[.contentRange] == nil)
            let own = name == "digits.txt" ? "text/plain; charset=utf-8" : "image/png"
            var expected = Array("--\(boundary)\r\nContent-Type: \(own)\r\nContent-Range: bytes 7-8/\(all.count)\r\n\r\n".utf8) + all[7...8]
            expected += Array("\r\n--\(boundary)\r\nContent-Type: \(own)\r\nContent-Range: bytes 0-2/\(all.count)\r\n\r\n".utf8) + all[0...2]
            #expect(answer.body == expected + Array("\r\n--\(boundary)--\r\n".utf8))
        }
    }

    @Test func `go on where a download broke off, if the file is the same (RFC 9110 §13.1.5)`() async throws {
        let client = Site().client(), tag = try #require(try await client.get("/site/digits.txt")[.etag])
        for (condition, status) in [
            (tag, 206), (Site.date, 206), ("W/\(tag)", 200), ("\"x\"", 200), ("Tue, 14 Nov 2023 22:13:21 GMT", 200), ("rubbish", 200),
        ] {
            #expect(try await client.get("/site/digits.txt", headers: [.range: "bytes=0-1", .ifRange: condition]).status.code == status, "\(condition)")
        }
    }

    @Test func `a date within these two seconds is too weak for a part`() async throws {
        let site = Site()
        site.put("fresh", "fresh.txt", at: time(nil))
        let client = site.client(), date = try #require(try await client.get("/site/fresh.txt")[.lastModified])
        #expect(try await client.get("/site/fresh.txt", headers: [.range: "bytes=0-1", .ifRange: date]).status == .ok)
    }

    @Test func `preconditions come before ranges`() async throws {
        let client = Site().client(), tag = try #require(try await client.get("/site/digits.txt")[.etag])
        #expect(try await client.get("/site/digits.txt", headers: [.range: "bytes=0-1", .ifNoneMatch: tag]).status == .notModified)
        #expect(try await client.get("/site/digits.txt", headers: [.range: "bytes=99-", .ifMatch: "\"x\""]).status == 412)
    }
}

@Suite struct `Precompressed siblings` {
    @Test(
        arguments: [
            ("gzip, deflate, br", "br", "brotli"), ("gzip", "gzip", "gzip"), ("br;q=0.5, gzip;q=0.8", "gzip", "gzip"), ("*", "br", "brotli"),
            ("br;q=0, *", "gzip", "gzip"), ("x-gzip", "gzip", "gzip"), ("", nil, "let x = 1"), ("deflate", nil, "let x = 1"),
            ("br;q=0.5, identity", nil, "let x = 1"), ("br;q=0,gzip;q=0", nil, "let x = 1"),
        ] as [(String, String?, String)])
    func `are sent to who takes them`(accepted: String, coding: String?, text: String) async throws {
        let answer = try await Site().client().get("/site/code.js", headers: [.acceptEncoding: accepted])
        #expect(answer.text == text && answer[.contentEncoding] == coding)
        #expect(answer[.contentType] == "text/javascript; charset=utf-8" && answer[.vary] == "Accept-Encoding")
    }

    @Test func `have tags of their own, and parts`() async throws {
        let client = Site().client()
        var tags: Set<String> = []
        for accepted in ["br", "gzip", ""] { tags.insert(try #require(try await client.get("/site/code.js", headers: [.acceptEncoding: accepted])[.etag])) }
        #expect(tags.count == 3)
        let part = try await client.get("/site/code.js", headers: [.acceptEncoding: "br", .range: "bytes=0-2"])
        #expect(part.text == "bro" && part[.contentEncoding] == "br" && part[.contentRange] == "bytes 0-2/6")
    }

    @Test func `that are older than their original are not sent`() async throws {
        let site = Site()
        site.put("newer", "code.js", at: Site.written + 1)
        #expect(try await site.client().get("/site/code.js", headers: [.acceptEncoding: "br, gzip"]).text == "newer")
    }

    @Test func `can be left out`() async throws {
        let answer = try await Site().client { $0.sendsPrecompressed = false }.get("/site/code.js", headers: [.acceptEncoding: "br"])
        #expect(answer.text == "let x = 1" && answer[.vary] == nil)
    }

    @Test func `a middleware compresses small text, and leaves the rest with its tags and ranges alone`() async throws {
        let site = Site()
        let application = Application { routes in
            routes.provide(site.folder)
            routes.use(ContentCompression())
            routes.staticFiles("/site", at: site.folder.path)
        }
        let client = TestClient(application, headers: [.acceptEncoding: "gzip"])
        let style = try await client.get("/site/app.css")
        #expect(style[.contentEncoding] == "gzip" && style[.etag]?.hasPrefix("W/") == true)
        for name in ["picture.png", "code.js"] {
            let answer = try await client.get("/site/\(name)"), tag = try #require(answer[.etag])
            #expect(answer[.acceptRanges] == "bytes" && tag.hasPrefix("\""))
            let known = try await client.get("/site/\(name)", headers: [.ifNoneMatch: tag])
            #expect(known.status == .notModified && known[.etag] == tag && known[.vary] == answer[.vary])
        }
        #expect(try await client.get("/site/code.js").text == "gzip")
    }
}
