import HTTPCore
import Testing

@Suite struct ResponseSerializerTests {
    private static let date = [UInt8]("Sun, 06 Nov 1994 08:49:37 GMT".utf8)

    /// The lines of the head and the framing, for a request `GET / HTTP/1.1` on a connection that stays unless told otherwise.
    private func head(
        _ response: Response, method: Method = .get, minorVersion: UInt8 = 1, keepAlive: Bool = true, date: [UInt8] = []
    ) -> (lines: [String], framing: ResponseFraming) {
        var output: [UInt8] = []
        let framing = ResponseSerializer.head(
            of: response, method: method, minorVersion: minorVersion, keepAlive: keepAlive, date: date, into: &output)
        let text = String(decoding: output, as: UTF8.self)
        #expect(text.hasSuffix("\r\n\r\n"))
        return (text.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast(2).map(String.init), framing)
    }

    private func stream(_ length: Int?, status: Status = .ok) -> Response {
        Response(status: status, body: .stream(lengthBytes: length) { _ in })
    }

    @Test func `a status line is version, code and reason (RFC 9112 §4)`() {
        #expect(head(Response()).lines[0] == "HTTP/1.1 200 OK")
        #expect(head(Response(status: 404)).lines[0] == "HTTP/1.1 404 Not Found")
    }

    @Test func `the space stays when there is no reason (RFC 9112 §4)`() {
        #expect(head(Response(status: 299)).lines[0] == "HTTP/1.1 299 ")
    }

    @Test func `HTTP/1.0 clients are told our version (RFC 9110 §6.2)`() {
        #expect(head(Response(), minorVersion: 0).lines[0] == "HTTP/1.1 200 OK")
    }

    @Test func `content that is there whole has a length (RFC 9110 §8.6)`() {
        let (lines, framing) = head(Response(body: .bytes(Array("hello".utf8))))
        #expect(lines == ["HTTP/1.1 200 OK", "Content-Length: 5"])
        #expect(framing == .length(5))
    }

    @Test(arguments: [0, 1, 9, 10, 11, 99, 100, 1_000_000, 9_223_372_036_854_775_807]) func `lengths are decimal (RFC 9110 §8.6)`(length: Int) {
        let (lines, framing) = head(stream(length))
        #expect(lines[1] == "Content-Length: \(length)")
        #expect(framing == .length(length))
    }

    @Test func `no content is a length of 0 (RFC 9110 §8.6)`() {
        let (lines, framing) = head(Response())
        #expect(lines[1] == "Content-Length: 0")
        #expect(framing == .length(0))
    }

    @Test func `content of unknown length goes in chunks (RFC 9112 §7.1)`() {
        let (lines, framing) = head(stream(nil))
        #expect(lines == ["HTTP/1.1 200 OK", "Transfer-Encoding: chunked"])
        #expect(framing == .chunked)
    }

    @Test func `HTTP/1.0 gets no chunks but the end of the connection (RFC 9112 §6.1)`() {
        let (lines, framing) = head(stream(nil), minorVersion: 0)
        #expect(lines == ["HTTP/1.1 200 OK", "Connection: close"])
        #expect(framing == .untilClose)
    }

    @Test func `HEAD gets the length of GET and no content (RFC 9110 §9.3.2)`() {
        let (lines, framing) = head(Response(body: .bytes(Array("hello".utf8))), method: .head)
        #expect(lines == ["HTTP/1.1 200 OK", "Content-Length: 5"])
        #expect(framing == .none)
    }

    @Test func `HEAD of content of unknown length says chunked and has none (RFC 9110 §9.3.2)`() {
        let (lines, framing) = head(stream(nil), method: .head)
        #expect(lines == ["HTTP/1.1 200 OK", "Transfer-Encoding: chunked"])
        #expect(framing == .none)
    }

    @Test func `HEAD from HTTP/1.0 need not end the connection (RFC 9110 §9.3.2)`() {
        let (lines, framing) = head(stream(nil), method: .head, minorVersion: 0)
        #expect(lines == ["HTTP/1.1 200 OK", "Connection: keep-alive"])
        #expect(framing == .none)
    }

    @Test(arguments: [100, 101, 103, 204, 304] as [Status]) func `1xx, 204 and 304 have neither content nor a length (RFC 9110 §8.6)`(status: Status) {
        for response in [Response(status: status, body: .bytes([1, 2, 3])), stream(nil, status: status)] {
            let (lines, framing) = head(response)
            #expect(!lines.contains { $0.hasPrefix("Content-Length") || $0.hasPrefix("Transfer-Encoding") })
            #expect(framing == .none)
        }
    }

    @Test func `205 is empty and says so (RFC 9110 §15.3.6)`() {
        for response in [Response(status: 205, body: .bytes([1, 2, 3])), stream(nil, status: 205)] {
            let (lines, framing) = head(response)
            #expect(lines[1] == "Content-Length: 0")
            #expect(framing == .none)
        }
    }

