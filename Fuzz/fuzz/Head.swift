@testable import HTTPCore

/// A head means the same however it arrives; one that is accepted reads the same when it is written anew, and to a plain second reader.
func fuzzHead(_ input: [UInt8]) {
    let whole = HeadReading(input, arrivingAt: [input.count])
    for ends in arrivals(of: input.count) { require(HeadReading(input, arrivingAt: ends) == whole, "a head depends on its splits: \(ends)") }
    guard case .head(let lines, let summary, let consumed) = whole else { return }
    let reference = ReferenceHead(input[..<consumed])
    require(reference != nil, "a plain reader refuses what the parser accepts")
    require(reference?.lines == lines, "a plain reader sees other fields: \(lines)")
    require(reference?.framing == summary.framing, "a plain reader sees another framing: \(summary)")
    let rewritten = summary.wire + lines.flatMap { $0.name + [0x3A, 0x20] + $0.value + [0x0D, 0x0A] } + [0x0D, 0x0A]
    guard rewritten.count <= RequestLimits().headBytes else { return }
    require(
        HeadReading(rewritten, arrivingAt: [rewritten.count]) == .head(lines, summary, consumed: rewritten.count), "a head written anew reads differently")
}

struct Line: Equatable {
    var name: [UInt8], value: [UInt8]
}

/// What a head says besides its fields.
struct HeadSummary: Equatable {
    var method: String, target: [UInt8], minorVersion: UInt8, framing: BodyFraming, keepAlive: Bool, expectsContinue: Bool

    var wire: [UInt8] { Array("\(method) ".utf8) + target + Array(" HTTP/1.\(minorVersion)\r\n".utf8) }
}

/// What came of the bytes of a head.
enum HeadReading: Equatable {
    case needsMore
    case refused(ParseError)
    case head([Line], HeadSummary, consumed: Int)

    init(_ bytes: [UInt8], arrivingAt ends: [Int]) {
        var parser = RequestParser()
        do throws(ParseError) {
            for end in ends {
                guard let (head, consumed) = try parser.parse(bytes.span.extracting(first: end)) else { continue }
                require(consumed <= end, "more was consumed than there was")
                self = .head(Self.lines(head.fields), Self.summary(head), consumed: consumed)
                return
            }
            self = .needsMore
        } catch {
            self = .refused(error)
        }
    }

    private static func summary(_ head: RequestHead) -> HeadSummary {
        HeadSummary(
            method: head.method.name, target: Array(head.target.description.utf8), minorVersion: head.minorVersion, framing: head.framing,
            keepAlive: head.keepAlive, expectsContinue: head.expectsContinue)
    }

    static func lines(_ fields: Fields) -> [Line] {
        (0..<fields.count).map { index in
            let slot = fields.slot(at: index)
            return Line(name: Array(fields.storage[fields.place(slot.name)]), value: Array(fields.storage[fields.place(slot.value)]))
        }
    }
}
