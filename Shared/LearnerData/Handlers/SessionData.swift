import Encoding
import JSON
import Platform
import SignIn

/// The learner's sessions, of which there are at most 50.
struct SessionData: LearnerDataHandler {
    let registry: any SessionRegistry
    let clock: any WallClock

    let name = "sessions"

    func export(of subject: String, after cursor: String?) async throws -> ExportPage {
        ExportPage(try await registry.list(of: subject, at: clock.now()).map(ExportedSession.init))
    }

    func delete(of subject: String) async throws -> DeletionPart {
        _ = try await registry.endAll(of: subject)
        return .complete
    }
}

/// A session without what gives access to it.
private struct ExportedSession: JSONObject {
    let device: String
    let beganAt, seenAt, endsAt: Timestamp

    init(_ entry: SessionEntry) {
        self.init(device: entry.device, beganAt: Self.timestamp(entry.beganAt), seenAt: Self.timestamp(entry.seenAt), endsAt: Self.timestamp(entry.endsAt))
    }

    private init(device: String, beganAt: Timestamp, seenAt: Timestamp, endsAt: Timestamp) {
        self.device = device
        self.beganAt = beganAt
        self.seenAt = seenAt
        self.endsAt = endsAt
    }

    private static func timestamp(_ moment: UnixTime) -> Timestamp { Timestamp(secondsSinceEpoch: moment.seconds) }

    static let json = Object(
        "ExportedSession", { Self(device: $0, beganAt: $1, seenAt: $2, endsAt: $3) },
        Field("device", \.device), Field("began_at", \.beganAt), Field("seen_at", \.seenAt), Field("ends_at", \.endsAt))
}
