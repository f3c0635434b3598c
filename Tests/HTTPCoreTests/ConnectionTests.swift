import HTTPCore
import Testing

@Suite struct ConnectionTests {
    static func old(_ text: String) -> String { "GET / HTTP/1.0\r\n" + text + "\r\n\r\n" }
    static func waiting(_ text: String) -> String { "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n" + text + "\r\n\r\n" }

    static let rules: [HeadRule] = [
        .accepts("HTTP/1.1 stays by default", "RFC 9112 §9.3", HeadRule.fields("A: b"), "GET / 1.1 none keep"),
        .accepts("close closes", "RFC 9112 §9.6", HeadRule.fields("Connection: close"), "GET / 1.1 none close"),
        .accepts("options have no case", "RFC 9110 §7.6.1", HeadRule.fields("connection: CLOSE"), "GET / 1.1 none close"),
        .accepts("close is found in a list", "RFC 9110 §7.6.1", HeadRule.fields("Connection: upgrade , close"), "GET / 1.1 none close"),
        .accepts("close is found on a second line", "RFC 9110 §5.2", HeadRule.fields("Connection: keep-alive\r\nConnection: close"), "GET / 1.1 none close"),
        .accepts("close beats keep-alive", "RFC 9112 §9.3", HeadRule.fields("Connection: close, keep-alive"), "GET / 1.1 none close"),
        .accepts("a longer word is another option", "RFC 9110 §7.6.1", HeadRule.fields("Connection: closed, not-close"), "GET / 1.1 none keep"),
        .accepts("empty elements are ignored", "RFC 9110 §5.6.1.2", HeadRule.fields("Connection: ,, close,"), "GET / 1.1 none close"),
        .accepts("an empty list says nothing", "RFC 9110 §5.6.1.2", HeadRule.fields("Connection:"), "GET / 1.1 none keep"),
        .accepts("HTTP/1.0 closes by default", "RFC 9112 §9.3", old("A: b"), "GET / 1.0 none close"),
        .accepts("HTTP/1.0 stays when it asks to", "RFC 9112 §9.3", old("Connection: Keep-Alive"), "GET / 1.0 none keep"),
        .accepts("HTTP/1.0 asks in a list", "RFC 9110 §7.6.1", old("Connection: te, keep-alive"), "GET / 1.0 none keep"),
        .accepts("HTTP/1.0 with close closes", "RFC 9112 §9.3", old("Connection: keep-alive, close"), "GET / 1.0 none close"),
        .accepts("a client may wait for 100", "RFC 9110 §10.1.1", waiting("Content-Length: 5"), "POST / 1.1 length(5) keep continue"),
        .accepts("a client with chunks may wait for 100", "RFC 9110 §10.1.1", waiting("Transfer-Encoding: chunked"), "POST / 1.1 chunked keep continue"),
        .accepts(
            "an expectation has no case", "RFC 9110 §10.1.1", "POST / HTTP/1.1\r\nHost: a\r\nexpect: 100-Continue\r\nContent-Length: 1\r\n\r\n",
            "POST / 1.1 length(1) keep continue"),
        .accepts("without content nothing is waited for", "RFC 9110 §10.1.1", waiting("A: b"), "POST / 1.1 none keep"),
        .accepts("with empty content nothing is waited for", "RFC 9110 §10.1.1", waiting("Content-Length: 0"), "POST / 1.1 length(0) keep"),
        .accepts("HTTP/1.0 cannot wait", "RFC 9110 §10.1.1", old("Expect: 100-continue\r\nContent-Length: 5"), "GET / 1.0 length(5) close"),
        .accepts("HTTP/1.0 has no expectations at all", "RFC 9110 §10.1.1", old("Expect: more"), "GET / 1.0 none close"),
        .refuses("another expectation cannot be met", "RFC 9110 §10.1.1", HeadRule.fields("Expect: 200-ok"), .unknownExpectation),
        .refuses("two expectations cannot be met", "RFC 9110 §10.1.1", HeadRule.fields("Expect: 100-continue, more"), .unknownExpectation),
    ]

    @Test(arguments: rules) func `connection and expectation`(_ rule: HeadRule) {
        #expect(parse(rule.bytes) == rule.outcome)
    }
}
