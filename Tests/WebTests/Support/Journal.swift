import Platform

/// What happened, in order.
final class Journal: Sendable {
    private let lines = Lock<[String]>([])

    var events: [String] { lines.withLock { $0 } }

    func add(_ event: String) { lines.withLock { $0.append(event) } }
}
