import JSON

/// Turns the chunks of a chat completion into events, as a value.
struct ChatTranslation {
    private enum Open: Equatable { case none, text, tool(index: Int, id: String?) }

    private var open = Open.none
    private var block = 0
    private var reason: ConverseReply.StopReason?
    private var told: TokenUsage?
    private var counted: TokenUsage

    /// - Parameter inputTokens: what is told where the server does not count.
    init(inputTokens: Int) { counted = TokenUsage(input: inputTokens, output: 0) }

    mutating func take(_ chunk: JSONFragment) throws(ServiceFault) -> [ConverseEvent] {
        if let usage = ChatCompletion.usage(chunk["usage"]) { told = usage }
        guard let choice = chunk["choices"]?[0] else { return [] }
        var events: [ConverseEvent] = []
        if let text = ChatCompletion.text(choice["delta"]) {
            events += change(to: .text)
            events.append(.text(block: block, text))
            counted.output += TokenPieces.count(text)
        }
        for call in choice["delta"]?["tool_calls"]?.arrayValue ?? [] { events += try take(call: call) }
        if let name = choice["finish_reason"]?.stringValue { reason = ChatCompletion.reason(name) }
        return events
    }

    private mutating func take(call: JSONFragment) throws(ServiceFault) -> [ConverseEvent] {
        let index = call["index"]?.intValue ?? 0, id = call["id"]?.stringValue
        var events: [ConverseEvent] = []
        if !isOpen(index, id) {
            guard let name = call["function"]?["name"]?.stringValue, !name.isEmpty else { throw .modelStream("The local model called a tool without a name.") }
            events += change(to: .tool(index: index, id: id))
            events.append(.toolStart(block: block, id: id ?? "tooluse_\(block)", name: name))
            counted.output += TokenPieces.count(name)
        }
        if let text = call["function"]?["arguments"]?.stringValue, !text.isEmpty {
            events.append(.toolInput(block: block, text))
            counted.output += TokenPieces.count(text)
        }
        return events
    }

    /// Whether a piece goes on with the call before: by its index, and by its id where it has one, as some servers give all calls the index 0.
    private func isOpen(_ index: Int, _ id: String?) -> Bool {
        guard case .tool(index, let openID) = open else { return false }
        return id == nil || id == "" || id == openID
    }

    /// The last events.
    ///
    /// - Throws: `ModelStreamErrorException` when the answer has no end: it was cut in a way that looks like one.
    mutating func finish(latencyMilliseconds: Int) throws(ServiceFault) -> [ConverseEvent] {
        guard let reason else { throw .modelStream("The local model's answer ended before it was finished.") }
        return change(to: .none) + [.messageStop(reason), .metadata(told ?? counted, latencyMilliseconds: latencyMilliseconds)]
    }

    private mutating func change(to next: Open) -> [ConverseEvent] {
        guard open != next else { return [] }
        let closing: [ConverseEvent] = open == .none ? [] : [.blockStop(block: block)]
        if open != .none { block += 1 }
        open = next
        return closing
    }
}
