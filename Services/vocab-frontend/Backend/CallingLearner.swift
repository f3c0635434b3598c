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
    /// The learner of a session, for calls.
    func caller(_ session: SignedInSession, in context: RequestContext) async throws(Trouble) -> CallingLearner {
        do throws(PageVisitor.Trouble) {
            return CallingLearner(token: try await bearerToken(for: session, in: context), requestID: context.id)
        } catch {
            throw error == .sessionOver ? .sessionOver : .backendAway
        }
    }
}
