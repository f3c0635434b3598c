import Encoding
import HTTPCore
import Testing

@testable import Web

private let now = "Tue, 15 Nov 1994 12:45:26 GMT", before = "Tue, 15 Nov 1994 12:45:25 GMT", after = "Tue, 15 Nov 1994 12:45:27 GMT"

private func outcome(_ fields: Fields, _ method: HTTPCore.Method = .get, tag: EntityTag? = EntityTag("a"), isDated: Bool = true) -> Preconditions.Outcome {
    Preconditions(fields)?.outcome(for: method, tag: tag, lastModified: isDated ? Timestamp(httpDate: now) : nil) ?? .proceed
}

@Suite struct `Preconditions of a request` {
    @Test func `none are none`() { #expect(Preconditions(["Range": "bytes=0-1", "If-Range": "\"a\""]) == nil) }

    @Test(arguments: [
        (#""a""#, true), (#""b", "a""#, true), ("*", true), (" * ", true), (#""b""#, false), (#"W/"a""#, false), ("a", false), ("", false), (#""a"#, false),
        (#""b,"a""#, false), (#"bad, "a""#, true), (#""x"y, "a""#, true), (",,\t\"a\",,", true), (#"*, "b""#, false),
    ])
    func `If-Match is strong (RFC 9110 §13.1.1)`(value: String, holds: Bool) {
        for method in [HTTPCore.Method.get, .put] { #expect(outcome([.ifMatch: value], method) == (holds ? .proceed : .failed)) }
    }

    @Test(arguments: [
        (#""a""#, true), (#"W/"a""#, true), (#"W/"b" , W/"a""#, true), ("*", true), (#""b""#, false), ("a", false), ("", false), (#"w/"a""#, false),
        (#""b,a""#, false), (#"W/ "a""#, false),
    ])
    func `If-None-Match is weak; 304 for reading and 412 for the rest (RFC 9110 §13.1.2)`(value: String, isKnown: Bool) {
        for method in [HTTPCore.Method.get, .head] { #expect(outcome([.ifNoneMatch: value], method) == (isKnown ? .notModified : .proceed)) }
        #expect(outcome([.ifNoneMatch: value], .put) == (isKnown ? .failed : .proceed))
    }

    @Test func `a tag may hold a comma, and lines are one list`() {
        #expect(outcome([.ifNoneMatch: #""b", "a,c""#], tag: EntityTag("a,c")) == .notModified)
        #expect(outcome([.ifNoneMatch: #""b""#, .ifNoneMatch: #""a""#]) == .notModified)
    }

    @Test func `without a tag only the star matches`() {
        #expect(outcome([.ifNoneMatch: "*"], tag: nil) == .notModified && outcome([.ifMatch: "*"], tag: nil) == .proceed)
        #expect(outcome([.ifNoneMatch: #""a""#], tag: nil) == .proceed && outcome([.ifMatch: #""a""#], tag: nil) == .failed)
    }

    @Test(arguments: [(now, true), (after, true), (before, false), ("yesterday", false), ("", false)])
    func `If-Modified-Since counts for reading (RFC 9110 §13.1.3)`(value: String, isKnown: Bool) {
        #expect(outcome([.ifModifiedSince: value]) == (isKnown ? .notModified : .proceed))
        #expect(outcome([.ifModifiedSince: value], .head) == (isKnown ? .notModified : .proceed))
        #expect(outcome([.ifModifiedSince: value], .put) == .proceed)
        #expect(outcome([.ifModifiedSince: value], isDated: false) == .proceed)
    }

    @Test(arguments: [(now, true), (after, true), (before, false), ("yesterday", true)])
    func `If-Unmodified-Since counts for all (RFC 9110 §13.1.4)`(value: String, holds: Bool) {
        for method in [HTTPCore.Method.get, .put] { #expect(outcome([.ifUnmodifiedSince: value], method) == (holds ? .proceed : .failed)) }
    }

    @Test(
        arguments: [
            ([.ifMatch: #""a""#, .ifUnmodifiedSince: before], .proceed),
            ([.ifMatch: #""b""#, .ifUnmodifiedSince: after, .ifNoneMatch: "*"], .failed),
            ([.ifUnmodifiedSince: before, .ifNoneMatch: #""a""#], .failed),
            ([.ifUnmodifiedSince: after, .ifNoneMatch: #""a""#], .notModified),
            ([.ifMatch: #""a""#, .ifNoneMatch: #""a""#], .notModified),
            ([.ifNoneMatch: #""b""#, .ifModifiedSince: after], .proceed),
            ([.ifNoneMatch: #""a""#, .ifModifiedSince: before], .notModified),
            ([.ifNoneMatch: "rubbish", .ifModifiedSince: after], .proceed),
            ([.ifMatch: #""a""#, .ifModifiedSince: now], .notModified),
        ] as [(Fields, Preconditions.Outcome)])
    func `are taken in the order of RFC 9110 §13.2.2: tags overrule dates`(fields: Fields, expected: Preconditions.Outcome) {
        #expect(outcome(fields) == expected)
    }
}

@Suite struct `Byte ranges` {
    @Test(
        arguments: [
            ("bytes=0-0", [0..<1]), ("bytes=0-", [0..<100]), ("bytes=10-19", [10..<20]), ("bytes=99-", [99..<100]), ("bytes=90-1000", [90..<100]),
            ("bytes=-1", [99..<100]), ("bytes=-1000", [0..<100]), ("BYTES=5-6", [5..<7]), ("bytes= 0-1 ,\t4-5", [0..<2, 4..<6]),
            ("bytes=,0-1,,", [0..<2]), ("bytes=50-59,0-9", [50..<60, 0..<10]), ("bytes=0-9,5-14", [0..<15]), ("bytes=20-29,0-9,10-12", [0..<13, 20..<30]),
            ("bytes=0-,0-,0-", [0..<100]), ("bytes=100-,0-1", [0..<2]), ("bytes=-0,0-1", [0..<2]),
            ("bytes=0-99999999999999999999999999", [0..<100]), ("bytes=-99999999999999999999999999", [0..<100]),
        ] as [(String, [Range<Int>])])
    func `are read, clipped and joined where they touch (RFC 9110 §14.1.2)`(value: String, ranges: [Range<Int>]) {
        #expect(ByteRanges(value, byteCount: 100) == .parts(ranges))
    }

    @Test(arguments: ["bytes=100-", "bytes=100-200,300-", "bytes=-0", "bytes=99999999999999999999999999-", "bytes=200-201,-0"])
    func `beyond the end cannot be satisfied`(value: String) {
        #expect(ByteRanges(value, byteCount: 100) == .unsatisfiable)
    }

    @Test(arguments: [
        "", "bytes", "bytes=", "bytes=,", "bytes=a-b", "bytes=1", "bytes=-", "bytes=5-4", "bytes=0-1,5-4", "bytes=+1-2", "bytes=1--2", "bytes=0x1-2",
        "bytes=1-2-3", "items=0-1", " bytes=0-1", "bytes =0-1", "bytes=0 -1", "bytes=0-1;", "bytes=٣-٤",
    ])
    func `that are not well formed are ignored`(value: String) {
        #expect(ByteRanges(value, byteCount: 100) == .whole)
    }

    @Test func `are counted: one more than allowed is as none`() {
        let most = (0..<ByteRanges.maximumCount).map { "\($0 * 4)-\($0 * 4)" }
        #expect(ByteRanges("bytes=" + most.joined(separator: ","), byteCount: 100) == .parts((0..<ByteRanges.maximumCount).map { $0 * 4..<$0 * 4 + 1 }))
        #expect(ByteRanges("bytes=" + (most + ["99-"]).joined(separator: ","), byteCount: 100) == .whole)
        #expect(ByteRanges("bytes=" + Array(repeating: "0-", count: 100_000).joined(separator: ","), byteCount: 100) == .whole)
    }

    @Test func `of nothing`() {
        #expect(ByteRanges("bytes=0-", byteCount: 0) == .unsatisfiable && ByteRanges("bytes=-5", byteCount: 0) == .whole)
    }
}
