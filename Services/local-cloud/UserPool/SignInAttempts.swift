import Platform

/// Slows down guessing: after five wrong passwords a name is locked for a second, and twice as long after each further one, up to 15 minutes.
///
/// Names that do not exist count too, so that the lock tells nothing. Source: Amazon Cognito developer guide, "Lockout behavior for failed sign-in attempts".
struct SignInAttempts: Sendable {
    private struct Record {
        var failures: Int
        var lockedUntil: UnixTime
        var lastAt: UnixTime
    }

    /// The most names remembered; forgotten records first give way to those that have expired, then to all.
    static let maximumNames = 10_000
    /// A name that was left alone so long starts afresh.
    static let memory = Duration.seconds(15 * 60)
    private static let freeFailures = 5

    private var records: [String: Record] = [:]

    /// Counts an attempt as failed until `succeeded` says otherwise, so that attempts side by side cannot outrun the count.
    mutating func begin(_ name: String, at now: UnixTime) throws(CognitoError) {
        var record = records[name] ?? Record(failures: 0, lockedUntil: now, lastAt: now)
        if now - record.lastAt > Self.memory { record.failures = 0 }
        guard now >= record.lockedUntil else { throw .notAuthorized(.tooManyPasswords) }
        record.failures += 1
        record.lastAt = now
        if record.failures >= Self.freeFailures { record.lockedUntil = now + Self.lock(after: record.failures) }
        makeRoom(for: name, at: now)
        records[name] = record
    }

    /// Forgets the failures of a name.
    mutating func succeeded(_ name: String) { records[name] = nil }

    private static func lock(after failures: Int) -> Duration {
        .seconds(min(900, 1 << min(failures - freeFailures, 10)))
    }

    private mutating func makeRoom(for name: String, at now: UnixTime) {
        guard records.count >= Self.maximumNames, records[name] == nil else { return }
        records = records.filter { now - $0.value.lastAt <= Self.memory }
        if records.count >= Self.maximumNames { records = [:] }
    }
}

extension SignInAttempts {
    /// How many names are remembered.
    var count: Int { records.count }
}
