import Glibc
import Testing
import WebSocketCore

/// Case families of the Autobahn test suite, over raw frames.
@Suite struct WebSocketDecoderTests {
    static let pieces = [1, 2, 3, 7, .max]

    // 1.1, 1.2: framing
    @Test(arguments: [0, 1, 125, 126, 127, 128, 65_535, 65_536, 100_003], pieces)
    func `messages of any length arrive, however they are cut`(length: Int, pieceBytes: Int) throws {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        #expect(try decode(RawFrame(0x82, bytes).bytes, inPiecesOf: pieceBytes) == [.message(.binary(bytes))])
        let text = String(repeating: "x", count: length)
        #expect(try decode(RawFrame(0x81, text).bytes, inPiecesOf: pieceBytes) == [.message(.text(text))])
    }

    // 2.x: pings and pongs
    @Test(arguments: [0, 1, 125]) func `a ping brings its payload`(length: Int) throws {
        let payload = [UInt8](repeating: 0xFE, count: length)
        #expect(try decode(RawFrame(0x89, payload).bytes, inPiecesOf: 1) == [.ping(payload)])
        #expect(try decode(RawFrame(0x8A, payload).bytes) == [.pong(payload)])
    }

    @Test(arguments: [0x88, 0x89, 0x8A] as [UInt8]) func `a control frame of more than 125 bytes is refused (RFC 6455 §5.5)`(first: UInt8) {
        #expect(failure(RawFrame(first, [UInt8](repeating: 1, count: 126)).bytes) == .violation(.longControl))
        // With its second byte, before its length and payload are there.
        #expect(failure([first, 0xFE]) == .violation(.longControl))
    }

    // 3.x: reserved bits
    @Test(arguments: [0xC1, 0xA1, 0x91, 0xB2, 0xC9, 0xA9, 0xD8, 0xF1] as [UInt8])
    func `reserved bits are refused when no extension gives them a meaning (§5.2)`(first: UInt8) {
        #expect(failure(RawFrame(first, "a").bytes) == .violation(.reservedBits))
    }

    // 4.x: reserved opcodes
    @Test(arguments: [0x83, 0x84, 0x85, 0x86, 0x87, 0x8B, 0x8C, 0x8D, 0x8E, 0x8F] as [UInt8])
    func `reserved opcodes are refused (§5.2)`(first: UInt8) {
        #expect(failure(RawFrame(first, []).bytes) == .violation(.unknownOpcode))
        #expect(failure(RawFrame(0x81, "before").bytes + RawFrame(first, "x").bytes) == .violation(.unknownOpcode))
    }

    // 5.x: fragments
    @Test(arguments: pieces) func `fragments are put together, and control frames may come between them (§5.4)`(pieceBytes: Int) throws {
        let bytes = RawFrame(0x01, "a").bytes + RawFrame(0x89, "p").bytes + RawFrame(0x00, "").bytes + RawFrame(0x8A, "").bytes + RawFrame(0x80, "b").bytes
        #expect(try decode(bytes, inPiecesOf: pieceBytes) == [.ping(Array("p".utf8)), .pong([]), .message(.text("ab"))])
    }

    @Test(arguments: [
        (RawFrame(0x09, "").bytes, WebSocketViolation.fragmentedControl), (RawFrame(0x08, "").bytes, .fragmentedControl),
        (RawFrame(0x80, "x").bytes, .nothingToContinue), (RawFrame(0x00, "x").bytes, .nothingToContinue),
        (RawFrame(0x01, "a").bytes + RawFrame(0x81, "b").bytes, .messageUnfinished),
        (RawFrame(0x01, "a").bytes + RawFrame(0x02, "b").bytes, .messageUnfinished),
        (RawFrame(0x01, "a").bytes + RawFrame(0x80, "b").bytes + RawFrame(0x80, "c").bytes, .nothingToContinue),
    ])
    func `fragments out of order are refused (§5.4)`(bytes: [UInt8], violation: WebSocketViolation) {
        #expect(failure(bytes) == .violation(violation))
        #expect(failure(bytes, inPiecesOf: 1) == .violation(violation))
    }

