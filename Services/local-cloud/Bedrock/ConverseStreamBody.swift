import AWS
import HTTPCore

/// Writes events as they come, as frames of an event stream; an error after the first becomes the last frame.
final class ConverseStreamBody: Sendable {
    // Written by the one task that sends the answer.
    private nonisolated(unsafe) let source: any ConverseEventSource

    init(_ source: any ConverseEventSource) { self.source = source }

    func write(to writer: any ResponseBodyWriter) async throws {
        do {
            while let event = try await source.next() { try await write(event.message, to: writer) }
        } catch let fault as ServiceFault {
            try await write(fault.exceptionMessage, to: writer)
        }
    }

    private func write(_ message: EventStreamMessage, to writer: any ResponseBodyWriter) async throws {
        var frame: [UInt8] = []
        try EventStreamEncoder.append(message, to: &frame)
        try await writer.write(frame)
    }
}
