/// Carries a value of one loop through a closure that the compiler cannot see to run on that same loop: a timer, a cancellation, a lease.
///
/// Whoever opens it is on the value's loop.
struct Confined<Value>: @unchecked Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
