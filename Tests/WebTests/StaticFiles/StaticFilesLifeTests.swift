import HTTPCore
import Platform
import TestKit
import Testing

@testable import Web

@Suite struct `Static files that change` {
    @Test(arguments: ["app.css", "picture.png"]) func `are noticed when their time is over, not before`(name: String) async throws {
        let site = Site(), client = site.client(), first = try await client.get("/site/\(name)")
        site.put("changed", "new", at: Site.written)
        site.folder.rename("new", to: name)
        #expect(try await client.get("/site/\(name)").body == first.body)
        site.clock.advance(by: .milliseconds(999))
        #expect(try await client.get("/site/\(name)").body == first.body)
        site.clock.advance(by: .milliseconds(1))
        let second = try await client.get("/site/\(name)")
        #expect(second.text == "changed" && second[.etag] != first[.etag])
        site.folder.remove(name)
        site.clock.advance(by: .seconds(1))
        #expect(try await client.get("/site/\(name)").status == .notFound)
    }

    @Test func `a sibling that comes or goes is noticed`() async throws {
        let site = Site(), client = site.client()
        site.put("brotli", "app.css.br")
        #expect(try await client.get("/site/app.css", headers: [.acceptEncoding: "br"]).text == "brotli")
        site.folder.remove("app.css.br")
        site.clock.advance(by: .seconds(1))
        #expect(try await client.get("/site/app.css", headers: [.acceptEncoding: "br"]).text == Site.style)
    }

    @Test func `the same content has the same tag, whatever its time stamp`() async throws {
        let site = Site(), client = site.client(), first = try await client.get("/site/app.css")
        site.put(Site.style, "app.css", at: Site.written + 5)
        site.clock.advance(by: .seconds(1))
        let second = try await client.get("/site/app.css")
        #expect(second[.etag] == first[.etag] && second[.lastModified] != first[.lastModified])
    }

    @Test func `another content has another tag, though length and time stamp are the same`() async throws {
        let site = Site(), client = site.client(), first = try await client.get("/site/digits.txt")
        site.put("0123456780", "digits.txt")
        site.clock.advance(by: .seconds(1))
        #expect(try await client.get("/site/digits.txt")[.etag] != first[.etag])
    }

    @Test func `a large file is told by length and time, weakly while it is fresh`() throws {
        let folder = TemporaryFolder()
        folder.write("large", to: "large")
        let status = try OpenFile("\(folder.path)/large").status
        let fresh = FileVersion(status, now: status.changed + .milliseconds(1_999)), settled = FileVersion(status, now: status.changed + .seconds(2))
        #expect(fresh.tag.isWeak && !fresh.isSettled && !settled.tag.isWeak && settled.isSettled && fresh.tag.opaque == settled.tag.opaque)
        folder.touch("large", 1_700_000_000)
        #expect(FileVersion(try OpenFile("\(folder.path)/large").status).tag.opaque != settled.tag.opaque)
    }

    @Test func `Last-Modified is never in the future (RFC 9110 §8.8.2.1)`() async throws {
        let site = Site()
        site.put("future", "future.txt", at: 4_000_000_000)
        #expect(try await site.client().get("/site/future.txt")[.lastModified]?.contains("2096") == false)
    }

    @Test func `no more are kept than allowed, the least used go first`() async throws {
        let cache = StaticFileCache(interval: .seconds(1), limit: 3)
        let site = Site(), loader = StaticFileLoader(site.folder.path, StaticFilesOptions())
        func resource(_ name: String) throws -> StaticResource {
            guard case .resource(let resource) = try loader.load(name, known: nil) else { throw FileError(code: 0) }
            return resource
        }
        cache.keep(try resource("app.css"), at: "a", checkedAt: .seconds(0))
        cache.keep(try resource("digits.txt"), at: "b", checkedAt: .seconds(1))
        _ = cache.find("a", at: .seconds(2))
        // Three files: as it is, and two compressed.
        cache.keep(try resource("more.js"), at: "c", checkedAt: .seconds(3))
        #expect(cache.fileCount == 3)
        guard case .unknown = cache.find("b", at: .seconds(3)), case .stale = cache.find("a", at: .seconds(3)) else {
            Issue.record("the least used one stayed")
            return
        }
        cache.keep(nil, at: "c", checkedAt: .seconds(4))
        #expect(cache.fileCount == 1)
    }

    @Test func `one caller looks again, and others are served meanwhile`() throws {
        let cache = StaticFileCache(interval: .seconds(1), limit: 3), site = Site()
        guard case .resource(let resource) = try StaticFileLoader(site.folder.path, StaticFilesOptions()).load("app.css", known: nil) else { return }
        cache.keep(resource, at: "a", checkedAt: .zero)
        guard case .stale = cache.find("a", at: .seconds(1)), case .fresh = cache.find("a", at: .seconds(1)) else {
            Issue.record("two looked again")
            return
        }
    }

    @Test func `a folder that is gone is our fault`() async throws {
        let site = Site(), client = site.client()
        site.folder.remove("")
        let answer = try await client.get("/site/app.css")
        #expect(answer.status == .serviceUnavailable && answer.text.contains("file-unavailable"))
    }
}

@Suite struct `Single-page applications` {
    private let browser: Fields = [.accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"]

    @Test func `get their page where a browser navigates`() async throws {
        let client = Site().client { $0.fallback = "index.html" }
        let answer = try await client.get("/site/words/7", headers: browser)
        #expect(answer.status == .ok && answer.text == "<p>home</p>" && answer[.vary] == "Accept")
        #expect(try await client.get("/site/words/7", headers: [.accept: "text/html", .ifNoneMatch: answer[.etag]!]).status == .notModified)
        #expect(try await client.get("/site/bare/", headers: browser).text == "<p>home</p>")
    }

    @Test(arguments: ["application/json", "*/*", "", "text/html;q=0", "image/avif,image/webp"]) func `others hear that nothing is there`(
        accepted: String
    ) async throws {
        #expect(try await Site().client { $0.fallback = "index.html" }.get("/site/words/7", headers: [.accept: accepted]).status == .notFound)
    }

    @Test(arguments: ["/site/missing.js", "/site/a/b.css", "/site/../x", "/site/a%2fb", "/site/.git"]) func `a file that is missing is missing`(
        target: String
    ) async throws {
        #expect(try await Site().client { $0.fallback = "index.html" }.get(target, headers: browser).status == .notFound)
    }

    @Test func `a page of our own for 404`() async throws {
        let client = Site().client { $0.notFoundPage = "404.html" }
        let answer = try await client.get("/site/missing.js", headers: browser)
        #expect(answer.status == .notFound && answer.text == "<p>nothing here</p>" && answer[.contentType] == "text/html; charset=utf-8")
        #expect(answer[.etag] == nil && answer[.lastModified] == nil && answer[.acceptRanges] == nil)
        #expect(try await client.get("/site/missing.js").text.contains("file-not-found"))
    }
}
