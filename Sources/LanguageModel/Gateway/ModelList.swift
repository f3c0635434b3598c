public import JSON

/// Values that are given one by one while a model writes their list, each after it has passed the guardrails.
///
/// To be read once, by one task, as `ModelStream`.
public struct ModelList<Element: JSONObject & Sendable>: AsyncSequence, Sendable {
    /// Why it breaks off.
    public typealias Failure = ModelStreamError

    /// The lines that it is read from: its model, what it took, whether it was cut.
    public let stream: ModelStream

    init(_ stream: ModelStream) { self.stream = stream }

    /// Reads on.
    public func makeAsyncIterator() -> Iterator { Iterator(lines: stream.makeAsyncIterator()) }

    /// Gives value after value.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let lines: ModelStream.Iterator
        private var waiting: [Element] = []

        fileprivate init(lines: ModelStream.Iterator) { self.lines = lines }

        /// The next value; nil at the end. An error comes again and again.
        public mutating func next(isolation actor: isolated (any Actor)? = #isolation) async throws(ModelStreamError) -> Element? {
            while waiting.isEmpty {
                guard let text = try await lines.next(isolation: actor) else { return nil }
                waiting = text.split(separator: "\n").compactMap { Self.element($0) }
            }
            return waiting.removeFirst()
        }

        private static func element(_ line: Substring) -> Element? {
            let bytes = Array(line.utf8)
            return try? Element.decode(json: bytes, location: [])
        }
    }
}
