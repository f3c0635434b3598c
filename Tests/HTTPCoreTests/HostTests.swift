import HTTPCore
import Testing

@Suite struct HostTests {
    static func host(_ value: String) -> String { "GET / HTTP/1.1\r\nHost: \(value)\r\n\r\n" }

    static let rules: [HeadRule] = [
        .accepts("a name is a host", "RFC 9110 §7.2", host("example.com"), "GET / 1.1 none keep"),
        .accepts("a host may have a port", "RFC 9110 §7.2", host("example.com:8080"), "GET / 1.1 none keep"),
        .accepts("a port may be empty", "RFC 3986 §3.2.3", host("example.com:"), "GET / 1.1 none keep"),
        .accepts("an IPv4 address is a host", "RFC 3986 §3.2.2", host("127.0.0.1:80"), "GET / 1.1 none keep"),
        .accepts("an IPv6 address in brackets is a host", "RFC 3986 §3.2.2", host("[::1]"), "GET / 1.1 none keep"),
        .accepts("an IPv6 address may have a port", "RFC 3986 §3.2.2", host("[fe80::1:2]:8080"), "GET / 1.1 none keep"),
        .accepts("an IPv6 address may end in an IPv4 one", "RFC 3986 §3.2.2", host("[::ffff:127.0.0.1]"), "GET / 1.1 none keep"),
        .accepts("a host may hold percent sequences", "RFC 3986 §3.2.2", host("a%2Db"), "GET / 1.1 none keep"),
        .accepts("the name of the field has no case", "RFC 9110 §5.1", "GET / HTTP/1.1\r\nhOST: a\r\n\r\n", "GET / 1.1 none keep"),
        .accepts("HTTP/1.0 may go without", "RFC 9112 §3.2", "GET / HTTP/1.0\r\n\r\n", "GET / 1.0 none close"),
        .refuses("HTTP/1.1 may not go without", "RFC 9112 §3.2", "GET / HTTP/1.1\r\nA: b\r\n\r\n", .badHost),
        .refuses("HTTP/1.1 without any field is refused", "RFC 9112 §3.2", "GET / HTTP/1.1\r\n\r\n", .badHost),
        .refuses("absolute-form needs Host too", "RFC 9112 §3.2.2", "GET http://a/ HTTP/1.1\r\n\r\n", .badHost),
        .refuses("two hosts are refused", "RFC 9112 §3.2", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", .badHost),
        .refuses("two equal hosts are refused", "RFC 9112 §3.2", "GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n", .badHost),
        .refuses("two hosts are refused in HTTP/1.0", "RFC 9112 §3.2", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", .badHost),
        .refuses("an empty host is refused", "RFC 9110 §4.2.1", host(""), .badHost),
        .refuses("a port alone is refused", "RFC 9110 §4.2.1", host(":80"), .badHost),
        .refuses("a port of letters is refused", "RFC 3986 §3.2.3", host("a:http"), .badHost),
        .refuses("a port above 65535 is refused", "RFC 3986 §3.2.3", host("a:65536"), .badHost),
        .refuses("a port of six digits is refused", "RFC 3986 §3.2.3", host("a:000080"), .badHost),
        .refuses("two ports are refused", "RFC 3986 §3.2.3", host("a:80:80"), .badHost),
        .refuses("a path is refused", "RFC 9112 §3.2", host("a/b"), .badHost),
        .refuses("user information is refused", "RFC 9110 §4.2.4", host("user@a"), .badHost),
        .refuses("white space inside is refused", "RFC 3986 §3.2.2", host("a b"), .badHost),
        .refuses("a quoted host is refused", "RFC 3986 §3.2.2", host("\"a\""), .badHost),
        .refuses("a back-slash is refused", "RFC 3986 §3.2.2", host("a\\b"), .badHost),
        .refuses("bytes above ASCII are refused", "RFC 3986 §3.2.2", host("猫.example"), .badHost),
        .refuses("a broken percent sequence is refused", "RFC 3986 §2.1", host("a%2"), .badHost),
        .refuses("a percent sequence of other letters is refused", "RFC 3986 §2.1", host("a%zz"), .badHost),
        .refuses("an IPv6 address without its bracket is refused", "RFC 3986 §3.2.2", host("[::1"), .badHost),
        .refuses("an IPv6 address without brackets is refused", "RFC 3986 §3.2.2", host("::1"), .badHost),
        .refuses("empty brackets are refused", "RFC 3986 §3.2.2", host("[]"), .badHost),
        .refuses("a name in brackets is refused", "RFC 3986 §3.2.2", host("[a.b]"), .badHost),
        .refuses("letters after the bracket are refused", "RFC 3986 §3.2.2", host("[::1]a"), .badHost),
    ]

    @Test(arguments: rules) func `hosts`(_ rule: HeadRule) {
        #expect(parse(rule.bytes) == rule.outcome)
    }
}
