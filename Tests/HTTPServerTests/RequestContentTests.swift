import HTTPCore
import HTTPServer
import Reactor
import Synchronization
import TestKit
import Testing

@Suite struct RequestContentTests {
    /// Answers with what it read, the trailers behind it; errors as their status.
    private static let reading: Responder = { request in
        do throws(RequestBodyError) {
            var chunks = request.body.makeChunks()
            var text = ""
            while let chunk = try await chunks.next() { text += String(decoding: chunk, as: UTF8.self) }
            return .text(text + chunks.trailers.map { " \($0.name)=\($0.value)" }.joined())
        } catch {
            return .text("\(error)", status: error == .timedOut ? 408 : 400)
        }
    }

    /// Collects up to ten bytes, else 413.
    private static let tenBytes: Responder = { request in
        do throws(RequestBodyError) {
            return .text(String(decoding: try await request.body.collect(upTo: 10), as: UTF8.self))
        } catch {
            return .text("", status: error == .tooLarge(limitBytes: 10) ? 413 : 400)
        }
    }

    /// Answers at once and reads nothing.
    private static let ignoring: Responder = { .text($0.target.description) }

    /// Answers with the number of pieces in which it got content.
    private static let counting: Responder = { request in
        var count = 0
        do throws(RequestBodyError) {
            var chunks = request.body.makeChunks()
            while try await chunks.next() != nil { count += 1 }
        } catch {
            return .text("\(error)", status: 400)
        }
        return .text("\(count)")
    }

    @Test func `a hundred thousand chunks of a byte come in few pieces`() async throws {
        let wire = request("POST /", "Transfer-Encoding: chunked", body: String(repeating: "1\r\nx\r\n", count: 100_000) + "0\r\n\r\n")
        try await RunningServer.run(answering: Self.counting) { running in
            let count = try #require(Int(try running.connect().exchange(wire).text))
            // As many as there are reads, at most some more.
            #expect(count < 2_000)
        }
    }

    @Test func `a reader that is left after the answer hears that there is no more`() async throws {
        let heard = Promised<Bool>()
        let responder: Responder = { request in
            let body = request.body
            Task {
                do {
                    _ = try await body.collect(upTo: 10)
                    heard.keep(false)
                } catch {
                    heard.keep(error as? RequestBodyError == .disconnected)
                }
            }
            return .text("early")
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            try connection.send(request("POST /", "Content-Length: 10", body: "abc"))
            #expect(try connection.readResponse().text == "early")
            #expect(heard.wait() == true)
            // The rest is dropped, and the connection goes on.
            try connection.send("defghij" + request("GET /"))
            #expect(try connection.readResponse().text == "early")
        }
    }

    @Test func `content of known length is read, and the next request follows (RFC 9112 §6.3)`() async throws {
        try await RunningServer.run(answering: Self.reading) { running in
            let connection = try running.connect()
            try connection.send(request("POST /", "Content-Length: 5", body: "hello") + request("GET /") + request("PUT /", "Content-Length: 3", body: "two"))
            #expect(try connection.readResponse().text == "hello")
            #expect(try connection.readResponse().text == "")
            #expect(try connection.readResponse().text == "two")
        }
    }

    @Test func `content may arrive byte by byte (RFC 9112 §6.3)`() async throws {
        try await RunningServer.run(answering: Self.reading) { running in
            let connection = try running.connect()
            for byte in request("POST /", "Content-Length: 11", body: "hello world").utf8 { try connection.send([byte]) }
            #expect(try connection.readResponse().text == "hello world")
        }
    }

    @Test func `chunks are joined and their trailers are there (RFC 9112 §7.1)`() async throws {
        let wire = request("POST /", "Transfer-Encoding: chunked", body: "5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nDigest: abc\r\nA: b\r\n\r\n")
        try await RunningServer.run(answering: Self.reading) { running in
            let connection = try running.connect()
            #expect(try connection.exchange(wire + request("GET /")).text == "hello world Digest=abc A=b")
            #expect(try connection.readResponse().text == "")
        }
    }

    @Test func `chunks and trailers may arrive byte by byte (RFC 9112 §7.1)`() async throws {
        let wire = request("POST /", "Transfer-Encoding: chunked", body: "5\r\nhello\r\n0\r\nDigest: abc\r\n\r\n") + request("GET /")
        try await RunningServer.run(answering: Self.reading) { running in
            let connection = try running.connect()
            for byte in wire.utf8 { try connection.send([byte]) }
            #expect(try connection.readResponse().text == "hello Digest=abc")
            #expect(try connection.readResponse().text == "")
        }
    }

    @Test(arguments: ["x\r\n", "0x5\r\nhello\r\n", "5\r\nhelloX", "5 \r\nhello\r\n", "0\r\nContent-Length: 5\r\n\r\n"])
    func `broken chunks reach the handler as an error, and the connection closes (RFC 9112 §7.1)`(chunks: String) async throws {
        try await RunningServer.run(answering: Self.reading) { running in
            let connection = try running.connect()
            let response = try connection.exchange(request("POST /", "Transfer-Encoding: chunked", body: chunks))
            #expect(response.status == 400)
            #expect(response["Connection"] == "close")
            #expect(response.text.contains("malformed"))
            #expect(connection.isClosedByPeer())
        }
    }

