import HTTPClient
import Platform
import SignIn
import Web

/// A learner in whose name another service is called, and for which request of his.
struct CallingLearner: Sendable {
    let token: Secret<String>
    let requestID: String

    /// What every call shows: the lines of both logs are joined by the id.
    var headers: [HTTPClientHeader] { [HTTPClientHeader("Authorization", "Bearer \(token.reveal())"), HTTPClientHeader("X-Request-Id", requestID)] }
}

extension LearnerSessions {
    /// A visitor's session, for answers that are no pages: who must sign in, and why, is told as a trouble.
    func learner(_ visitor: PageVisitor) throws(Trouble) -> SignedInSession {
        // First of all: while the registry is away nobody knows whose token a form brings.
        guard visitor.trouble != .unavailable else { throw .backendAway }
        guard let session = visitor.session, visitor.trouble == nil else { throw .sessionOver }
        guard !visitor.isForged else { throw .formTooOld }
        return session
    }

    /// The learner of a session, for calls.
    func caller(_ session: SignedInSession, in context: RequestContext) async throws(Trouble) -> CallingLearner {
        do throws(PageVisitor.Trouble) {
            return CallingLearner(token: try await bearerToken(for: session, in: context), requestID: context.id)
        } catch {
            throw error == .sessionOver ? .sessionOver : .backendAway
        }
    }
}
