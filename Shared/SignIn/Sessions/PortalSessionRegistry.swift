import Contracts
import Encoding
public import HTTPClient
public import Platform
public import ServiceKit

/// The portal's registry, for services that have no database: asked over the portal's internal API (`PortalCalls`).
///
/// Whatever keeps the portal from answering is a `PortalError`, which `LearnerSessions` treats like a database that is away.
public struct PortalSessionRegistry: SessionRegistry {
    private let calls: PortalCalls

    /// The registry of a portal.
    ///
    /// - Parameter origin: where services find it, without a slash at the end, `http://lang-portal.app-dw.internal:8000`.
    public init(_ origin: String, keys: ServiceKeys, client: any HTTPClient, clock: any MonotonicClock = SystemClock()) {
        calls = PortalCalls(origin, part: "sessions", keys: keys, client: client, clock: clock)
    }

    /// See `SessionRegistry`.
    public func begin(_ entry: SessionEntry) async throws {
        do throws(PortalError) {
            try await calls.tell("", entry.record)
        } catch {
            if case .refused(status: 409, type: "session-id-taken") = error { throw SessionIDTaken() }
            throw error
        }
    }

    /// See `SessionRegistry`.
    public func isOpen(_ id: String, of subject: String) async throws -> Bool {
        try await calls.ask("/is-open", SessionReference(id: id, subject: subject), for: SessionStatus.self).isOpen
    }

    /// See `SessionRegistry`.
    public func touch(_ id: String, of subject: String, at moment: UnixTime) async throws {
        try await calls.tell("/touch", SessionSighting(id: id, subject: subject, seenAt: Timestamp(moment)))
    }

    /// See `SessionRegistry`. A second time would not give back what the first has struck out.
    public func end(_ id: String, of subject: String) async throws -> SessionEntry? {
        try await calls.ask("/end", SessionReference(id: id, subject: subject), for: SessionRecords.self, isIdempotent: false).items.first.map(
            SessionEntry.init)
    }

    /// See `SessionRegistry`.
    public func endAll(of subject: String) async throws -> [String] {
        try await calls.ask("/end-all", SessionHolder(subject: subject), for: EndedSessions.self, isIdempotent: false).ids
    }

    /// See `SessionRegistry`.
    public func list(of subject: String, at moment: UnixTime) async throws -> [SessionEntry] {
        try await calls.ask("/list", OpenSessions(subject: subject, at: Timestamp(moment)), for: SessionRecords.self).items.map(SessionEntry.init)
    }
}
