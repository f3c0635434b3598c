import Contracts
import Encoding
public import Platform
public import ServiceKit

/// The portal's registry, for services that have no database: asked over the portal's internal API (`PortalCalls`).
///
/// Whatever keeps the portal from answering is a `PortalError`, which `LearnerSessions` treats like a database that is away.
public struct PortalSessionRegistry: SessionRegistry {
    private let portal: PortalCalls

    /// The registry of a portal.
    public init(_ portal: PortalCalls) { self.portal = portal }

    /// See `SessionRegistry`.
    public func begin(_ entry: SessionEntry) async throws {
        do throws(PortalError) {
            try await portal.tell("/sessions", entry.record)
        } catch {
            throw error == .refused(status: 409, type: "session-id-taken") ? SessionIDTaken() : error
        }
    }

    /// See `SessionRegistry`.
    public func isOpen(_ id: String, of subject: String) async throws -> Bool {
        try await portal.ask("/sessions/is-open", SessionReference(id: id, subject: subject), for: SessionStatus.self).isOpen
    }

    /// See `SessionRegistry`.
    public func touch(_ id: String, of subject: String, at moment: UnixTime) async throws {
        try await portal.tell("/sessions/touch", SessionSighting(id: id, subject: subject, seenAt: Timestamp(moment)))
    }

    /// See `SessionRegistry`. A second time would not give back what the first has struck out.
    public func end(_ id: String, of subject: String) async throws -> SessionEntry? {
        try await portal.ask("/sessions/end", SessionReference(id: id, subject: subject), for: SessionRecords.self, isIdempotent: false).items.first.map(
            SessionEntry.init)
    }

    /// See `SessionRegistry`.
    public func endAll(of subject: String) async throws -> [String] {
        try await portal.ask("/sessions/end-all", SessionHolder(subject: subject), for: EndedSessions.self, isIdempotent: false).ids
    }

    /// See `SessionRegistry`.
    public func list(of subject: String, at moment: UnixTime) async throws -> [SessionEntry] {
        try await portal.ask("/sessions/list", OpenSessions(subject: subject, at: Timestamp(moment)), for: SessionRecords.self).items.map(SessionEntry.init)
    }
}
