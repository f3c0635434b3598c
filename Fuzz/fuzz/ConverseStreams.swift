import JSON

@testable import AWS

/// An answer means the same however its bytes arrive, keeps its bounds, and is what its events say. The input is tried as it is, and as events whose
/// frames are right: a letter that names the event and its JSON on each line.
func fuzzConverseStream(_ input: [UInt8]) {
    for bytes in [input, framedEvents(input)] {
        let whole = AnswerReading(bytes, arrivingAt: [bytes.count])
        for ends in arrivals(of: bytes.count) { require(AnswerReading(bytes, arrivingAt: ends) == whole, "an answer depends on its splits: \(ends)") }
        whole.requireSense()
    }
}

private func framedEvents(_ input: [UInt8]) -> [UInt8] {
    var wire: [UInt8] = []
    for line in input.split(separator: UInt8(ascii: "\n")) {
        let (headers, payload) = eventParts(line)
        do { try EventStreamEncoder.append(EventStreamMessage(headers: headers, payload: payload), to: &wire) } catch { continue }
    }
    return wire
}

private let eventNames: [UInt8: String] = [
    UInt8(ascii: "s"): "messageStart", UInt8(ascii: "b"): "contentBlockStart", UInt8(ascii: "d"): "contentBlockDelta",
    UInt8(ascii: "e"): "contentBlockStop", UInt8(ascii: "m"): "messageStop", UInt8(ascii: "u"): "metadata",
]

/// `x name {…}` is an exception of this name, `! code message` an error, a letter that is not known an event that is not.
private func eventParts(_ line: ArraySlice<UInt8>) -> (headers: [EventStreamMessage.Header], payload: [UInt8]) {
    let rest = line.dropFirst()
    let words = rest.split(separator: UInt8(ascii: " "), maxSplits: 1).map { Array($0) }
    let first = String(decoding: words.first ?? [], as: UTF8.self), second = words.count > 1 ? words[1] : []
    switch line.first {
    case UInt8(ascii: "x"): return ([.init(":message-type", .string("exception")), .init(":exception-type", .string(first))], second)
    case UInt8(ascii: "!"):
        let told = String(decoding: second, as: UTF8.self)
        return ([.init(":message-type", .string("error")), .init(":error-code", .string(first)), .init(":error-message", .string(told))], [])
    default: return ([.init(":message-type", .string("event")), .init(":event-type", .string(line.first.flatMap { eventNames[$0] } ?? "new"))], Array(rest))
    }
}

/// What came of the bytes of an answer.
private struct AnswerReading: Equatable {
    static let maximumTextBytes = 300

    var events: [ConverseEvent] = []
    var failure: ConverseStreamError?
    var arrived: ConverseAccumulator

    init(_ bytes: [UInt8], arrivingAt ends: [Int]) {
        var decoder = ConverseDecoder(maximumTextBytes: Self.maximumTextBytes), start = 0
        do throws(ConverseStreamError) {
            for end in ends {
                decoder.receive(Array(bytes[start..<end]))
                start = end
                while let event = try decoder.next() { events.append(event) }
            }
            try decoder.finish()
        } catch {
            failure = error
        }
        arrived = decoder.arrived
    }

    func requireSense() {
        var folded = ConverseAccumulator(maximumTextBytes: Self.maximumTextBytes)
        for event in events {
            do { try folded.add(event) } catch { fatalError("an event that was given out is refused: \(error)") }
        }
        require(folded.text == arrived.text && folded.text.utf8.count <= Self.maximumTextBytes, "the text is not that of the events, or above its bound")
        require(failure != nil || folded == arrived, "what has arrived is not what the events say")
        require(failure != nil || arrived.isComplete, "an answer that is not complete passes for one")
        require(failure?.arrived == nil || failure?.arrived == arrived, "the error carries something else than what has arrived")
        if let response = try? arrived.response() { requireSurvival(of: response.message) }
    }
}
