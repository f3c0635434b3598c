/// Something a test waited for never came to be.
public struct NeverHappened: Error {}

/// Returns as soon as `condition` is true. For what runs in the background and cannot be awaited.
///
/// Throws `NeverHappened` after two minutes and `CancellationError` when the suite's time limit ends the test:
/// a loop that heeds neither would keep the whole run from ending.
public func eventually(isolation: isolated (any Actor)? = #isolation, _ condition: () async throws -> Bool) async throws {
    let clock = ContinuousClock(), end = clock.now + .seconds(120)
    while !(try await condition()) {
        guard clock.now < end else { throw NeverHappened() }
        try await Task.sleep(for: .milliseconds(1))
    }
}
