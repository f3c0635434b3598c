import HTTPClient
import Platform

/// An answer that arrives while it is written; to be read once, by one task.
///
/// The service can send no faster than it is read. Cancelling the reader, an error, and letting go of the stream abandon the exchange.
public struct ConverseStream: AsyncSequence, Sendable {
    /// What arrives.
    public typealias Element = ConverseEvent
    /// Why it breaks off.
    public typealias Failure = ConverseStreamError

    private let reader: ConverseReader

    init(_ content: HTTPClientStream, maximumTextBytes: Int) {
        reader = ConverseReader(content, ConverseDecoder(maximumTextBytes: maximumTextBytes))
    }

    /// Reads on where the last reader stopped.
    public func makeAsyncIterator() -> Iterator { Iterator(reader: reader) }

    /// What has arrived so far.
    public var arrived: ConverseAccumulator { reader.arrived }

    /// Reads the rest and gives the whole answer.
    public func collect() async throws(ConverseStreamError) -> ConverseResponse {
        while try await reader.next() != nil {}
        let arrived = reader.arrived
        do throws(ConverseStreamError.Cause) {
            return try arrived.response()
        } catch {
            throw ConverseStreamError(error, arrived: arrived)
        }
    }

    /// Gives event after event.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let reader: ConverseReader

        /// The next event; nil after the last. An error comes again and again.
        public func next(isolation actor: isolated (any Actor)? = #isolation) async throws(ConverseStreamError) -> ConverseEvent? {
            try await reader.next()
        }
    }
}

/// A connection and its decoder; lets go of the connection as soon as nothing more can come of it.
private final class ConverseReader: Sendable {
    private struct State {
        var content: HTTPClientStream?
        var decoder: ConverseDecoder
        var failure: ConverseStreamError?
    }

    private let state: Lock<State>

    init(_ content: HTTPClientStream, _ decoder: ConverseDecoder) { state = Lock(State(content: content, decoder: decoder)) }

    var arrived: ConverseAccumulator { state.withLock { $0.decoder.arrived } }

    func next() async throws(ConverseStreamError) -> ConverseEvent? {
        if let failure = state.withLock({ $0.failure }) { throw failure }
        do throws(ConverseStreamError) {
            while true {
                if let event = try decoded({ (decoder) throws(ConverseStreamError) in try decoder.next() }) { return event }
                guard let content = state.withLock({ $0.content }) else { return nil }
                if let piece = try await piece(of: content) { state.withLock { $0.decoder.receive(piece) } } else { try end() }
            }
        } catch {
            state.withLock { ($0.content, $0.failure) = (nil, error) }
            throw error
        }
    }

    private func piece(of content: HTTPClientStream) async throws(ConverseStreamError) -> [UInt8]? {
        do throws(HTTPClientError) {
            return try await content.next()
        } catch {
            throw ConverseStreamError(error == .cancelled ? .cancelled : .exchange(error), arrived: arrived)
        }
    }

    private func end() throws(ConverseStreamError) {
        state.withLock { $0.content = nil }
        try decoded { (decoder) throws(ConverseStreamError) in try decoder.finish() }
    }

    private func decoded<Value: Sendable>(
        _ body: (inout ConverseDecoder) throws(ConverseStreamError) -> Value
    ) throws(ConverseStreamError) -> Value {
        try state.withLock { (state) throws(ConverseStreamError) in try body(&state.decoder) }
    }
}
