import HTTPCore
import Testing

@Suite struct RequestLineTests {
    static let rules: [HeadRule] = [
        .accepts("a request line is method, target and version", "RFC 9112 §3", HeadRule.line("GET / HTTP/1.1"), "GET / 1.1 none keep"),
        .accepts("HEAD is read", "RFC 9110 §9.3.2", HeadRule.line("HEAD / HTTP/1.1"), "HEAD / 1.1 none keep"),
        .accepts("POST is read", "RFC 9110 §9.3.3", HeadRule.line("POST / HTTP/1.1"), "POST / 1.1 none keep"),
        .accepts("PUT is read", "RFC 9110 §9.3.4", HeadRule.line("PUT / HTTP/1.1"), "PUT / 1.1 none keep"),
        .accepts("DELETE is read", "RFC 9110 §9.3.5", HeadRule.line("DELETE / HTTP/1.1"), "DELETE / 1.1 none keep"),
        .accepts("TRACE is read", "RFC 9110 §9.3.8", HeadRule.line("TRACE / HTTP/1.1"), "TRACE / 1.1 none keep"),
        .accepts("PATCH is read", "RFC 5789 §2", HeadRule.line("PATCH / HTTP/1.1"), "PATCH / 1.1 none keep"),
        .accepts("an unknown method is a token like any other", "RFC 9110 §9.1", HeadRule.line("BREW /pot HTTP/1.1"), "BREW /pot 1.1 none keep"),
        .accepts("a method of token punctuation is read", "RFC 9110 §5.6.2", HeadRule.line("!#$%&'*+-.^_`|~ / HTTP/1.1"), "!#$%&'*+-.^_`|~ / 1.1 none keep"),
        .accepts("one empty line before the request is ignored", "RFC 9112 §2.2", "\r\n" + HeadRule.line("GET / HTTP/1.1"), "GET / 1.1 none keep"),
        .accepts(
            "four empty lines before the request are ignored", "RFC 9112 §2.2", "\r\n\r\n\r\n\r\n" + HeadRule.line("GET / HTTP/1.1"), "GET / 1.1 none keep"),
        .accepts("HTTP/1.0 is spoken, and closes", "RFC 9112 §9.3", "GET / HTTP/1.0\r\n\r\n", "GET / 1.0 none close"),
        .accepts("a higher minor version is read as 1.1", "RFC 9110 §6.2", HeadRule.line("GET / HTTP/1.7"), "GET / 1.1 none keep"),
        .refuses("a fifth empty line is one too many", "RFC 9112 §2.2", "\r\n\r\n\r\n\r\n\r\n" + HeadRule.line("GET / HTTP/1.1"), .badRequestLine),
        .refuses("an empty line before the request may not end in a bare LF", "RFC 9112 §2.2", "\n" + HeadRule.line("GET / HTTP/1.1"), .bareLineEnd),
        .refuses("an empty line before the request may not end in a bare CR", "RFC 9112 §2.2", "\r" + HeadRule.line("GET / HTTP/1.1"), .bareLineEnd),
        .refuses("the line may not end in a bare LF", "RFC 9112 §2.2", "GET / HTTP/1.1\nHost: a\r\n\r\n", .bareLineEnd),
        .refuses("the line may not end in a bare CR", "RFC 9112 §2.2", "GET / HTTP/1.1\rHost: a\r\n\r\n", .bareLineEnd),
        .refuses("white space may not precede the method", "RFC 9112 §3", HeadRule.line(" GET / HTTP/1.1"), .badRequestLine),
        .refuses("two spaces may not follow the method", "RFC 9112 §3", HeadRule.line("GET  / HTTP/1.1"), .badRequestLine),
        .refuses("two spaces may not precede the version", "RFC 9112 §3", HeadRule.line("GET /  HTTP/1.1"), .badRequestLine),
        .refuses("white space may not end the line", "RFC 9112 §3", HeadRule.line("GET / HTTP/1.1 "), .badRequestLine),
        .refuses("a tab is no separator after the method", "RFC 9112 §3", HeadRule.line("GET\t/ HTTP/1.1"), .badMethod),
        .refuses("a tab is no separator after the target", "RFC 9112 §3", HeadRule.line("GET /\tHTTP/1.1"), .badTarget),
        .refuses("a method has no brackets", "RFC 9110 §9.1", HeadRule.line("G[T] / HTTP/1.1"), .badMethod),
        .refuses("a method has no NUL", "RFC 9110 §9.1", HeadRule.line("GE\0T / HTTP/1.1"), .badMethod),
        .refuses("a method has no bytes above ASCII", "RFC 9110 §9.1", HeadRule.line("GÉT / HTTP/1.1"), .badMethod),
        .refuses("a method of 33 bytes is longer than any", "RFC 9112 §3", HeadRule.line(String(repeating: "M", count: 33) + " / HTTP/1.1"), .badMethod),
        .refuses("a TLS greeting is no method", "RFC 9112 §3", "\u{16}\u{03}\u{01}\u{02}\0\u{01}", .badMethod),
        .refuses("a line without a version is refused", "RFC 9112 §3", HeadRule.line("GET /"), .badRequestLine),
        .refuses("a line with an empty version is refused", "RFC 9112 §3", HeadRule.line("GET / "), .badRequestLine),
        .refuses("a method alone is refused", "RFC 9112 §3", HeadRule.line("GET"), .badRequestLine),
        .refuses("a method alone, ended by a bare LF, is refused", "RFC 9112 §2.2", "GET\nHost: a\r\n\r\n", .bareLineEnd),
        .refuses("the name of the protocol is upper case", "RFC 9112 §2.3", HeadRule.line("GET / http/1.1"), .badRequestLine),
        .refuses("another protocol is refused", "RFC 9112 §2.3", HeadRule.line("GET / RTSP/1.0"), .badRequestLine),
        .refuses("HTTP/2.0 in this syntax is not supported", "RFC 9110 §15.6.6", HeadRule.line("GET / HTTP/2.0"), .unsupportedVersion),
        .refuses("HTTP/0.9 with a version is not supported", "RFC 9110 §15.6.6", HeadRule.line("GET / HTTP/0.9"), .unsupportedVersion),
        .refuses("a version has one minor digit", "RFC 9112 §2.3", HeadRule.line("GET / HTTP/1.11"), .badRequestLine),
        .refuses("a version has a minor digit", "RFC 9112 §2.3", HeadRule.line("GET / HTTP/1"), .badRequestLine),
        .refuses("a version has digits", "RFC 9112 §2.3", HeadRule.line("GET / HTTP/x.y"), .badRequestLine),
        .refuses("words after the version are refused", "RFC 9112 §3", HeadRule.line("GET / HTTP/1.1 now"), .badRequestLine),
        .waits("a line without its end is waited for", "RFC 9112 §3", "GET / HTTP/1.1"),
        .waits("half a line end is waited for", "RFC 9112 §2.2", "GET / HTTP/1.1\r"),
        .waits("half an empty line before the request is waited for", "RFC 9112 §2.2", "\r\n\r"),
    ]

    @Test(arguments: rules) func `request lines`(_ rule: HeadRule) {
        #expect(parse(rule.bytes) == rule.outcome)
    }

    @Test(arguments: [
        ("GET", Method.get), ("HEAD", .head), ("POST", .post), ("PUT", .put), ("PATCH", .patch), ("DELETE", .delete), ("TRACE", .trace),
        ("OPTIONS", .options), ("get", .other("get")), ("BREW", .other("BREW")), ("LONGERTHANEIGHT", .other("LONGERTHANEIGHT")),
        ("CONNECTS", .other("CONNECTS")),
    ]) func `method names are case-sensitive (RFC 9110 §9.1)`(text: String, method: Method) throws {
        var parser = RequestParser()
        let bytes = [UInt8](HeadRule.line("\(text) / HTTP/1.1").utf8)
        let parsed = try #require(try parser.read(bytes))
        #expect(parsed.head.method == method)
        #expect(Method(text) == method)
    }
}
