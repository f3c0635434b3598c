import Platform
import Reactor

@testable import HTTPServer

/// Time is told, not waited for: deadlines are looked at as if it had passed.
extension RunningServer {
    /// Ends what waits too long once `duration` more has passed.
    func letPass(_ duration: Duration) {
        onEveryLoop { $0.checkDeadlines(at: $1.now + duration.nanoseconds, on: $1) }
    }

    /// A property of every connection.
    func connections<Value: Sendable>(_ property: @escaping @Sendable (Connection) -> Value) -> [Value] {
        let values = Lock<[Value]>([])
        onEveryLoop { loop, _ in
            let own = loop.state.connections.map(property)
            values.withLock { $0 += own }
        }
        return values.withLock { $0 }
    }

    /// Waits until every connection, and one at least, is as `condition` says.
    func waitForConnections(_ condition: @escaping @Sendable (Connection) -> Bool) -> Bool {
        eventually {
            let all = self.connections(condition)
            return !all.isEmpty && all.allSatisfy { $0 }
        }
    }

    /// How many refused peers are listened to.
    var refusedCount: Int {
        let count = Lock(0)
        onEveryLoop { loop, _ in
            let own = loop.state.refused.count
            count.withLock { $0 += own }
        }
        return count.withLock { $0 }
    }
}
