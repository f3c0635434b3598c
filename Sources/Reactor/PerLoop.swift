/// One value per event loop: how something `Sendable` finds its own loop's connections.
///
/// The value is made on first use, on its loop, and never leaves it.
public final class PerLoop<Value>: @unchecked Sendable {
    // Slot i is touched on loop i only.
    private let slots: UnsafeMutablePointer<Value?>
    private let group: EventLoopGroup
    private let make: @Sendable (isolated EventLoop) -> Value

    /// Prepares one slot per loop of `group`.
    public init(_ group: EventLoopGroup, _ make: @escaping @Sendable (isolated EventLoop) -> Value) {
        self.group = group
        self.make = make
        slots = .allocate(capacity: group.loops.count)
        slots.initialize(repeating: nil, count: group.loops.count)
    }

    deinit {
        slots.deinitialize(count: group.loops.count)
        slots.deallocate()
    }

    /// This loop's value.
    public func value(on loop: isolated EventLoop) -> Value {
        precondition(group.loops[loop.index] === loop, "a value of another group's loop")
        if let value = slots[loop.index] { return value }
        let value = make(loop)
        slots[loop.index] = value
        return value
    }

    /// The loop to work on: the current one, or the next in turn for callers off the loops.
    public var loop: EventLoop { group.any }
}