    @Test func `a declared length above the limit is refused before the content is read (RFC 9110 §15.5.14)`() async throws {
        try await RunningServer.run(answering: Self.tenBytes) { running in
            let connection = try running.connect()
            // Not a byte of it is sent.
            #expect(try connection.exchange(request("POST /", "Content-Length: 100000000")).status == 413)
        }
    }

    @Test func `chunks above the limit are refused while they arrive (RFC 9110 §15.5.14)`() async throws {
        try await RunningServer.run(answering: Self.tenBytes) { running in
            let connection = try running.connect()
            #expect(try connection.exchange(request("POST /", "Transfer-Encoding: chunked", body: "6\r\n123456\r\n6\r\n123456\r\n")).status == 413)
        }
    }

    @Test func `content up to the limit is read (RFC 9110 §15.5.14)`() async throws {
        try await RunningServer.run(answering: Self.tenBytes) { running in
            let connection = try running.connect()
            #expect(try connection.exchange(request("POST /", "Content-Length: 10", body: "1234567890")).text == "1234567890")
            #expect(try connection.exchange(request("POST /", "Content-Length: 11", body: "12345678901")).status == 413)
            #expect(try connection.exchange(request("POST /", "Content-Length: 2", body: "12")).text == "12")
        }
    }

    @Test func `short content that nobody reads is dropped, and the connection stays (RFC 9112 §9.3)`() async throws {
        try await RunningServer.run(answering: Self.ignoring) { running in
            let connection = try running.connect()
            try connection.send(request("POST /1", "Content-Length: 1000"))
            #expect(try connection.readResponse()["Connection"] == nil)
            try connection.send([UInt8](repeating: 0x41, count: 1_000))
            #expect(try connection.exchange(request("GET /2")).text == "/2")
        }
    }

    @Test func `long content that nobody reads ends the connection, and the answer survives (RFC 9112 §9.6)`() async throws {
        try await RunningServer.run(configure: { ($0.unreadBodyBytes, $0.lingerTimeout) = (1_000, .seconds(60)) }, answering: Self.ignoring) { running in
            let connection = try running.connect()
            try connection.send(request("POST /1", "Content-Length: 1000000"))
            for _ in 0..<10 { try connection.send([UInt8](repeating: 0x41, count: 10_000)) }
            let response = try connection.readResponse()
            #expect(response.text == "/1")
            #expect(response["Connection"] == "close")
            #expect(connection.isClosedByPeer())
        }
    }

    @Test func `100 is sent when the handler asks for content (RFC 9110 §10.1.1)`() async throws {
        try await RunningServer.run(answering: Self.reading) { running in
            let connection = try running.connect()
            try connection.send(request("POST /", "Content-Length: 5", "Expect: 100-continue"))
            let interim = try connection.readResponse()
            #expect(interim.statusLine == "HTTP/1.1 100 Continue")
            #expect(interim.fields.isEmpty)
            try connection.send("hello")
            #expect(try connection.readResponse().text == "hello")
            #expect(try connection.exchange(request("GET /")).status == 200)
        }
    }

    @Test func `no 100 is sent when the handler refuses the content by its length (RFC 9110 §10.1.1)`() async throws {
        try await RunningServer.run(answering: Self.tenBytes) { running in
            let connection = try running.connect()
            let response = try connection.exchange(request("POST /", "Content-Length: 50", "Expect: 100-continue"))
            #expect(response.status == 413)
            // The client may send the content or not: only closing tells the next request from it.
            #expect(response["Connection"] == "close")
        }
    }

    @Test func `no 100 is sent when the content is there already (RFC 9110 §10.1.1)`() async throws {
        try await RunningServer.run(answering: Self.reading) { running in
            let connection = try running.connect()
            #expect(try connection.exchange(request("POST /", "Content-Length: 5", "Expect: 100-continue", body: "hello")).text == "hello")
        }
    }

    @Test func `no 100 is sent to HTTP/1.0 (RFC 9110 §10.1.1)`() async throws {
        try await RunningServer.run(answering: Self.reading) { running in
            let connection = try running.connect()
            try connection.send("POST / HTTP/1.0\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
            try connection.send("hello")
            #expect(try connection.readResponse().text == "hello")
        }
    }

    @Test func `content that its handler does not take is held back, and none of it is lost`() async throws {
        let gate = Gate()
        let responder: Responder = { request in
            await gate.pass()
            var count = 0
            var chunks = request.body.makeChunks()
            while let chunk = try? await chunks.next() { count += chunk.count }
            return .text("\(count)")
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            let count = 32_000_000
            try connection.send(request("POST /", "Content-Length: \(count)"))
            let content = [UInt8](repeating: 0x41, count: count)
            let sent = try connection.sendUntilBlocked(content, patienceMilliseconds: 300)
            // The kernel's buffers on both sides and 256 KiB of ours.
            #expect(sent < 16_000_000)
            gate.open()
            try connection.send([UInt8](content[sent...]))
            #expect(try connection.readResponse().text == "\(count)")
        }
    }

    @Test func `a peer that leaves in the middle of its content is an error to the handler`() async throws {
        let events = Events()
        let responder: Responder = { request in
            do {
                _ = try await request.body.collect(upTo: 1_000)
                events.add("whole")
            } catch {
                events.add("\(error)")
            }
            return .text("")
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            try connection.send(request("POST /", "Content-Length: 100", body: "half"))
            #expect(running.waitForConnections(1))
            connection.close()
            #expect(events.next() == "disconnected")
            #expect(running.waitForConnections(0))
        }
    }
}
