import Platform
import TestKit
import Testing

@Suite struct `A logger` {
    private let sink = CapturingLogSink()
    private let logger: Logger

    init() { logger = Logger(service: "test-service", minimumLevel: .info, sink: sink, clock: ManualClock()) }

    private let start = #"{"time":"2026-02-08T17:20:23.000Z","level":"info","service":"test-service","event":"#

    @Test func `writes one JSON line with time, level, service, event and fields in their order`() {
        logger.info("request") {
            $0.field("method", "GET")
            $0.field("status", 200)
            $0.field("ratio", 0.5)
            $0.field("cached", false)
        }
        #expect(sink.lines == [start + #""request","method":"GET","status":200,"ratio":0.5,"cached":false}"#])
    }

    @Test func `leaves out what is below its level, without composing it`() {
        var composed = false
        logger.debug("detail") { _ in composed = true }
        #expect(sink.lines.isEmpty && !composed)
        #expect(!logger.isEnabled(.debug) && logger.isEnabled(.error))
    }

    @Test func `adds bound fields to every line, and only where they were bound`() {
        let bound = logger.with { $0.field("request_id", "r-1") }
        bound.info("a")
        logger.info("b")
        #expect(sink.lines == [start + #""a","request_id":"r-1"}"#, start + #""b"}"#])
    }

    @Test(arguments: [
        ("quote\" back\\slash", #"quote\" back\\slash"#),
        ("line\nfeed\r\ttab", #"line\nfeed\r\ttab"#),
        ("\u{0}\u{1B}[31m\u{7F}", #"\u0000\u001b[31m\u007f"#),
        ("C1 \u{9B}31m\u{85}", #"C1 \u009b31m\u0085"#),
        ("\u{2028}and\u{2029}", #"\u2028and\u2029"#),
        ("日本語 👩‍🚀 é", "日本語 👩‍🚀 é"),
        ("", ""),
    ])
    func `escapes what could forge a line or drive a terminal, and nothing else`(text: String, expected: String) {
        logger.info("e") { $0.field("text", text) }
        #expect(sink.lines == [start + "\"e\",\"text\":\"\(expected)\"}"])
    }

    @Test(
        arguments: [
            ([0xFF], #"\ufffd"#), ([0x61, 0xC3], #"a\ufffd"#), ([0xC0, 0xAF], #"\ufffd\ufffd"#), ([0xED, 0xA0, 0x80], #"\ufffd\ufffd\ufffd"#),
            ([0xF4, 0x90, 0x80, 0x80], #"\ufffd\ufffd\ufffd\ufffd"#), ([0xE3, 0x81, 0x82], "あ"), ([0xF0, 0x9F, 0x8D, 0xA3], "🍣"), ([], ""),
            ([0xE3, 0x81, 0x22], #"\ufffd\ufffd\""#),
        ] as [([UInt8], String)])
    func `replaces bytes that are no UTF-8`(bytes: [UInt8], expected: String) {
        logger.info("e") { $0.field("text", utf8: bytes.span) }
        #expect(sink.lines == [start + "\"e\",\"text\":\"\(expected)\"}"])
    }

    @Test(arguments: [(Double.nan, "null"), (.infinity, "null"), (-.infinity, "null"), (1e-7, "1e-07"), (-0.25, "-0.25")])
    func `writes numbers that JSON has, and null for others`(number: Double, expected: String) {
        logger.info("e") { $0.field("n", number) }
        #expect(sink.lines == [start + "\"e\",\"n\":\(expected)}"])
    }

    @Test(arguments: [0, 7, -1, 10, 1_234_567_890, .max, .min])
    func `writes every integer`(number: Int) {
        logger.info("e") { $0.field("n", number) }
        #expect(sink.lines == [start + "\"e\",\"n\":\(number)}"])
    }

    @Test func `writes an integer beyond Int`() {
        logger.info("e") { $0.field("n", UInt64.max) }
        #expect(sink.lines == [start + #""e","n":18446744073709551615}"#])
    }

    @Test(arguments: [
        (Duration.microseconds(1234), "1.234"), (.zero, "0.000"), (.seconds(61), "61000.000"), (.nanoseconds(-1_500_000), "-1.500"),
        (.seconds(Int64.max), "null"),
    ])
    func `writes durations as milliseconds`(duration: Duration, expected: String) {
        logger.info("e") { $0.field("duration_ms", milliseconds: duration) }
        #expect(sink.lines == [start + "\"e\",\"duration_ms\":\(expected)}"])
    }

    @Test func `leaves out an optional text that is nil`() {
        logger.info("e") { $0.field("user", String?.none) }
        #expect(sink.lines == [start + #""e"}"#])
    }

    @Test func `cuts long values and long lines, and says so`() throws {
        logger.info("e") { fields in
            for _ in 0..<20 { fields.field("v", String(repeating: "x", count: 10_000)) }
        }
        let line = try #require(sink.lines.first)
        #expect(line.contains(String(repeating: "x", count: 8192) + "…\""))
        #expect(!line.contains(String(repeating: "x", count: 8193)))
        #expect(line.hasSuffix(#","truncated":true}"#) && line.utf8.count < 80_000)
    }

    @Test(arguments: [
        (0, 0, "1970-01-01T00:00:00.000Z"), (951_782_400, 1_000_000, "2000-02-29T00:00:00.001Z"), (-1, 999_999_999, "1969-12-31T23:59:59.999Z"),
        (4_102_444_799, 500_000_000, "2099-12-31T23:59:59.500Z"), (1_709_251_199, 0, "2024-02-29T23:59:59.000Z"),
        (-62_135_596_800, 0, "0001-01-01T00:00:00.000Z"),
    ])
    func `tells the time as RFC 3339 in UTC`(seconds: Int, nanoseconds: Int, expected: String) {
        let clock = ManualClock(UnixTime(seconds: Int64(seconds), nanoseconds: Int32(nanoseconds)))
        Logger(service: "s", sink: sink, clock: clock).info("e")
        #expect(sink.lines == ["{\"time\":\"\(expected)\",\"level\":\"info\",\"service\":\"s\",\"event\":\"e\"}"])
    }

    @Test func `may be used inside the fields of another line`() {
        logger.info("outer") { fields in
            logger.info("inner")
            fields.field("n", 1)
        }
        #expect(sink.lines == [start + #""inner"}"#, start + #""outer","n":1}"#])
    }

    @Test func `keeps only the newest lines when captured`() {
        let small = CapturingLogSink(limit: 2)
        let logger = Logger(service: "s", sink: small)
        for number in 1...5 { logger.info("e") { $0.field("n", number) } }
        #expect(small.lines.count == 2 && small.lines.last?.hasSuffix("\"n\":5}") == true)
    }
}
