import HTTPCore

/// How far the content of the request under way was read, and where it goes.
struct BodyReader {
    private enum Framing {
        case none
        case length(remaining: Int)
        case chunked(ChunkedDecoder)
    }

    /// What became of bytes.
    enum Progress {
        /// Consumed some; more are needed.
        case more(consumed: Int)
        /// Consumed some, and the content ended.
        case ended(consumed: Int)
        case failed(ParseError)
    }

    private var framing = Framing.none
    /// Counts contents: a reader that is left over from an earlier one must not speak for this one.
    private(set) var number = 0
    private var pipe: BodyPipe?
    /// Bytes that wait for the handler.
    private(set) var waitingBytes = 0

    /// True from the head until the content's end.
    var isReading: Bool { if case .none = framing { false } else { true } }

    /// Whether the handler waits for bytes now.
    var isWanted: Bool { pipe?.isWanted ?? true }

    /// Bytes still to come, when the peer declared them.
    var remainingBytes: Int? {
        switch framing {
        case .none: 0
        case .length(let remaining): remaining
        case .chunked: nil
        }
    }

    mutating func begin(_ framing: BodyFraming, limits: RequestLimits, pipe: BodyPipe) {
        self.pipe = pipe
        number += 1
        waitingBytes = 0
        switch framing {
        case .none: self.framing = .none
        case .length(let length): self.framing = .length(remaining: length)
        case .chunked: self.framing = .chunked(ChunkedDecoder(limits: limits))
        }
    }

    /// Takes what it can of `bytes`.
    mutating func consume(_ bytes: UnsafeBufferPointer<UInt8>) -> Progress {
        switch framing {
        case .none: return .ended(consumed: 0)
        case .length(let remaining):
            let count = min(remaining, bytes.count)
            push(Array(bytes[..<count]))
            guard count == remaining else {
                framing = .length(remaining: remaining - count)
                return .more(consumed: count)
            }
            end(Fields())
            return .ended(consumed: count)
        case .chunked(var decoder):
            framing = .none
            let progress = consume(bytes, with: &decoder)
            if case .more = progress { framing = .chunked(decoder) }
            return progress
        }
    }

    private mutating func consume(_ bytes: UnsafeBufferPointer<UInt8>, with decoder: inout ChunkedDecoder) -> Progress {
        var consumed = 0
        var content: [UInt8] = []
        do throws(ParseError) {
            while true {
                let rest = UnsafeBufferPointer(rebasing: bytes[consumed...])
                switch try decoder.next(rest.span) {
                case .needsMore(let count):
                    push(content)
                    return .more(consumed: consumed + count)
                case .data(let range, let count):
                    content += rest[range]
                    consumed += count
                case .end(let trailers, let count):
                    push(content)
                    end(trailers)
                    return .ended(consumed: consumed + count)
                }
            }
        } catch {
            pipe?.end(.failure(.malformed(error)))
            return .failed(error)
        }
    }

    /// From now on content is dropped: the answer is out, and a reader that is left hears that there is no more.
    mutating func discard() {
        pipe?.end(.failure(.disconnected))
        pipe = nil
        waitingBytes = 0
    }

    /// Tells the reader that no more comes.
    mutating func fail(_ error: RequestBodyError) {
        pipe?.end(.failure(error))
        pipe = nil
        framing = .none
        waitingBytes = 0
    }

    /// The handler took all there was.
    mutating func drained() { waitingBytes = 0 }

    private mutating func push(_ bytes: [UInt8]) {
        guard let pipe, !bytes.isEmpty else { return }
        waitingBytes = pipe.push(bytes)
    }

    private mutating func end(_ trailers: Fields) {
        pipe?.end(.success(trailers))
        pipe = nil
        framing = .none
    }
}
