import HTTPCore
import Platform
import Reactor
import Synchronization

/// What all loops of a server read: configuration, responder, and counters that any thread may look at.
final class ServerShared: Sendable {
    let configuration: ServerConfiguration
    let responder: Responder
    let logger: Logger
    /// Where cold files are read.
    let disk = BlockingPool(label: "read-ahead", threads: 2, queueLimit: 256)
    let draining = Atomic<Bool>(false)
    let total = Atomic<Int>(0)
    /// How many refused connections each loop listens to.
    let refusedPerLoop: Int
    private let perLoop: [Counter]

    private final class Counter: Sendable {
        let value = Atomic<Int>(0)
    }

    init(configuration: ServerConfiguration, loopCount: Int, logger: Logger, responder: @escaping Responder) {
        self.configuration = configuration
        self.responder = responder
        self.logger = logger
        refusedPerLoop = max(1, configuration.refusedLimit / loopCount)
        perLoop = (0..<loopCount).map { _ in Counter() }
    }

    /// Counts a connection in, unless the limit is reached.
    func admit(to loop: Int) -> Bool {
        guard total.wrappingAdd(1, ordering: .relaxed).newValue <= configuration.connectionLimit else {
            total.wrappingSubtract(1, ordering: .relaxed)
            return false
        }
        perLoop[loop].value.wrappingAdd(1, ordering: .relaxed)
        return true
    }

    /// Counts a connection out.
    func dismiss(from loop: Int) {
        total.wrappingSubtract(1, ordering: .relaxed)
        perLoop[loop].value.wrappingSubtract(1, ordering: .relaxed)
    }

    /// Connections of each loop now.
    var spread: [Int] { perLoop.map { $0.value.load(ordering: .relaxed) } }

    /// Where a connection that arrived at `loop` should live: elsewhere when this loop holds over 1.5 times its share.
    func home(for loop: Int) -> Int { Self.home(for: loop, spread: spread) }

    static func home(for loop: Int, spread: [Int]) -> Int {
        let after = spread[loop] + 1
        guard 2 * after * spread.count > 3 * (spread.reduce(0, +) + 1), let least = spread.indices.min(by: { spread[$0] < spread[$1] }) else { return loop }
        return spread[least] < spread[loop] ? least : loop
    }
}
