import HTTPClient
import HTTPCore
import JSON

/// The events of a chat completion as they come: server-sent events in, events of ConverseStream out.
final class ChatEvents: ConverseEventSource {
    private let answer: HTTPClientStream
    private var translation = ChatTranslation()
    private var ready: ArraySlice<ConverseEvent> = [.messageStart]
    private var line: [UInt8] = []
    private var isEnded = false
    /// The longest line taken, in bytes.
    private static let maximumLineBytes = 1 << 20

    init(_ answer: HTTPClientStream) { self.answer = answer }

    func next() async throws(ServiceFault) -> ConverseEvent? {
        while ready.isEmpty, !isEnded { try await read() }
        return ready.popFirst()
    }

    private func read() async throws(ServiceFault) {
        let piece: [UInt8]?
        do throws(HTTPClientError) {
            piece = try await answer.next()
        } catch {
            throw ServiceFault(type: "ModelStreamErrorException", status: 424, message: "The local model broke off: \(error)")
        }
        guard let piece else {
            isEnded = true
            ready += translation.finish()
            return
        }
        for byte in piece {
            if byte != UInt8(ascii: "\n") {
                line.append(byte)
                if line.count > Self.maximumLineBytes { throw .modelError("The local model sent a line above 1 MiB.") }
                continue
            }
            if line.starts(with: "data:".utf8), let chunk = try? JSON.parse(Array(line.dropFirst(5))) { ready += translation.take(chunk) }
            line.removeAll(keepingCapacity: true)
        }
    }
}

/// Turns the chunks of a chat completion into events, as a value.
struct ChatTranslation {
    private enum Open: Equatable { case none, text, tool(Int) }

    private var open = Open.none
    private var block = 0
    private var reason = ConverseReply.StopReason.endTurn
    private var usage = TokenUsage()

    mutating func take(_ chunk: JSONFragment) -> [ConverseEvent] {
        if let counted = chunk["usage"], counted != .null { usage = ChatCompletion.usage(counted) }
        guard let choice = chunk["choices"]?[0] else { return [] }
        var events: [ConverseEvent] = []
        if let text = choice["delta"]?["content"]?.stringValue, !text.isEmpty {
            events += change(to: .text)
            events.append(.text(block: block, text))
        }
        for call in choice["delta"]?["tool_calls"]?.arrayValue ?? [] { events += take(call: call) }
        if let name = choice["finish_reason"]?.stringValue { reason = ChatCompletion.reason(name) }
        return events
    }

    private mutating func take(call: JSONFragment) -> [ConverseEvent] {
        let index = call["index"]?.intValue ?? 0
        var events: [ConverseEvent] = []
        if open != .tool(index) {
            events += change(to: .tool(index))
            events.append(.toolStart(block: block, id: call["id"]?.stringValue ?? "tooluse_\(index)", name: call["function"]?["name"]?.stringValue ?? ""))
        }
        if let text = call["function"]?["arguments"]?.stringValue, !text.isEmpty { events.append(.toolInput(block: block, text)) }
        return events
    }

    mutating func finish() -> [ConverseEvent] { change(to: .none) + [.messageStop(reason), .metadata(usage, latencyMilliseconds: 0)] }

    private mutating func change(to next: Open) -> [ConverseEvent] {
        guard open != next else { return [] }
        let closing: [ConverseEvent] = open == .none ? [] : [.blockStop(block: block)]
        if open != .none { block += 1 }
        open = next
        return closing
    }
}
