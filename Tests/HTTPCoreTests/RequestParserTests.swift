import HTTPCore
import Testing

@Suite struct RequestParserTests {
    @Test func `pipelined requests are read one after another (RFC 9112 §9.3.2)`() throws {
        var parser = RequestParser()
        var input = [UInt8]((HeadRule.line("GET /1 HTTP/1.1") + "\r\n" + HeadRule.line("GET /2 HTTP/1.1") + HeadRule.line("GET /3 HTTP/1.0")).utf8)
        var seen: [String] = []
        while let (head, consumed) = try parser.read(input) {
            seen.append(summary(head))
            input.removeFirst(consumed)
        }
        #expect(seen == ["GET /1 1.1 none keep", "GET /2 1.1 none keep", "GET /3 1.0 none close"])
        #expect(input.isEmpty)
    }

    @Test func `the framing of one request does not reach the next (RFC 9112 §6)`() throws {
        var parser = RequestParser()
        let first = [UInt8]("POST /1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n".utf8)
        let second = [UInt8](HeadRule.line("GET /2 HTTP/1.1").utf8)
        #expect(try #require(try parser.read(first)).head.framing == .chunked)
        #expect(summary(try #require(try parser.read(second)).head) == "GET /2 1.1 none keep")
    }

    @Test func `a request has started once more than empty lines came (RFC 9112 §2.2)`() throws {
        var parser = RequestParser()
        #expect(try parser.read("") == nil)
        #expect(!parser.hasStarted)
        #expect(try parser.read("\r\n\r") == nil)
        #expect(!parser.hasStarted)
        #expect(try parser.read("\r\n\r\nG") == nil)
        #expect(parser.hasStarted)
        parser.reset()
        #expect(!parser.hasStarted)
    }

    @Test func `a finished head leaves the parser at a start`() throws {
        var parser = RequestParser()
        let bytes = [UInt8](HeadRule.line("GET / HTTP/1.1").utf8)
        #expect(try parser.read(bytes) != nil)
        #expect(!parser.hasStarted)
    }

    @Test func `a head that was given up does not reach the next`() throws {
        var parser = RequestParser()
        #expect(try parser.read("POST /lost HTTP/1.0\r\nContent-Length: 9\r\nX: y") == nil)
        parser.reset()
        let bytes = [UInt8](HeadRule.line("GET /found HTTP/1.1").utf8)
        let head = try #require(try parser.read(bytes)).head
        #expect(summary(head) == "GET /found 1.1 none keep")
        #expect(head.fields.count == 1)
    }
}

extension RequestParser {
    /// Reads owned bytes; nil when more are needed.
    mutating func read(_ bytes: [UInt8]) throws(ParseError) -> (head: RequestHead, consumed: Int)? { try parse(bytes.span) }
    mutating func read(_ text: String) throws(ParseError) -> (head: RequestHead, consumed: Int)? { try read([UInt8](text.utf8)) }
}

extension ChunkedDecoder {
    mutating func read(_ text: String) throws(ParseError) -> Event { try next([UInt8](text.utf8).span) }
}
