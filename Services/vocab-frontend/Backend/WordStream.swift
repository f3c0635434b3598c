import Contracts
import HTTPClient
import JSON

/// Words as they come from the backend: at most as many as were asked for, each of them sound.
struct WordStream {
    private let answer: HTTPClientStream
    private var parser = EventParser()
    private var events: [EventParser.Event] = []
    private var left: Int

    init(_ answer: HTTPClientStream, wanted: Int) {
        self.answer = answer
        left = wanted
    }

    /// The next word; nil when all are there.
    ///
    /// - Throws: what the backend says is in the way, or `Trouble.brokenOff`.
    mutating func next() async throws(Trouble) -> GeneratedWord? {
        while let event = try await nextEvent() {
            switch event.type {
            case "word":
                guard left > 0, let word = try? GeneratedWord.decode(json: Array(event.data.utf8)), word.isSound else { throw .answerUnusable }
                left -= 1
                return word
            case "done":
                guard left == 0 else { throw .answerUnusable }
                return nil
            case "error":
                throw Trouble(status: 0, type: Problem.type(in: Array(event.data.utf8)), seconds: nil)
            default: break
            }
        }
        throw .brokenOff
    }

    private mutating func nextEvent() async throws(Trouble) -> EventParser.Event? {
        while events.isEmpty {
            let piece: [UInt8]?
            do throws(HTTPClientError) { piece = try await answer.next() } catch { throw .brokenOff }
            guard let piece, !parser.isOverfull else { return nil }
            events = parser.read(piece)
        }
        return events.removeFirst()
    }
}
