import HTTPCore
import Reactor

/// What an answer without an end of its own needs of its connection.
struct EndlessAnswer {
    let heartbeat: [UInt8]
    let interval: Duration
    let framing: ResponseFraming
    /// When bytes were last written, in nanoseconds of the loop's clock.
    var wroteAt: UInt64
    var isLeaving = false
}

extension Connection {
    /// Writes a heartbeat where nothing else was written; a peer that still has bytes to take gets none.
    func beat(at now: UInt64, on loop: isolated EventLoop) {
        guard let endless, output.isEmpty, now >= endless.wroteAt &+ endless.interval.nanoseconds else { return }
        _ = writeBody(endless.heartbeat, framing: endless.framing, on: loop)
        self.endless?.wroteAt = now
    }

    /// Asks what would go on for ever to end: the server is going away.
    func goAway(on loop: isolated EventLoop) {
        upgraded?.handler.goAway(at: .nanoseconds(loop.now))
        guard let endless, !endless.isLeaving else { return }
        self.endless?.isLeaving = true
        worker?.cancel()
    }
}
