import Encoding
import HTTPCore
import TestKit
import Testing
import Web

@Suite struct `A cookie` {
    @Test func `is careful by default`() throws {
        #expect(try SetCookie("session", "abc").text == "session=abc; Path=/; Secure; HttpOnly; SameSite=Lax")
    }

    @Test func `says everything it was told`() throws {
        let cookie = try SetCookie(
            "theme", "dark", domain: "app.example", path: "/words", lifetime: .seconds(90), expires: Timestamp(secondsSinceEpoch: 1_770_571_223),
            isHTTPOnly: false, sameSite: .none, isPartitioned: true)
        #expect(
            cookie.text == "theme=dark; Domain=app.example; Path=/words; Max-Age=90; Expires=Sun, 08 Feb 2026 17:20:23 GMT; Secure; SameSite=None; Partitioned")
        #expect(try SetCookie("a", "b", isSecure: false, isHTTPOnly: false, sameSite: .strict).text == "a=b; Path=/; SameSite=Strict")
    }

    @Test func `never lives for less than no time`() throws {
        #expect(try SetCookie("a", "b", lifetime: .seconds(-5)).text.contains("; Max-Age=0;"))
    }

    @Test(arguments: ["", "a b", "a=b", "a;b", "a\r\nb", "ä", "a\"b"])
    func `has a token as its name`(name: String) {
        #expect(throws: CookieProblem.badName) { try SetCookie(name, "x") }
    }

    @Test(arguments: ["a b", "a;b", "a,b", "a\"b", "a\\b", "a\r\nSet-Cookie: b=c", "猫", "\u{7F}"])
    func `has a value that needs no encoding`(value: String) {
        #expect(throws: CookieProblem.badValue) { try SetCookie("a", value) }
    }

    @Test func `is not longer than browsers bear`() throws {
        #expect(try SetCookie("abcd", String(repeating: "x", count: 4_092)).value.count == 4_092)
        #expect(throws: CookieProblem.tooLong) { try SetCookie("abcd", String(repeating: "x", count: 4_093)) }
        #expect(throws: CookieProblem.tooLong) { try SetCookie("a", "b", path: "/" + String(repeating: "x", count: 1_024)) }
    }

    @Test(arguments: ["words", "", "/a;b", "/a\u{0}", "/猫"])
    func `has a path that is one`(path: String) {
        #expect(throws: CookieProblem.badPath) { try SetCookie("a", "b", path: path) }
    }

    @Test(arguments: ["", "a;b", "a b", "猫.example", "a/b"])
    func `has a domain that is one`(domain: String) {
        #expect(throws: CookieProblem.badDomain) { try SetCookie("a", "b", domain: domain) }
    }

    @Test(arguments: ["__Secure-a", "__Host-a", "__host-a", "__SECURE-a"])
    func `with a prefix is secure`(name: String) throws {
        #expect(throws: CookieProblem.needsSecure) { try SetCookie(name, "x", isSecure: false) }
        #expect(try SetCookie(name, "x").text.contains("; Secure"))
    }

    @Test func `for the host alone has no domain and every path`() throws {
        #expect(throws: CookieProblem.notForThisHost) { try SetCookie("__Host-a", "x", domain: "app.example") }
        #expect(throws: CookieProblem.notForThisHost) { try SetCookie("__Host-a", "x", path: "/words") }
        #expect(try SetCookie("__Secure-a", "x", domain: "app.example", path: "/words").name == "__Secure-a")
    }

    @Test func `for other sites, or apart for each of them, is secure`() {
        #expect(throws: CookieProblem.needsSecure) { try SetCookie("a", "x", isSecure: false, sameSite: .none) }
        #expect(throws: CookieProblem.needsSecure) { try SetCookie("a", "x", isSecure: false, isPartitioned: true) }
    }
}

@Suite struct `Cookies of an answer` {
    private func cookies(_ set: @escaping @Sendable (RequestContext) throws -> Void) async throws -> [String] {
        let application = Application { routes in
            routes.get("/") { (context: RequestContext) in
                try set(context)
                return NoContent()
            }
        }
        return try await TestClient(application).get("/").fields.all(.setCookie)
    }

    @Test func `are sent in the order they were set`() async throws {
        let lines = try await cookies {
            $0.setCookie(try SetCookie("a", "1"))
            $0.setCookie(try SetCookie("b", "2"))
        }
        #expect(lines.map { $0.prefix(3) } == ["a=1", "b=2"])
    }

    @Test func `of one name, domain and path are one: the last`() async throws {
        let lines = try await cookies {
            $0.setCookie(try SetCookie("a", "1"))
            $0.setCookie(try SetCookie("a", "2", path: "/words"))
            $0.setCookie(try SetCookie("a", "3", domain: "app.example"))
            $0.setCookie(try SetCookie("ab", "4"))
            $0.setCookie(try SetCookie("a", "5", lifetime: .seconds(1)))
        }
        #expect(lines.map { $0.prefix { $0 != ";" } } == ["a=2", "a=3", "ab=4", "a=5"])
    }

    @Test func `are deleted by an end that has passed, where they were set`() async throws {
        let lines = try await cookies {
            $0.setCookie(try SetCookie("__Host-session", "abc"))
            try $0.deleteCookie("__Host-session")
            try $0.deleteCookie("theme", domain: "app.example", path: "/words")
        }
        let end = "Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure; HttpOnly; SameSite=Lax"
        #expect(lines == ["__Host-session=; Path=/; \(end)", "theme=; Domain=app.example; Path=/words; \(end)"])
    }

    @Test func `do not come with an error, unless it brings them itself`() async throws {
        let application = Application { routes in
            routes.get("/") { (context: RequestContext) -> NoContent in
                context.setCookie(try SetCookie("a", "1"))
                var error = HTTPError.unauthorized()
                error.fields.setCookie(try .deleting("session"))
                throw error
            }
        }
        let response = try await TestClient(application).get("/")
        #expect(response.status == .unauthorized)
        #expect(response.fields.all(.setCookie).map { $0.prefix(9) } == ["session=;"])
    }
}
