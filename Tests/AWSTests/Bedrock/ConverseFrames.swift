import AWS
import Encoding
import JSON

// Events as the service sends them.

extension ConverseEvent {
    /// The event under its name.
    var json: JSONFragment {
        switch self {
        case .messageStart(let role): ["messageStart": ["role": .string(role.rawValue)]]
        case .text(let block, let text): Self.delta(block, ["text": .string(text)])
        case .toolUse(let block, let id, let name):
            ["contentBlockStart": ["contentBlockIndex": .int(block), "start": ["toolUse": ["toolUseId": .string(id), "name": .string(name)]]]]
        case .toolInput(let block, let text): Self.delta(block, ["toolUse": ["input": .string(text)]])
        case .reasoning(let block, let piece): Self.delta(block, ["reasoningContent": piece.json])
        case .blockStop(let block): ["contentBlockStop": ["contentBlockIndex": .int(block)]]
        case .messageStop(let reason, let fields):
            ["messageStop": .object([.init("stopReason", .string(reason.rawValue))] + (fields.map { [.init("additionalModelResponseFields", $0)] } ?? []))]
        case .metadata(let usage, let latency):
            ["metadata": ["usage": usage.json, "metrics": ["latencyMs": .int(Int((latency / .milliseconds(1)).rounded()))]]]
        }
    }

    private static func delta(_ block: Int, _ delta: JSONFragment) -> JSONFragment {
        ["contentBlockDelta": ["contentBlockIndex": .int(block), "delta": delta]]
    }

    /// The event on the wire.
    func frame() throws -> [UInt8] {
        guard let event = json.members?.first else { return [] }
        return try eventFrame(event.name, JSON.encode(event.value))
    }
}

extension ConverseEvent.Reasoning {
    fileprivate var json: JSONFragment {
        switch self {
        case .text(let text): ["text": .string(text)]
        case .signature(let text): ["signature": .string(text)]
        case .redacted(let bytes): ["redactedContent": .string(Base64.encode(bytes))]
        }
    }
}

/// Any event on the wire.
func eventFrame(_ type: String, _ payload: [UInt8]) throws -> [UInt8] {
    var wire: [UInt8] = []
    let message = EventStreamMessage(
        headers: [
            .init(":event-type", .string(type)), .init(":content-type", .string("application/json")), .init(":message-type", .string("event")),
        ], payload: payload)
    try EventStreamEncoder.append(message, to: &wire)
    return wire
}
