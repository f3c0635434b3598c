import HTTPCore
import Testing

@Suite struct TargetTests {
    static let rules: [HeadRule] = [
        .accepts("origin-form is a path and a query", "RFC 9112 §3.2.1", HeadRule.line("GET /a/b?c=d&e HTTP/1.1"), "GET /a/b?c=d&e 1.1 none keep"),
        .accepts("a path may have empty segments", "RFC 3986 §3.3", HeadRule.line("GET //a//b/ HTTP/1.1"), "GET //a//b/ 1.1 none keep"),
        .accepts("percent sequences are kept as sent", "RFC 3986 §2.1", HeadRule.line("GET /%E7%8C%AB%2F HTTP/1.1"), "GET /%E7%8C%AB%2F 1.1 none keep"),
        .accepts("malformed percent sequences are left to the router", "RFC 3986 §2.1", HeadRule.line("GET /100% HTTP/1.1"), "GET /100% 1.1 none keep"),
        .accepts(
            "absolute-form is read", "RFC 9112 §3.2.2", HeadRule.line("GET http://example.com:80/a?b HTTP/1.1"), "GET http://example.com:80/a?b 1.1 none keep"),
        .accepts("a scheme has no case", "RFC 3986 §3.1", HeadRule.line("GET HTTPS://example.com/ HTTP/1.1"), "GET HTTPS://example.com/ 1.1 none keep"),
        .accepts(
            "an empty path of absolute-form is /", "RFC 9110 §4.2.3", HeadRule.line("GET http://example.com HTTP/1.1"), "GET http://example.com/ 1.1 none keep"),
        .accepts("an empty path before a query is / too", "RFC 9110 §4.2.3", HeadRule.line("GET http://a?q HTTP/1.1"), "GET http://a/?q 1.1 none keep"),
        .accepts(
            "absolute-form with an IPv6 host is read", "RFC 3986 §3.2.2", HeadRule.line("GET http://[::1]:80/ HTTP/1.1"), "GET http://[::1]:80/ 1.1 none keep"),
        .accepts("asterisk-form belongs to OPTIONS", "RFC 9112 §3.2.4", HeadRule.line("OPTIONS * HTTP/1.1"), "OPTIONS * 1.1 none keep"),
        .accepts("OPTIONS of a path is read", "RFC 9110 §9.3.7", HeadRule.line("OPTIONS /a HTTP/1.1"), "OPTIONS /a 1.1 none keep"),
        .accepts(
            "authority-form belongs to CONNECT", "RFC 9112 §3.2.3", HeadRule.line("CONNECT example.com:443 HTTP/1.1"), "CONNECT example.com:443 1.1 none keep"),
        .refuses("asterisk-form with GET is refused", "RFC 9112 §3.2.4", HeadRule.line("GET * HTTP/1.1"), .badTarget),
        .refuses("an asterisk and more is no form", "RFC 9112 §3.2.4", HeadRule.line("OPTIONS *a HTTP/1.1"), .badTarget),
        .refuses("authority-form with GET is refused", "RFC 9112 §3.2.3", HeadRule.line("GET example.com:443 HTTP/1.1"), .badTarget),
        .refuses("CONNECT without a port is refused", "RFC 9112 §3.2.3", HeadRule.line("CONNECT example.com HTTP/1.1"), .badTarget),
        .refuses("CONNECT with an empty port is refused", "RFC 9112 §3.2.3", HeadRule.line("CONNECT example.com: HTTP/1.1"), .badTarget),
        .refuses("CONNECT with a path is refused", "RFC 9112 §3.2.3", HeadRule.line("CONNECT /a HTTP/1.1"), .badTarget),
        .refuses("a path starts with a slash", "RFC 9112 §3.2.1", HeadRule.line("GET a/b HTTP/1.1"), .badTarget),
        .refuses("a query alone is no form", "RFC 9112 §3.2.1", HeadRule.line("GET ?a HTTP/1.1"), .badTarget),
        .refuses("a fragment is never sent", "RFC 9112 §3.2", HeadRule.line("GET /a#b HTTP/1.1"), .badTarget),
        .refuses("a fragment in a query is refused", "RFC 9112 §3.2", HeadRule.line("GET /a?b#c HTTP/1.1"), .badTarget),
        .refuses("bytes above ASCII are refused", "RFC 9112 §3.2", HeadRule.line("GET /猫 HTTP/1.1"), .badTarget),
        .refuses("NUL is refused", "RFC 9112 §3.2", HeadRule.line("GET /a\0b HTTP/1.1"), .badTarget),
        .refuses("DEL is refused", "RFC 9112 §3.2", HeadRule.line("GET /a\u{7F}b HTTP/1.1"), .badTarget),
        .refuses("a space inside is refused", "RFC 9112 §3.2", HeadRule.line("GET /a b HTTP/1.1"), .badRequestLine),
        .refuses("a bare LF inside is refused", "RFC 9112 §2.2", HeadRule.line("GET /a\nb HTTP/1.1"), .bareLineEnd),
        .refuses("another scheme is refused", "RFC 9110 §4.2", HeadRule.line("GET ftp://example.com/ HTTP/1.1"), .badTarget),
        .refuses("a scheme alone is refused", "RFC 9110 §4.2.1", HeadRule.line("GET http:///a HTTP/1.1"), .badTarget),
        .refuses("user information is refused", "RFC 9110 §4.2.4", HeadRule.line("GET http://user@example.com/ HTTP/1.1"), .badTarget),
        .refuses("a broken port in absolute-form is refused", "RFC 3986 §3.2.3", HeadRule.line("GET http://example.com:8o/ HTTP/1.1"), .badTarget),
    ]