    @Test func `fragments without end are cut off, also empty ones`() {
        var limits = WebSocketLimits()
        limits.fragmentCount = 4
        let fragments = RawFrame(0x02, []).bytes + (0..<3).flatMap { _ in RawFrame(0x00, []).bytes }
        #expect(failure(fragments, limits: limits) == nil)
        #expect(failure(fragments + RawFrame(0x00, []).bytes, limits: limits) == .tooManyFragments(limit: 4))
        // The next message counts anew.
        #expect(failure(fragments.dropLast(6) + RawFrame(0x80, []).bytes + RawFrame(0x02, []).bytes, limits: limits) == nil)
    }

    // Framing
    @Test func `a client that does not mask is refused, and so is a server that does (§5.1)`() throws {
        #expect(failure(RawFrame(0x81, [1], isMasked: false).bytes) == .violation(.notMasked))
        #expect(throws: WebSocketError.violation(.masked)) { try decode(RawFrame(0x81, "a").bytes, from: .server) }
        #expect(try decode(RawFrame(0x81, [0x61], isMasked: false).bytes, from: .server) == [.message(.text("a"))])
    }

    @Test(arguments: [(125, 2), (125, 8), (0, 2), (65_535, 8)]) func `a length that takes more bytes than it needs is refused (§5.2)`(length: Int, size: Int) {
        let frame = RawFrame(0x82, [UInt8](repeating: 0, count: length), lengthBytes: size)
        #expect(failure(frame.bytes) == .violation(.lengthNotMinimal))
    }

    @Test func `a length of 64 bits is refused (§5.2)`() {
        #expect(failure([0x82, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0]) == .violation(.lengthTooLarge))
    }

    // 9.x and 10.x: limits
    @Test func `a message above the limit is refused by its head, before its payload`() {
        var limits = WebSocketLimits()
        limits.messageBytes = 1_000
        let whole = RawFrame(0x82, [UInt8](repeating: 0, count: 1_000)).bytes
        #expect(failure(whole, limits: limits) == nil)
        let long = RawFrame(0x82, [UInt8](repeating: 0, count: 1_001)).bytes
        #expect(failure(Array(long.prefix(8)), limits: limits) == .messageTooLarge(limitBytes: 1_000))
        #expect(failure([0x82, 0xFF, 0x7F, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0], limits: limits) == .messageTooLarge(limitBytes: 1_000))
        let fragments = RawFrame(0x02, [UInt8](repeating: 0, count: 600)).bytes + RawFrame(0x80, [UInt8](repeating: 0, count: 401)).bytes
        #expect(failure(Array(fragments.prefix(8 + 600 + 8)), limits: limits) == .messageTooLarge(limitBytes: 1_000))
    }

    @Test func `4 MiB arrive in fragments of 64 bytes`() throws {
        var limits = WebSocketLimits()
        limits.messageBytes = 4_194_304
        let piece = [UInt8](repeating: 0x2A, count: 64)
        let fragment = RawFrame(0x00, piece).bytes
        var bytes = RawFrame(0x02, piece).bytes
        for _ in 0..<65_534 { bytes += fragment }
        bytes += RawFrame(0x80, piece).bytes
        #expect(try decode(bytes, inPiecesOf: 65_536, limits: limits) == [.message(.binary([UInt8](repeating: 0x2A, count: 4_194_304)))])
    }

