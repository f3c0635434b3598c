import HTTPCore
import Testing

@Suite struct LimitTests {
    private func head(paddedTo count: Int) -> [UInt8] {
        let frame = "GET / HTTP/1.1\r\nHost: a\r\nX: \r\n\r\n"
        return [UInt8]("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: count - frame.utf8.count))\r\n\r\n".utf8)
    }

    @Test func `a head as large as the limit is read (RFC 6585 §5)`() {
        let bytes = head(paddedTo: 16_384)
        #expect(bytes.count == 16_384)
        #expect(parse(bytes) == .head("GET / 1.1 none keep", left: ""))
    }

    @Test func `a head one byte larger than the limit is refused (RFC 6585 §5)`() {
        #expect(parse(head(paddedTo: 16_385)) == .refused(.headTooLarge))
    }

    @Test func `a head is refused when it passes the limit, not when it ends (RFC 6585 §5)`() {
        let bytes = [UInt8](("GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 20_000)).utf8)
        #expect(parse(bytes, arrivingAt: [16_384]) == .needsMore)
        #expect(parse(bytes, arrivingAt: [16_384, 16_385]) == .refused(.headTooLarge))
    }

    @Test func `content behind a small head does not count (RFC 6585 §5)`() {
        let bytes = head(paddedTo: 100) + Array(repeating: 0x41, count: 40_000)
        #expect(parse(bytes, arrivingAt: [bytes.count]) == .head("GET / 1.1 none keep", left: String(repeating: "A", count: 40_000)))
    }

    @Test func `as many fields as the limit are read (RFC 6585 §5)`() {
        let lines = (1...99).map { "X-\($0): a" }.joined(separator: "\r\n")
        #expect(parse([UInt8](HeadRule.fields(lines).utf8)) == .head("GET / 1.1 none keep", left: ""))
    }

    @Test func `one field more than the limit is refused at its first byte (RFC 6585 §5)`() {
        let lines = (1...99).map { "X-\($0): a\r\n" }.joined()
        let bytes = [UInt8](("GET / HTTP/1.1\r\nHost: a\r\n" + lines).utf8)
        #expect(parse(bytes) == .needsMore)
        #expect(parse(bytes + [UInt8(ascii: "Y")]) == .refused(.tooManyFields))
    }

    @Test func `a target as long as the limit is read (RFC 9110 §15.5.15)`() {
        let target = "/" + String(repeating: "t", count: 8_191)
        #expect(parse([UInt8](HeadRule.line("GET \(target) HTTP/1.1").utf8)) == .head("GET \(target) 1.1 none keep", left: ""))
    }

    @Test func `a target longer than the limit is refused before its line ends (RFC 9110 §15.5.15)`() {
        let bytes = [UInt8](("GET /" + String(repeating: "t", count: 8_192)).utf8)
        #expect(parse(bytes) == .refused(.targetTooLong))
        #expect(parse(Array(bytes.dropLast())) == .needsMore)
        #expect(parse(bytes + Array(" HTTP/1.1\r\nHost: a\r\n\r\n".utf8)) == .refused(.targetTooLong))
    }

    @Test func `a method that does not end is refused (RFC 9112 §3)`() {
        #expect(parse(Array(repeating: UInt8(ascii: "A"), count: 33)) == .refused(.badMethod))
        #expect(parse(Array(repeating: UInt8(ascii: "A"), count: 32)) == .needsMore)
    }

    @Test func `limits are settings`() {
        var limits = RequestLimits()
        limits.headBytes = 64
        limits.fieldCount = 2
        limits.targetBytes = 4
        #expect(parse(head(paddedTo: 64), limits: limits) == .head("GET / 1.1 none keep", left: ""))
        #expect(parse(head(paddedTo: 65), limits: limits) == .refused(.headTooLarge))
        #expect(parse([UInt8](HeadRule.fields("A: a\r\nB: b").utf8), limits: limits) == .refused(.tooManyFields))
        #expect(parse([UInt8](HeadRule.line("GET /1234 HTTP/1.1").utf8), limits: limits) == .refused(.targetTooLong))
    }

    @Test func `a limit of the head below that of the target ends the request line`() {
        var limits = RequestLimits()
        limits.headBytes = 16
        #expect(parse([UInt8](HeadRule.line("GET /12345678901234567890 HTTP/1.1").utf8), limits: limits) == .refused(.targetTooLong))
    }

    @Test(arguments: [
        (ParseError.targetTooLong, 414), (.headTooLarge, 431), (.tooManyFields, 431), (.unknownTransferCoding, 501), (.unsupportedVersion, 505),
        (.unknownExpectation, 417), (.badRequestLine, 400), (.badMethod, 400), (.badTarget, 400), (.bareLineEnd, 400), (.badFieldName, 400),
        (.badFieldValue, 400), (.obsoleteFolding, 400), (.badHost, 400), (.badContentLength, 400), (.conflictingFraming, 400), (.badTransferEncoding, 400),
        (.badChunk, 400), (.badTrailer, 400),
    ]) func `each error has its status (RFC 9110 §15)`(error: ParseError, code: Int) {
        #expect(error.status == Status(code))
    }
}
