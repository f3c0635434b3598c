public import HTTPCore
import JSON

/// Server-sent events (WHATWG HTML §9.2): an answer that goes on until the handler, the client or the server ends it.
///
/// ```swift
/// func follow(last: LastEventID) async throws -> EventStream {
///     EventStream { events in
///         for try await word in words.changes(after: last.value) { try await events.send(json: word, id: word.version) }
///     }
/// }
/// ```
///
/// The route's deadline ends when the handler has returned the stream. When the client goes, or the server goes away, the task is cancelled; a client connects
/// again by itself. Where nothing is sent for `heartbeat`, a comment is, so that proxies keep the connection and a dead client is found.
public struct EventStream: ResponseOutput, Sendable {
    /// After so long without an event a comment is sent.
    public var heartbeat: Duration = .seconds(15)
    private let produce: @Sendable (EventWriter) async throws -> Void

    /// A stream of what `produce` sends, until it returns.
    public init(_ produce: @escaping @Sendable (EventWriter) async throws -> Void) { self.produce = produce }

    /// A stream of the events of a sequence.
    public init<Events: AsyncSequence & Sendable>(_ events: Events) where Events.Element == ServerSentEvent {
        produce = { writer in
            for try await event in events { try await writer.send(event) }
        }
    }

    /// The stream as an answer that no cache keeps, no proxy holds back and nobody compresses.
    public consuming func response(status: Status, in context: RequestContext) throws -> Response {
        Response(status: status, fields: ContentFields.events, body: .stream(lengthBytes: nil, produce: write))
    }

    /// An answer of type `text/event-stream`.
    public static func describe(status: Status, in operation: inout Operation) {
        operation.answer(status, contentType: "text/event-stream") { _ in ["type": "string"] }
    }

    @Sendable private func write(_ writer: any ResponseBodyWriter) async throws {
        try await writer.declareEndless(heartbeat: Array(":\n\n".utf8), every: heartbeat)
        do { try await produce(EventWriter(writer)) } catch is CancellationError {}
    }
}

/// The id of the last event a client has seen, when it connects again (WHATWG HTML §9.2.4); nil at first, and when the last event had an empty id.
public struct LastEventID: RequestInput, Sendable {
    /// The id.
    public let value: String?

    /// Wraps an id, for calls of handlers in tests.
    public init(_ value: String?) { self.value = value }

    /// Parses on each use.
    public static var isKeptPerRequest: Bool { false }

    /// Reads `Last-Event-ID`.
    public static func resolve(in context: RequestContext) async throws -> LastEventID {
        let id = context.request.fields["Last-Event-ID"] ?? ""
        return LastEventID(id.isEmpty ? nil : id)
    }

    /// An optional header.
    public static func describe(in operation: inout Operation) {
        operation.take(
            OperationParameter("Last-Event-ID", in: .header, isRequired: false, description: "The id of the last event seen; browsers send it by themselves.") {
                _ in
                ["type": "string"]
            })
    }
}
