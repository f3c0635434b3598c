import AWS
import JSON

/// One event of ConverseStream.
enum ConverseEvent: Sendable, Equatable {
    case messageStart
    case toolStart(block: Int, id: String, name: String)
    case text(block: Int, String)
    /// A piece of the JSON text of a tool's input.
    case toolInput(block: Int, String)
    case blockStop(block: Int)
    case messageStop(ConverseReply.StopReason)
    case metadata(TokenUsage, latencyMilliseconds: Int)

    /// The event as a message of the stream.
    var message: EventStreamMessage {
        let (type, payload) = parts
        return EventStreamMessage(
            headers: [
                .init(":event-type", .string(type)), .init(":content-type", .string("application/json")), .init(":message-type", .string("event")),
            ], payload: JSON.encode(payload))
    }

    private var parts: (String, JSONFragment) {
        switch self {
        case .messageStart: ("messageStart", ["role": "assistant"])
        case .toolStart(let block, let id, let name):
            ("contentBlockStart", ["contentBlockIndex": .int(block), "start": ["toolUse": ["name": .string(name), "toolUseId": .string(id)]]])
        case .text(let block, let text): ("contentBlockDelta", ["contentBlockIndex": .int(block), "delta": ["text": .string(text)]])
        case .toolInput(let block, let text): ("contentBlockDelta", ["contentBlockIndex": .int(block), "delta": ["toolUse": ["input": .string(text)]]])
        case .blockStop(let block): ("contentBlockStop", ["contentBlockIndex": .int(block)])
        case .messageStop(let reason): ("messageStop", ["stopReason": .string(reason.rawValue)])
        case .metadata(let usage, let latency): ("metadata", ["metrics": ["latencyMs": .int(latency)], "usage": usage.json])
        }
    }
}

extension ServiceFault {
    /// The error as the last message of a stream that had begun.
    var exceptionMessage: EventStreamMessage {
        let name = type.prefix(1).lowercased() + type.dropFirst()
        return EventStreamMessage(
            headers: [
                .init(":exception-type", .string(name)), .init(":content-type", .string("application/json")), .init(":message-type", .string("exception")),
            ], payload: JSON.encode(body))
    }
}

extension ConverseReply {
    /// The events of a reply that is there whole, in pieces of a few tokens, up to the last.
    func events(latencyMilliseconds: Int) -> [ConverseEvent] {
        var events: [ConverseEvent] = [.messageStart]
        for (index, block) in blocks.enumerated() {
            switch block {
            case .text(let text): events += Self.pieces(text).map { .text(block: index, $0) }
            case .toolUse(let id, let name, let input):
                events.append(.toolStart(block: index, id: id, name: name))
                events += Self.pieces(JSON.string(input)).map { .toolInput(block: index, $0) }
            }
            events.append(.blockStop(block: index))
        }
        return events + [.messageStop(stopReason), .metadata(usage, latencyMilliseconds: latencyMilliseconds)]
    }

    private static func pieces(_ text: String) -> [String] {
        let tokens = TokenPieces.split(text)
        return stride(from: 0, to: tokens.count, by: 4).map { tokens[$0..<min($0 + 4, tokens.count)].joined() }
    }
}
