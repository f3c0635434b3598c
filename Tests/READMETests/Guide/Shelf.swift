import Platform

// What the guide's blocks speak of and do not show.

/// Something an application has one of; it remembers what was done with it.
final class Shelf: Sendable {
    private let lines = Lock<[String]>([])
    var notes: [String] { lines.withLock { $0 } }
    func note(_ line: String) { lines.withLock { $0.append(line) } }
}

/// Who has which token, and what it allows.
struct Accounts: Sendable { var byToken: [String: (name: String, scopes: [String])] }