    // 6.x: UTF-8
    @Test(arguments: ["κόσμε", "\u{0}", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}", "日本語ばかりの長い文", "Hello-µ@ßöäüàá-UTF-8!!"], pieces)
    func `characters may be cut anywhere, between frames too (§8.1)`(text: String, pieceBytes: Int) throws {
        #expect(try decode(RawFrame(0x81, text).bytes, inPiecesOf: pieceBytes) == [.message(.text(text))])
        let parts = Array(text.utf8)
        let fragments = parts.enumerated().flatMap { index, byte in
            RawFrame((index == 0 ? 0x01 : 0x00) | (index == parts.count - 1 ? 0x80 : 0), [byte]).bytes
        }
        #expect(try decode(fragments, inPiecesOf: pieceBytes) == [.message(.text(text))])
    }

    @Test(
        arguments: [
            [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0xAF],
            [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80], [0xF8, 0x88], [0xFE], [0xFF], [0x80], [0xBF], [0xE3, 0x41], [0xF0, 0x9F, 0x41], [0xE3, 0x81, 0x41],
        ] as [[UInt8]])
    func `what is no UTF-8 is refused with its first wrong byte, not at the end of the message (§8.1)`(wrong: [UInt8]) {
        let payload = Array("twelve bytes".utf8) + wrong + Array("and on".utf8)
        #expect(failure(RawFrame(0x81, payload).bytes) == .invalidText)
        // The frame is not final, and its payload has not come whole.
        let unfinished = Array(RawFrame(0x01, payload).bytes.prefix(6 + 12 + wrong.count))
        #expect(failure(unfinished, inPiecesOf: 1) == .invalidText)
        #expect(failure(RawFrame(0x82, payload).bytes) == nil)
    }

    @Test func `a text that ends within a character is refused`() {
        #expect(failure(RawFrame(0x81, [0xE3, 0x81]).bytes) == .invalidText)
        #expect(failure(RawFrame(0x01, [0xE3, 0x81]).bytes + RawFrame(0x80, []).bytes) == .invalidText)
        #expect(failure(RawFrame(0x01, [0xE3, 0x81]).bytes) == nil)
    }

    // 7.x: closing
    @Test(arguments: [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999] as [UInt16])
    func `close codes that may be sent are told with their reason (§7.4)`(code: UInt16) throws {
        let payload = [UInt8(code >> 8), UInt8(code & 255)] + Array("じゃあね".utf8)
        #expect(try decode(RawFrame(0x88, payload).bytes, inPiecesOf: 1) == [.close(WebSocketCloseCode(rawValue: code), reason: "じゃあね")])
    }

    @Test(arguments: [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535] as [UInt16])
    func `close codes that may not be sent are refused (§7.4)`(code: UInt16) {
        #expect(failure(RawFrame(0x88, [UInt8(code >> 8), UInt8(code & 255)]).bytes) == .violation(.badCloseCode))
    }

    @Test func `a close frame without a code is told as such, half a code and a broken reason are refused (§5.5.1)`() throws {
        #expect(try decode(RawFrame(0x88, []).bytes) == [.close(.noStatus, reason: "")])
        #expect(failure(RawFrame(0x88, [3]).bytes) == .violation(.badClosePayload))
        #expect(failure(RawFrame(0x88, [3, 232, 0xE3, 0x81]).bytes) == .invalidText)
        #expect(failure(RawFrame(0x88, [3, 232, 0xFF]).bytes) == .invalidText)
    }

    @Test func `a message of many small fragments costs what its bytes cost`() throws {
        let payload = [UInt8](repeating: 7, count: 16)
        func seconds(_ fragmentCount: Int) throws -> Double {
            var bytes = RawFrame(0x02, payload).bytes
            for _ in 2..<fragmentCount { bytes += RawFrame(0x00, payload).bytes }
            bytes += RawFrame(0x80, payload).bytes
            let began = threadSeconds()
            #expect(try decode(bytes).count == 1)
            return threadSeconds() - began
        }
        // Eight times the fragments; a decoder that copied what it has at each would take sixty-four times as long.
        let (few, many) = (try seconds(8_192), try seconds(65_536))
        #expect(many < 24 * few)
    }

    @Test func `nothing is read after a close frame (§5.5.1)`() throws {
        #expect(try decode(RawFrame(0x88, []).bytes + RawFrame(0x81, "late").bytes + [0xFF, 0xFF], inPiecesOf: 5) == [.close(.noStatus, reason: "")])
    }
}

/// Processor time of this thread so far.
private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
