import HTTPCore
import Platform
import TestKit
import Testing
import Web

private func application(_ change: (inout ApplicationConfiguration) -> Void = { _ in }) -> Application {
    var configuration = ApplicationConfiguration()
    change(&configuration)
    return Application(configuration) { routes in
        routes.get("/words/{word_id}") { (context: RequestContext) in
            context.userID = "user-1"
            return Text(context.clientAddress)
        }
        routes.get("/page") { () in Response(fields: ["Content-Security-Policy": "default-src 'self'"]) }
    }
}

@Suite struct `Request ids` {
    private let client = TestClient(application())

    @Test(arguments: ["abc-1", "A_b.9", String(repeating: "x", count: 128)])
    func `a sane id of the caller is kept`(id: String) async throws {
        #expect(try await client.get("/words/7", headers: [.xRequestID: id])[.xRequestID] == id)
    }

    @Test(arguments: ["", "two words", "a\"b", "猫", String(repeating: "x", count: 129), "a;b"])
    func `any other id is replaced by one of our own`(id: String) async throws {
        let made = try #require(try await client.get("/words/7", headers: [.xRequestID: id])[.xRequestID])
        #expect(made.utf8.count == 32 && made != id)
    }

    @Test func `made ids differ`() async throws {
        let first = try await client.get("/words/7")[.xRequestID]
        let second = try await client.get("/words/7")[.xRequestID]
        #expect(first != second)
    }

    @Test func `a trace id serves as request id`() async throws {
        let response = try await client.get("/words/7", headers: ["traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"])
        #expect(response[.xRequestID] == "4bf92f3577b34da6a3ce929d0e0e4736")
    }

    @Test(arguments: [
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x", "00-4bf92f3577b34da6a3ce929d0e0e4736",
    ])
    func `a malformed traceparent is ignored`(value: String) async throws {
        let id = try #require(try await client.get("/words/7", headers: ["traceparent": value])[.xRequestID])
        #expect(!value.contains(id))
    }
}

@Suite struct `Access log` {
    @Test func `one line tells method, path without its query, route, status, size, ids and the client`() async throws {
        let sink = CapturingLogSink(), clock = ManualClock()
        let app = application {
            $0.logger = Logger(service: "test", sink: sink, clock: clock)
            $0.clock = clock
        }
        _ = try await TestClient(app, peer: "192.0.2.1").get("/words/7?token=secret", headers: [.xRequestID: "abc"])
        let line = try #require(sink.lines.first)
        #expect(sink.lines.count == 1)
        let expected = [
            #""event":"request""#, #""method":"GET""#, #""path":"/words/7""#, #""route":"/words/{word_id}""#, #""status":200"#, #""duration_us":0"#,
            #""bytes":9"#, #""request_id":"abc""#, #""client":"192.0.2.1""#, #""user":"user-1""#,
        ]
        for part in expected { #expect(line.contains(part), "\(part) in \(line)") }
        #expect(!line.contains("secret"))
    }

    @Test func `a request that no route answers is logged too`() async throws {
        let sink = CapturingLogSink()
        let app = application { $0.logger = Logger(service: "test", sink: sink) }
        _ = try await TestClient(app).get("/nothing")
        #expect(sink.lines.contains { $0.contains(#""status":404"#) && !$0.contains("route") })
    }
}

@Suite struct `Client address` {
    private func address(hops: Int, _ forwarded: String...) async throws -> String {
        var headers = Fields()
        for value in forwarded { headers.append(.xForwardedFor, value) }
        let app = application { $0.trustedHopCount = hops }
        var client = TestClient(app, peer: "10.0.0.9")
        client.headers = headers
        return try await client.get("/words/7").text
    }

    @Test func `without trusted hops the field is ignored`() async throws {
        #expect(try await address(hops: 0, "1.2.3.4") == "10.0.0.9")
    }

    @Test func `the entry that the outermost trusted proxy saw counts, from the right`() async throws {
        #expect(try await address(hops: 1, "6.6.6.6, 1.2.3.4") == "1.2.3.4")
        #expect(try await address(hops: 2, "6.6.6.6, 1.2.3.4, 10.0.0.1") == "1.2.3.4")
        #expect(try await address(hops: 2, "6.6.6.6", "1.2.3.4,10.0.0.1") == "1.2.3.4")
    }

    @Test func `what a client wrote cannot join the entry that the proxy appended`() async throws {
        // U+0602 makes one character of itself and the comma behind it.
        #expect(try await address(hops: 1, "6.6.6.6\u{602}, 1.2.3.4") == "1.2.3.4")
    }

    @Test func `IPv6 and ports are understood`() async throws {
        #expect(try await address(hops: 1, "2001:db8::1") == "2001:db8::1")
        #expect(try await address(hops: 1, "[2001:db8::1]:443") == "2001:db8::1")
        #expect(try await address(hops: 1, "1.2.3.4:5678") == "1.2.3.4")
    }

    @Test(arguments: ["", "unknown", "1.2.3.4.5", "256.1.1.1", "<script>", "1.2.3"])
    func `what is no address falls back to the peer`(value: String) async throws {
        #expect(try await address(hops: 1, value) == "10.0.0.9")
    }

    @Test func `fewer entries than hops fall back to the peer`() async throws {
        #expect(try await address(hops: 3, "1.2.3.4, 5.6.7.8") == "10.0.0.9")
    }
}

@Suite struct `Security headers` {
    @Test func `every response carries them, errors too`() async throws {
        let client = TestClient(application())
        for path in ["/words/7", "/nothing"] {
            let response = try await client.get(path)
            #expect(response["X-Content-Type-Options"] == "nosniff")
            #expect(response["Referrer-Policy"] == "no-referrer")
            #expect(response["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
            #expect(response["Strict-Transport-Security"] == nil)
        }
    }

    @Test func `a policy of the response stands alone`() async throws {
        let response = try await TestClient(application()).get("/page")
        #expect(response.fields.all("Content-Security-Policy") == ["default-src 'self'"])
    }

    @Test func `strict transport security is sent where configured`() async throws {
        let client = TestClient(application { $0.security.strictTransportSecurity = .seconds(31_536_000) })
        #expect(try await client.get("/page")["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains")
    }
}
