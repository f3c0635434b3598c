import HTTPCore
import TestKit
import Testing

/// What a chunked body came to.
enum BodyOutcome: Equatable, Sendable {
    case needsMore(sofar: String)
    case refused(ParseError)
    case body(String, trailers: [String], left: String)
}

/// One rule about chunks.
struct ChunkRule: Sendable, CustomTestStringConvertible {
    let sentence: String
    let section: String
    let text: String
    let outcome: BodyOutcome
    var testDescription: String { "\(sentence) (\(section))" }

    static func accepts(_ sentence: String, _ section: String, _ text: String, _ body: String, trailers: [String] = [], left: String = "") -> ChunkRule {
        ChunkRule(sentence: sentence, section: section, text: text, outcome: .body(body, trailers: trailers, left: left))
    }

    static func refuses(_ sentence: String, _ section: String, _ text: String, _ error: ParseError) -> ChunkRule {
        ChunkRule(sentence: sentence, section: section, text: text, outcome: .refused(error))
    }

    static func waits(_ sentence: String, _ section: String, _ text: String, _ sofar: String) -> ChunkRule {
        ChunkRule(sentence: sentence, section: section, text: text, outcome: .needsMore(sofar: sofar))
    }
}

/// Decodes bytes that arrive in pieces ending at `ends`, dropping what is consumed as a connection does.
func decode(_ bytes: [UInt8], arrivingAt ends: some Sequence<Int>, limits: RequestLimits = .init()) -> BodyOutcome {
    var decoder = ChunkedDecoder(limits: limits)
    var body: [UInt8] = []
    var start = 0
    do throws(ParseError) {
        for end in ends {
            reading: while true {
                let input = bytes.span.extracting(start..<end)
                switch try decoder.next(input) {
                case .needsMore(let consumed):
                    // A caller may count on it: whatever is left over would have to be kept.
                    let given = end - start
                    #expect(consumed == given)
                    start += consumed
                    break reading
                case .data(let range, let consumed):
                    for index in range { body.append(input[index]) }
                    start += consumed
                case .end(let trailers, let consumed):
                    let left = String(decoding: bytes[(start + consumed)...], as: UTF8.self)
                    return .body(String(decoding: body, as: UTF8.self), trailers: trailers.map { "\($0.name)=\($0.value)" }, left: left)
                }
            }
        }
        return .needsMore(sofar: String(decoding: body, as: UTF8.self))
    } catch {
        return .refused(error)
    }
}

/// The outcome of the whole bytes at once, after asserting that no other way of arriving changes it.
func decode(_ bytes: [UInt8], limits: RequestLimits = .init(), sourceLocation: SourceLocation = #_sourceLocation) -> BodyOutcome {
    let whole = decode(bytes, arrivingAt: [bytes.count], limits: limits)
    #expect(decode(bytes, arrivingAt: 0...bytes.count, limits: limits) == whole, "one byte at a time", sourceLocation: sourceLocation)
    var random = SeededRandom(seed: UInt64(bytes.count))
    for _ in 0..<20 {
        let ends = random.splits(of: bytes.count)
        #expect(decode(bytes, arrivingAt: ends, limits: limits) == whole, "split at \(ends)", sourceLocation: sourceLocation)
    }
    return whole
}