    @Test func `a CONNECT that succeeded has no length (RFC 9110 §9.3.6)`() {
        #expect(head(Response(), method: .connect).lines == ["HTTP/1.1 200 OK"])
        #expect(head(Response(status: 405), method: .connect).lines.contains("Content-Length: 0"))
    }

    @Test func `a connection that ends says so (RFC 9112 §9.6)`() {
        #expect(head(Response(), keepAlive: false).lines.last == "Connection: close")
        #expect(head(Response(), minorVersion: 0, keepAlive: false).lines.last == "Connection: close")
    }

    @Test func `a connection that stays says so to HTTP/1.0 only (RFC 9112 §9.3)`() {
        #expect(head(Response(), minorVersion: 0).lines.last == "Connection: keep-alive")
        #expect(!head(Response()).lines.contains { $0.hasPrefix("Connection") })
    }

    @Test func `switching protocols says upgrade (RFC 9110 §7.8)`() {
        let lines = head(Response(status: 101, fields: ["Upgrade": "websocket"])).lines
        #expect(lines == ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: upgrade"])
    }

    @Test func `a 426 names the upgrade among the connection options (RFC 9110 §7.8)`() {
        let answer = Response(status: 426, fields: ["Upgrade": "websocket"])
        #expect(head(answer).lines.contains("Connection: upgrade"))
        #expect(head(answer, keepAlive: false).lines.contains("Connection: close, upgrade"))
    }

    @Test func `the date is sent when there is a clock (RFC 9110 §6.6.1)`() {
        #expect(head(Response(), date: Self.date).lines.contains("Date: Sun, 06 Nov 1994 08:49:37 GMT"))
        #expect(!head(Response()).lines.contains { $0.hasPrefix("Date") })
    }

    @Test func `fields of the application go out in its order and case (RFC 9110 §5.3)`() {
        let response = Response(fields: ["X-b": "1", "x-A": "2", "Set-Cookie": "a=b", "Set-Cookie": "c=d"])
        #expect(head(response).lines == ["HTTP/1.1 200 OK", "X-b: 1", "x-A: 2", "Set-Cookie: a=b", "Set-Cookie: c=d", "Content-Length: 0"])
    }

    @Test(arguments: ["Content-Length", "content-length", "TRANSFER-ENCODING", "Connection", "Keep-Alive", "Date"] as [FieldName])
    func `framing fields of the application are dropped (RFC 9112 §6)`(name: FieldName) {
        let response = Response(fields: ["X-A": "1", name: "chunked", "X-B": "2", name: "7"], body: .bytes([1]))
        #expect(head(response).lines == ["HTTP/1.1 200 OK", "X-A: 1", "X-B: 2", "Content-Length: 1"])
    }

    @Test(arguments: ["Etag", "Server-Tim", "Content-Langu", "X-Content-Type", "Content-Languag", "Transfer-Encoded"] as [FieldName])
    func `other fields of the same length stay (RFC 9110 §5)`(name: FieldName) {
        #expect(head(Response(fields: [name: "x"])).lines.contains("\(name): x"))
    }

    @Test func `no value can end its line (RFC 9110 §5.5)`() {
        let lines = head(Response(fields: ["Location": "/\r\nSet-Cookie: a=b\0"])).lines
        #expect(lines == ["HTTP/1.1 200 OK", "Location: /  Set-Cookie: a=b ", "Content-Length: 0"])
    }

    @Test func `the interim response is whole (RFC 9110 §15.2.1)`() {
        var output: [UInt8] = []
        ResponseSerializer.continueResponse(into: &output)
        #expect(output == Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
    }

    @Test func `a chunk is size, content and line ends (RFC 9112 §7.1)`() {
        var output: [UInt8] = []
        ResponseSerializer.chunk(Array("hello, chunked world".utf8), into: &output)
        ResponseSerializer.lastChunk(into: &output)
        #expect(output == Array("14\r\nhello, chunked world\r\n0\r\n\r\n".utf8))
    }

    @Test func `no bytes make no chunk, as it would end the content (RFC 9112 §7.1)`() {
        var output: [UInt8] = []
        ResponseSerializer.chunk([], into: &output)
        #expect(output.isEmpty)
    }

    @Test func `trailers follow the last chunk without framing fields (RFC 9112 §7.1.2)`() {
        var output: [UInt8] = []
        ResponseSerializer.lastChunk(trailers: ["Digest": "x", "Content-Length": "5"], into: &output)
        #expect(output == Array("0\r\nDigest: x\r\n\r\n".utf8))
    }

    @Test func `output is appended to what is there`() {
        var output = [UInt8](arrayLiteral: 1, 2)
        ResponseSerializer.continueResponse(into: &output)
        #expect(output.starts(with: [1, 2, UInt8(ascii: "H")]))
    }
}
