/// Carries a value of one loop through a closure that the compiler cannot see to run on that same loop: a timer, a cancellation, a lease.
///
/// Whoever opens it is on the value's loop.
public struct Confined<Value>: @unchecked Sendable {
    /// To be touched on its loop only.
    public let value: Value

    /// Wraps a value of the current loop.
    public init(_ value: Value) { self.value = value }
}
