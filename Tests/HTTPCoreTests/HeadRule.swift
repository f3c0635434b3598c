import HTTPCore
import TestKit
import Testing

/// One rule about the bytes of a head: what it says, where it stands, bytes, and what must come of them however they arrive.
struct HeadRule: Sendable, CustomTestStringConvertible {
    let sentence: String
    let section: String
    let bytes: [UInt8]
    let outcome: HeadOutcome

    var testDescription: String { "\(sentence) (\(section))" }

    static func accepts(_ sentence: String, _ section: String, _ text: String, _ summary: String) -> HeadRule {
        HeadRule(sentence: sentence, section: section, bytes: [UInt8](text.utf8), outcome: .head(summary, left: ""))
    }

    static func refuses(_ sentence: String, _ section: String, _ text: String, _ error: ParseError) -> HeadRule {
        HeadRule(sentence: sentence, section: section, bytes: [UInt8](text.utf8), outcome: .refused(error))
    }

    static func waits(_ sentence: String, _ section: String, _ text: String) -> HeadRule {
        HeadRule(sentence: sentence, section: section, bytes: [UInt8](text.utf8), outcome: .needsMore)
    }

    /// A request line of its own with a good Host after it.
    static func line(_ text: String) -> String { text + "\r\nHost: a\r\n\r\n" }

    /// Field lines after a good request line and Host.
    static func fields(_ text: String) -> String { "GET / HTTP/1.1\r\nHost: a\r\n" + text + "\r\n\r\n" }
}

/// What came of the bytes of a head.
enum HeadOutcome: Equatable, Sendable {
    case needsMore
    case refused(ParseError)
    /// The head as one line, and the bytes after it.
    case head(String, left: String)
}

/// `GET /path?query 1.1 length(5) keep`, and ` continue` when the client waits for it.
func summary(_ head: RequestHead) -> String {
    "\(head.method.name) \(head.target.description) 1.\(head.minorVersion) \(head.framing) \(head.keepAlive ? "keep" : "close")"
        + (head.expectsContinue ? " continue" : "")
}

/// Feeds bytes that arrive in pieces ending at `ends`, as a connection does: the same start every time, more each time.
func parse(_ bytes: [UInt8], arrivingAt ends: some Sequence<Int>, limits: RequestLimits = .init()) -> HeadOutcome {
    var parser = RequestParser(limits: limits)
    do throws(ParseError) {
        for end in ends {
            guard let (head, consumed) = try parser.parse(bytes.span.extracting(first: end)) else { continue }
            return .head(summary(head), left: String(decoding: bytes[consumed...], as: UTF8.self))
        }
        return .needsMore
    } catch {
        return .refused(error)
    }
}

/// The outcome of the whole bytes at once, after asserting that no other way of arriving changes it.
func parse(_ bytes: [UInt8], limits: RequestLimits = .init(), sourceLocation: SourceLocation = #_sourceLocation) -> HeadOutcome {
    let whole = parse(bytes, arrivingAt: [bytes.count], limits: limits)
    #expect(parse(bytes, arrivingAt: 0...bytes.count, limits: limits) == whole, "one byte at a time", sourceLocation: sourceLocation)
    var random = SeededRandom(seed: UInt64(bytes.count))
    for _ in 0..<20 {
        let ends = random.splits(of: bytes.count)
        #expect(parse(bytes, arrivingAt: ends, limits: limits) == whole, "split at \(ends)", sourceLocation: sourceLocation)
    }
    return whole
}
