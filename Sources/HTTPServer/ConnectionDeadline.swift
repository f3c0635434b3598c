import Reactor

/// When a connection's patience ends, in nanoseconds of its loop's clock; looked at every half second.
struct ConnectionDeadline {
    private(set) var expires = UInt64.max

    mutating func set(_ timeout: Duration, from now: UInt64) { expires = now &+ timeout.nanoseconds }
    mutating func clear() { expires = .max }
    func isOver(at now: UInt64) -> Bool { now >= expires }
}
