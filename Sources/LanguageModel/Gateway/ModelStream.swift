import Platform

/// An answer that is shown while it is written: pieces of text, each of which has passed the guardrails together with what stands around it.
///
/// To be read once, by one task. What was used is written down at the end, after an error, and when the stream is let go of.
public struct ModelStream: AsyncSequence, Sendable {
    /// A piece of text.
    public typealias Element = String
    /// Why it breaks off.
    public typealias Failure = ModelStreamError

    fileprivate enum Content: Sendable {
        case live(StreamSession)
        case kept(KeptStream)
    }

    private let content: Content
    /// The version of the system prompt.
    public let promptVersion: String

    init(_ session: StreamSession) {
        content = .live(session)
        promptVersion = session.promptVersion
    }

    init(_ kept: KeptAnswer<String>, promptVersion: String) {
        content = .kept(KeptStream(kept))
        self.promptVersion = promptVersion
    }

    /// The model that writes, or wrote.
    public var model: String {
        switch content {
        case .live(let session): session.call.model ?? ""
        case .kept(let kept): kept.model
        }
    }

    /// Whether it was written earlier, and comes in one piece.
    public var isCached: Bool { if case .kept = content { true } else { isStale } }

    /// Whether it is older than kept answers usually are, as no model answers now. Tell the user.
    public var isStale: Bool { if case .live(let session) = content { session.call.isStale } else { false } }

    /// Whether more was to be said than is allowed; known at the end.
    public var isCut: Bool { if case .live(let session) = content { session.isCut } else { false } }

    /// What it took; final at the end.
    public var usage: UsedTokens { if case .live(let session) = content { session.call.usage } else { .none } }

    /// Reads on.
    public func makeAsyncIterator() -> Iterator { Iterator(content: content) }

    /// Gives piece after piece.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let content: Content

        /// The next piece; nil at the end. An error comes again and again.
        public func next(isolation actor: isolated (any Actor)? = #isolation) async throws(ModelStreamError) -> String? {
            switch content {
            case .live(let session): try await session.next()
            case .kept(let kept): kept.take()
            }
        }
    }
}

/// A whole answer, given out once.
private final class KeptStream: Sendable {
    let model: String
    private let text: Lock<String?>

    init(_ kept: KeptAnswer<String>) {
        model = kept.model
        text = Lock(kept.used.text)
    }

    func take() -> String? { text.withLock { $0.take() } }
}

/// An answer that broke off after some of it was shown.
public struct ModelStreamError: Error, Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    /// What happened.
    public let error: ModelError
    /// What was shown until then; good as far as it goes, except after `answerRefused`.
    public let shown: String

    /// A sentence for the user.
    public var description: String { error.description }
    /// Everything but what was shown, for the log.
    public var debugDescription: String { error.debugDescription }
}
