/// Turns the bytes of an answer into events, in whatever pieces they come, and keeps what has arrived. After an error it stays unusable.
struct ConverseDecoder: Sendable {
    /// What has arrived.
    private(set) var arrived: ConverseAccumulator
    private var frames = EventStreamDecoder()
    private var piece: [UInt8] = []
    private var position = 0
    private var failure: ConverseStreamError?

    /// At the beginning of an answer.
    init(maximumTextBytes: Int = ConverseAccumulator.defaultMaximumTextBytes) {
        arrived = ConverseAccumulator(maximumTextBytes: maximumTextBytes)
    }

    /// Takes the next piece.
    mutating func receive(_ bytes: [UInt8]) {
        piece = position == piece.count ? bytes : piece[position...] + bytes
        position = 0
    }

    /// The next event; nil when more bytes are needed. What is not known is passed over.
    mutating func next() throws(ConverseStreamError) -> ConverseEvent? {
        try failing { (decoder) throws(ConverseStreamError.Cause) in
            while decoder.position < decoder.piece.count {
                guard let message = try decoder.message(), let event = try ConverseEvent.read(message) else { continue }
                try decoder.arrived.add(event)
                return event
            }
            return nil
        }
    }

    /// To be called when no more bytes come.
    mutating func finish() throws(ConverseStreamError) {
        try failing { (decoder) throws(ConverseStreamError.Cause) in
            do throws(EventStreamError) { try decoder.frames.finish() } catch { throw .frames(error) }
            guard decoder.arrived.isComplete else { throw .endedEarly }
        }
    }

    private mutating func message() throws(ConverseStreamError.Cause) -> EventStreamMessage? {
        do throws(EventStreamError) {
            let piece = piece
            let (message, consumed) = try frames.next(piece.span.extracting(position..<piece.count))
            position += consumed
            return message
        } catch {
            throw .frames(error)
        }
    }

    private mutating func failing<Value>(
        _ body: (inout ConverseDecoder) throws(ConverseStreamError.Cause) -> Value
    ) throws(ConverseStreamError) -> Value {
        if let failure { throw failure }
        do throws(ConverseStreamError.Cause) {
            return try body(&self)
        } catch {
            let failure = ConverseStreamError(error, arrived: arrived)
            self.failure = failure
            throw failure
        }
    }
}