    @Test(arguments: rules) func `targets`(_ rule: HeadRule) {
        #expect(parse(rule.bytes) == rule.outcome)
    }

    @Test(
        arguments: [
            ("/", "/", nil), ("/a?b", "/a", "b"), ("/a?", "/a", ""), ("/a?b?c", "/a", "b?c"), ("/?", "/", ""), ("http://h/p?q", "/p", "q"),
            ("http://h", "/", nil),
            ("http://h?q", "/", "q"), ("https://h:1/", "/", nil), ("/longer/than/eight/bytes?and=a&query=too", "/longer/than/eight/bytes", "and=a&query=too"),
        ] as [(String, String, String?)]) func `path and query are told apart (RFC 3986 §3)`(text: String, path: String, query: String?) throws
    {
        let target = try RequestTarget(parsing: text)
        #expect(target.path == path)
        #expect(target.query == query)
    }

    @Test func `each form is named (RFC 9112 §3.2)`() throws {
        #expect(try RequestTarget(parsing: "/a").form == .origin)
        #expect(try RequestTarget(parsing: "http://h:80/a").form == .absolute(authority: "h:80"))
        #expect(try RequestTarget(parsing: "*", method: .options).form == .asterisk)
        #expect(try RequestTarget(parsing: "h:443", method: .connect).form == .authority)
    }

    @Test func `an authority has no path (RFC 9112 §3.2.3)`() throws {
        let target = try RequestTarget(parsing: "h:443", method: .connect)
        #expect(target.path.isEmpty)
        #expect(target.query == nil)
    }

    @Test(arguments: 0...255) func `only visible ASCII without # is allowed in a path (RFC 9112 §3.2)`(byte: Int) {
        let allowed = (0x21...0x7E).contains(byte) && byte != 0x23
        for before in 0..<17 {
            let bytes = [UInt8(ascii: "/")] + Array(repeating: UInt8(ascii: "a"), count: before) + [UInt8(byte), UInt8(ascii: "z")]
            let parsed = try? RequestTarget(parsing: bytes)
            #expect((parsed != nil) == allowed)
        }
    }
}
