import HTTPCore
import Testing

@testable import Web

private func status(_ encoded: String) -> Status? {
    do throws(HTTPError) { _ = try StaticPath(Array(encoded.utf8).span) } catch { return error.status }
    return nil
}

@Suite struct `A path of a static file` {
    @Test(arguments: [
        ("app.css", "app.css", false), ("css/app.css", "css/app.css", false), ("css/", "css/", true), ("", "", true), ("a%20b.txt", "a b.txt", false),
        ("%E6%97%A5%E6%9C%AC.html", "日本.html", false), ("a..b", "a..b", false), ("a.", "a.", false), ("a+b", "a+b", false), ("~x", "~x", false),
        (".well-known/security.txt", ".well-known/security.txt", false), ("%41", "A", false),
    ])
    func `is decoded once`(encoded: String, text: String, isFolder: Bool) throws {
        let path = try StaticPath(Array(encoded.utf8).span)
        #expect(path.text == text && path.isFolder == isFolder)
    }

    @Test(arguments: [
        "..", ".", "../x", "a/../x", "a/..", "a/./b", "%2e%2e/x", "%2E%2e", ".%2e/x", "a/%2e%2e/x", "..%2fx", "a%2fb", "%2fetc%2fpasswd", "a%5cb", "a\\b",
        "..\\x", "..%5cx", "a%00", "a%00.css", "%00", "a%0a", "a%0d%0ab", "a%7f", "/x", "//x", "a//b", "a//", "/", ".env", ".git/config", "a/.htaccess",
        "a/.well-known/x", "%2egit/config", ".well-known2/x", ".../x", String(repeating: "x", count: 256), String(repeating: "x/", count: 600) + "x",
    ])
    func `has no names that lead elsewhere, hide or do not exist`(encoded: String) { #expect(status(encoded) == .notFound) }

    @Test(arguments: ["%", "a%", "a%2", "%zz", "%%", "%c0%ae%c0%ae/x", "%ff", "%e6%97", "%u002e"]) func `is encoded well`(encoded: String) {
        #expect(status(encoded) == .badRequest)
    }

    @Test(arguments: [("a.css", true), ("a/b.c/d", false), ("a", false), ("a/b.c", true), ("", false)]) func `may have an ending`(
        text: String, has: Bool
    ) throws {
        #expect(try StaticPath(Array(text.utf8).span).hasEnding == has)
    }
}

@Suite struct `Cache rules` {
    @Test(
        arguments: [
            ("*.js", ["app.js", "a/b/app.js", ".js"], ["app.jsx", "js", "app.js.br", "app.JS"]),
            ("*.{js,css,woff2}", ["a.js", "a.css", "x/a.woff2"], ["a.woff", "a.{js}", "a"]),
            ("app-????.{m,}js", ["app-1234.js", "app-1234.mjs"], ["app-123.js", "app-12345.js"]),
            ("assets/*.js", ["assets/a.js"], ["a.js", "assets/b/a.js", "x/assets/a.js"]), ("index.html", ["index.html", "docs/index.html"], ["index.htm"]),
            ("a*b*c", ["abc", "axxbxxc", "abbcc"], ["ab", "acb", "abcx"]), ("*", ["x", "a/x"], []), ("*/*", ["a/x"], ["x", "a/b/x"]),
            ("assets/?.js", ["assets/a.js"], ["assets//.js"]),
        ] as [(String, [String], [String])])
    func `fit names by stars, question marks and braces`(pattern: String, fitting: [String], others: [String]) {
        let rule = CacheRule(pattern, "no-store")
        for name in fitting { #expect(rule.fits(name), "\(name)") }
        for name in others { #expect(!rule.fits(name), "\(name)") }
    }

    @Test func `are quick with many stars`() {
        let pattern = String(repeating: "*a", count: 200) + "b", name = String(repeating: "a", count: 1_000)
        #expect(!CacheRule(pattern, "").fits(name))
    }
}
