import HTTPClient
import JSON

/// The events of a chat completion as they come: server-sent events in, events of ConverseStream out.
final class ChatEvents: ConverseEventSource {
    private let answer: HTTPClientStream
    private let began = ContinuousClock.now
    private var translation: ChatTranslation
    private var ready: ArraySlice<ConverseEvent> = [.messageStart]
    private var line: [UInt8] = []
    private var isEnded = false
    /// Told when all that arrived before it has been.
    private var failure: ServiceFault?
    /// The longest line taken, in bytes.
    private static let maximumLineBytes = 1 << 20

    init(_ answer: HTTPClientStream, inputTokens: Int) {
        self.answer = answer
        translation = ChatTranslation(inputTokens: inputTokens)
    }

    func next() async throws(ServiceFault) -> ConverseEvent? {
        while ready.isEmpty, !isEnded {
            if let failure { throw failure }
            do throws(ServiceFault) { try await read() } catch { failure = error }
        }
        return ready.popFirst()
    }

    private func read() async throws(ServiceFault) {
        let piece: [UInt8]?
        do throws(HTTPClientError) {
            piece = try await answer.next()
        } catch {
            throw .modelStream(ServiceFault.plugged(error).message)
        }
        guard let piece else {
            // What ended the last line may have been lost with it.
            if !line.isEmpty { try takeLine() }
            ready += try translation.finish(latencyMilliseconds: (ContinuousClock.now - began).wholeMilliseconds)
            isEnded = true
            return
        }
        for byte in piece {
            guard byte == UInt8(ascii: "\n") else {
                line.append(byte)
                if line.count > Self.maximumLineBytes { throw .modelStream("The local model sent a line above 1 MiB.") }
                continue
            }
            try takeLine()
        }
    }

    /// Comments, other fields and empty lines say nothing. Source: WHATWG HTML, "Interpreting an event stream".
    private func takeLine() throws(ServiceFault) {
        defer { line.removeAll(keepingCapacity: true) }
        guard line.starts(with: "data:".utf8) else { return }
        let data = line.dropFirst(5).drop { $0 == UInt8(ascii: " ") }
        if data.starts(with: "[DONE]".utf8) { return }
        guard let chunk = try? JSON.parse(Array(data)), chunk.members != nil else { throw .modelStream("The local model sent an event that is no JSON.") }
        if let reason = ServiceFault.pluggedReason(chunk) { throw .modelStream("The local model failed: \(reason.prefix(500))") }
        ready += try translation.take(chunk)
    }
}
