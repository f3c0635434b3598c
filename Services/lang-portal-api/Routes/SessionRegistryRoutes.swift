import Contracts
import Encoding
import HTTPCore
import Platform
import ServiceKit
import SignIn
import Web

/// The registry of sessions for services of ours that have no database, whose `PortalSessionRegistry` calls it with their key.
///
/// | POST `/api/v1/lang-portal/internal/sessions…` | body | answer |
/// |---|---|---|
/// | | `SessionRecord` | 204, or 409 `session-id-taken` |
/// | `/is-open` | `SessionReference` | `SessionStatus` |
/// | `/touch` | `SessionSighting` | 204 |
/// | `/end` | `SessionReference` | `SessionRecords`: the one that was struck out, or none |
/// | `/end-all` | `SessionHolder` | `EndedSessions` |
/// | `/list` | `OpenSessions` | `SessionRecords` |
///
/// All of it is in bodies, so that no learner's id comes into an access log. The key alone, without a learner's token: the registry says whether there is a
/// session that tokens may be got for, and ends those for which none can be got any more.
struct SessionRegistryRoutes: Sendable {
    let registry: any SessionRegistry

    /// A record with the longest refresh token and a device's name in `\u` escapes.
    private static let bodyLimitBytes = 16 * 1_024

    func register(on routes: RouteGroup) {
        let options: [RouteOption] = [.service, .hidden, .bodyLimit(bytes: Self.bodyLimitBytes), .deadline(.seconds(5))]
        let sessions = routes.group("/api/v1/lang-portal/internal/sessions", tags: ["internal"], options: options)
        sessions.use(PrivateAnswers())
        sessions.post("", summary: "Write a session down", begin)
        sessions.post("/is-open", summary: "Whether a session is open", isOpen)
        sessions.post("/touch", summary: "Note a sign of life", touch)
        sessions.post("/end", summary: "Strike a session out", end)
        sessions.post("/end-all", summary: "Strike out all sessions of a learner", endAll)
        sessions.post("/list", summary: "The open sessions of a learner", list)
    }

    func begin(body: Body<SessionRecord>) async throws -> NoContent {
        do {
            try await registry.begin(SessionEntry(body.value))
        } catch is SessionIDTaken {
            throw HTTPError.conflict("session-id-taken", "Another learner has a session of this id; make one of 128 random bits.")
        }
        return NoContent()
    }

    func isOpen(body: Body<SessionReference>) async throws -> SessionStatus {
        SessionStatus(isOpen: try await registry.isOpen(body.value.id, of: body.value.subject))
    }

    func touch(body: Body<SessionSighting>) async throws -> NoContent {
        try await registry.touch(body.value.id, of: body.value.subject, at: UnixTime(seconds: body.value.seenAt.secondsSinceEpoch))
        return NoContent()
    }

    func end(body: Body<SessionReference>) async throws -> SessionRecords {
        let ended = try await registry.end(body.value.id, of: body.value.subject)
        return SessionRecords(items: ended.map { [$0.record] } ?? [])
    }

    func endAll(body: Body<SessionHolder>) async throws -> EndedSessions {
        EndedSessions(ids: try await registry.endAll(of: body.value.subject))
    }

    func list(body: Body<OpenSessions>) async throws -> SessionRecords {
        let moment = UnixTime(seconds: body.value.at.secondsSinceEpoch)
        return SessionRecords(items: try await registry.list(of: body.value.subject, at: moment).map(\.record))
    }
}
