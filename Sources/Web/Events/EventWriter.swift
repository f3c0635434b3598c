import HTTPCore
public import JSON

/// Sends the events of a stream, one after the other; stays with the handler it was given to.
public final class EventWriter {
    private let writer: any ResponseBodyWriter

    init(_ writer: any ResponseBodyWriter) { self.writer = writer }

    /// Sends an event; suspends while the client reads slower than we send.
    ///
    /// - Throws: `CancellationError` when the server goes away, `ResponseBodyError.disconnected` when the client has gone: let both through.
    public func send(_ event: ServerSentEvent) async throws {
        var bytes: [UInt8] = []
        event.write(into: &bytes)
        try await write(bytes)
    }

    /// Sends an event with a text.
    public func send(_ data: String, event: String? = nil, id: String? = nil) async throws {
        try await send(ServerSentEvent(data, event: event, id: id))
    }

    /// Sends an event with a JSON value.
    public func send(json value: some JSONValue, event: String? = nil, id: String? = nil) async throws {
        try await send(ServerSentEvent(json: value, event: event, id: id))
    }

    /// Sends a comment, which clients skip.
    public func comment(_ text: String) async throws {
        var bytes: [UInt8] = []
        ServerSentEvent.comment(text, into: &bytes)
        try await write(bytes)
    }

    private func write(_ bytes: [UInt8]) async throws {
        try Task.checkCancellation()
        try await writer.write(bytes)
    }
}
