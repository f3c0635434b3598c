public import AWS

/// Where models are: one attempt at a time, as often and as long as the gateway decides. Tests script it.
public protocol ModelEndpoint: Sendable {
    /// Asks for a whole answer.
    func converse(_ request: ConverseRequest, timeLimit: Duration) async throws(EndpointError) -> ConverseResponse
    /// Asks for an answer that comes while it is written; returns when it begins.
    func stream(_ request: ConverseRequest, firstByte: Duration, timeLimit: Duration) async throws(EndpointError) -> EndpointStream
    /// Asks for pictures.
    func images(_ request: ImageRequest, model: String, timeLimit: Duration) async throws(EndpointError) -> ImageAnswer
}

/// An answer while it is written.
public struct EndpointStream: Sendable {
    /// What comes.
    public enum Piece: Sendable, Equatable {
        /// More text, or more of a tool's input.
        case text(String)
        /// Why the model has stopped.
        case stopped(StopReason)
        /// What it took; the last piece.
        case usage(TokenUsage)
    }

    /// The next piece; nil after the last.
    public let next: @Sendable () async throws(EndpointError) -> Piece?

    /// A stream of what `next` gives.
    public init(_ next: @escaping @Sendable () async throws(EndpointError) -> Piece?) { self.next = next }

    /// The next piece, which is waited for so long at most.
    func next(within limit: Duration) async throws(EndpointError) -> Piece? {
        let next = next
        let first = await withTaskGroup(of: Result<Piece?, EndpointError>?.self) { group in
            group.addTask {
                do throws(EndpointError) { return .success(try await next()) } catch { return .failure(error) }
            }
            group.addTask {
                try? await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        if let first { return try first.get() }
        throw EndpointError(Task.isCancelled ? .cancelled : .timedOut, mayHaveCost: true, detail: "no text in \(limit)")
    }
}

/// How an attempt failed.
public struct EndpointError: Error, Sendable, Equatable {
    /// What to do about it follows from this alone.
    public enum Kind: String, Sendable, CaseIterable {
        /// The model has too much to do: again, later.
        case throttled
        /// Something broke that may work the next time.
        case failed
        /// Nothing came in time. Who was too slow once will be so again: another model.
        case timedOut = "timed-out"
        /// This model will not take the request: another model.
        case refused
        /// We cannot sign, or do not trust who answers: no model helps.
        case unauthorized
        /// The caller was cancelled.
        case cancelled
    }

    /// What kind it is.
    public let kind: Kind
    /// Whether the model may have worked for it nevertheless.
    public let mayHaveCost: Bool
    /// For the log; nothing of what was asked or answered.
    public let detail: String

    /// A failed attempt.
    public init(_ kind: Kind, mayHaveCost: Bool = false, detail: String = "") {
        self.kind = kind
        self.mayHaveCost = mayHaveCost
        self.detail = detail
    }
}