@Suite struct ChunkedDecoderTests {
    static let rules: [ChunkRule] = [
        .accepts("chunks join to a body", "RFC 9112 §7.1", "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "hello world"),
        .accepts("a body may be empty", "RFC 9112 §7.1", "0\r\n\r\n", ""),
        .accepts("sizes are hexadecimal in any case", "RFC 9112 §7.1", "a\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n", "01234567890123456789"),
        .accepts("sizes may have leading zeros", "RFC 9112 §7.1", "0005\r\nhello\r\n000\r\n\r\n", "hello"),
        .accepts("content may look like framing", "RFC 9112 §7.1", "5\r\n0\r\n\r\n\r\n0\r\n\r\n", "0\r\n\r\n"),
        .accepts("extensions are ignored", "RFC 9112 §7.1.1", "5;a=b;c=\"d e\"\r\nhello\r\n0;last\r\n\r\n", "hello"),
        .accepts("what follows the body is left", "RFC 9112 §9.3.2", "1\r\nx\r\n0\r\n\r\nGET /", "x", left: "GET /"),
        .accepts("trailer fields are read", "RFC 9112 §7.1.2", "1\r\nx\r\n0\r\nA: b\r\nc:d\r\n\r\n", "x", trailers: ["A=b", "c=d"]),
        .accepts("trailer fields and what follows are told apart", "RFC 9112 §7.1.2", "0\r\nA: b\r\n\r\nA: c", "", trailers: ["A=b"], left: "A: c"),
        .refuses("a size is not empty", "RFC 9112 §7.1", "\r\nhello\r\n", .badChunk),
        .refuses("a size has no prefix", "RFC 9112 §7.1", "0x5\r\nhello\r\n", .badChunk),
        .refuses("a size has no plus", "RFC 9112 §7.1", "+5\r\nhello\r\n", .badChunk),
        .refuses("a size has no minus", "RFC 9112 §7.1", "-5\r\nhello\r\n", .badChunk),
        .refuses("white space may not precede a size", "RFC 9112 §7.1", " 5\r\nhello\r\n", .badChunk),
        .refuses("white space may not follow a size", "RFC 9112 §7.1", "5 \r\nhello\r\n", .badChunk),
        .refuses("a tab may not follow a size", "RFC 9112 §7.1", "5\t;a\r\nhello\r\n", .badChunk),
        .refuses("a size has no underscore", "RFC 9112 §7.1", "1_0\r\n", .badChunk),
        .refuses("a size has hexadecimal digits only", "RFC 9112 §7.1", "g\r\n", .badChunk),
        .refuses("a size that overflows is refused", "RFC 9112 §7.1", "8000000000000000\r\n", .badChunk),
        .refuses("a size of 64 set bits is refused", "RFC 9112 §7.1", "ffffffffffffffff\r\n", .badChunk),
        .refuses("a size of seventeen digits is refused", "RFC 9112 §7.1", "00000000000000005\r\n", .badChunk),
        .refuses("a size line may not end in a bare LF", "RFC 9112 §2.2", "5\nhello\r\n0\r\n\r\n", .bareLineEnd),
        .refuses("a size line may not end in a bare CR", "RFC 9112 §2.2", "5\rhello\r\n", .bareLineEnd),
        .refuses("an extension may not end in a bare LF", "RFC 9112 §7.1.1", "5;a\nhello\r\n", .bareLineEnd),
        .refuses("an extension may not hold a bare CR", "RFC 9112 §7.1.1", "5;a\rb\r\nhello\r\n", .bareLineEnd),
        .refuses("an extension may not hold NUL", "RFC 9112 §7.1.1", "5;a\0b\r\nhello\r\n", .badChunk),
        .refuses("content ends with CR LF", "RFC 9112 §7.1", "5\r\nhelloX", .badChunk),
        .refuses("content does not end with a bare LF", "RFC 9112 §7.1", "5\r\nhello\n0\r\n\r\n", .badChunk),
        .refuses("content does not end with a bare CR", "RFC 9112 §7.1", "5\r\nhello\r0\r\n\r\n", .badChunk),
        .refuses("content longer than its size is refused", "RFC 9112 §7.1", "4\r\nhello\r\n0\r\n\r\n", .badChunk),
        .refuses("Content-Length is no trailer", "RFC 9110 §6.5.1", "0\r\nContent-Length: 5\r\n\r\n", .badTrailer),
        .refuses("Transfer-Encoding is no trailer", "RFC 9110 §6.5.1", "0\r\ntransfer-encoding: chunked\r\n\r\n", .badTrailer),
        .refuses("Host is no trailer", "RFC 9110 §6.5.1", "0\r\nHost: a\r\n\r\n", .badTrailer),
        .refuses("Authorization is no trailer", "RFC 9110 §6.5.1", "0\r\nAuthorization: Bearer x\r\n\r\n", .badTrailer),
        .refuses("Content-Type is no trailer", "RFC 9110 §6.5.1", "0\r\nContent-Type: text/html\r\n\r\n", .badTrailer),
        .refuses("Cookie is no trailer", "RFC 9110 §6.5.1", "0\r\nCookie: a=b\r\n\r\n", .badTrailer),
        .refuses("a trailer is not folded", "RFC 9112 §5.2", "0\r\nA: b\r\n c\r\n\r\n", .badTrailer),
        .refuses("a trailer has no space before its colon", "RFC 9112 §5.1", "0\r\nA : b\r\n\r\n", .badTrailer),
        .refuses("a trailer has no NUL", "RFC 9110 §5.5", "0\r\nA: \0\r\n\r\n", .badTrailer),
        .refuses("a trailer may not end in a bare LF", "RFC 9112 §2.2", "0\r\nA: b\n\r\n", .bareLineEnd),
        .refuses("the body does not end in a bare LF", "RFC 9112 §2.2", "0\r\n\n", .bareLineEnd),
        .waits("a size line is waited for", "RFC 9112 §7.1", "5", ""),
        .waits("content is handed on as it comes", "RFC 9112 §7.1", "5\r\nhel", "hel"),
        .waits("the end of content is waited for", "RFC 9112 §7.1", "5\r\nhello\r", "hello"),
        .waits("the last empty line is waited for", "RFC 9112 §7.1", "5\r\nhello\r\n0\r\n", "hello"),
        .waits("half of the last empty line is waited for", "RFC 9112 §7.1", "5\r\nhello\r\n0\r\n\r", "hello"),
        .waits("the end of the trailer section is waited for", "RFC 9112 §7.1.2", "0\r\nA: b\r\n", ""),
    ]

    @Test(arguments: rules) func `chunks`(_ rule: ChunkRule) {
        #expect(decode([UInt8](rule.text.utf8)) == rule.outcome)
    }

    @Test func `the largest size is read (RFC 9112 §7.1)`() throws {
        var decoder = ChunkedDecoder()
        #expect(try decoder.read("7fffffffffffffff\r\nabc") == .data(18..<21, consumed: 21))
    }

    @Test func `extensions of one body have a bound (RFC 9112 §7.1.1)`() {
        var limits = RequestLimits()
        limits.headBytes = 64
        let inBound = "1;" + String(repeating: "e", count: 64) + "\r\nx\r\n0\r\n\r\n"
        #expect(decode([UInt8](inBound.utf8), limits: limits) == .body("x", trailers: [], left: ""))
        let overInOne = "1;" + String(repeating: "e", count: 65) + "\r\nx\r\n0\r\n\r\n"
        #expect(decode([UInt8](overInOne.utf8), limits: limits) == .refused(.badChunk))
        let overTogether = String(repeating: "1;eeeeeeeeee\r\nx\r\n", count: 7) + "0\r\n\r\n"
        #expect(decode([UInt8](overTogether.utf8), limits: limits) == .refused(.badChunk))
    }

    @Test func `the trailer section has a bound (RFC 6585 §5)`() {
        var limits = RequestLimits()
        limits.headBytes = 32
        limits.fieldCount = 2
        #expect(decode([UInt8]("0\r\nA: \(String(repeating: "b", count: 25))\r\n\r\n".utf8), limits: limits).isBody)
        #expect(decode([UInt8]("0\r\nA: \(String(repeating: "b", count: 26))\r\n\r\n".utf8), limits: limits) == .refused(.headTooLarge))
        #expect(decode([UInt8]("0\r\nA: b\r\nC: d\r\n\r\n".utf8), limits: limits).isBody)
        #expect(decode([UInt8]("0\r\nA: b\r\nC: d\r\nE: f\r\n\r\n".utf8), limits: limits) == .refused(.tooManyFields))
    }

    @Test func `a decoder that ended stays at the end`() throws {
        var decoder = ChunkedDecoder()
        #expect(try decoder.read("0\r\n\r\n") == .end(trailers: [:], consumed: 5))
        #expect(try decoder.read("more") == .end(trailers: [:], consumed: 0))
        #expect(try decoder.read("") == .end(trailers: [:], consumed: 0))
    }

    @Test(arguments: [1, 9, 10, 15, 16, 255, 256, 4_096, 65_537]) func `what the serialiser writes is read back (RFC 9112 §7.1)`(count: Int) {
        let body = [UInt8](repeating: UInt8(ascii: "z"), count: count)
        var wire: [UInt8] = []
        ResponseSerializer.chunk(body, into: &wire)
        ResponseSerializer.chunk([], into: &wire)
        ResponseSerializer.lastChunk(trailers: ["Digest": "abc"], into: &wire)
        #expect(decode(wire, arrivingAt: [wire.count]) == .body(String(decoding: body, as: UTF8.self), trailers: ["Digest=abc"], left: ""))
    }
}

extension BodyOutcome {
    var isBody: Bool {
        if case .body = self { true } else { false }
    }
}
