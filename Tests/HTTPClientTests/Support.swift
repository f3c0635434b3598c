import Dispatch
import Glibc
import HTTPClient
import Platform
import Reactor

/// For all tests of this target; no test stops it.
let loops = EventLoopGroup(count: 2)

/// For tests that need all exchanges in one place.
let oneLoop = EventLoopGroup(count: 1)

/// A client with limits that a test sets.
func client(_ change: (inout CurlClient.Configuration) -> Void = { _ in }, on group: EventLoopGroup = loops) -> CurlClient {
    var configuration = CurlClient.Configuration()
    change(&configuration)
    return CurlClient(configuration, on: group)
}

/// What an exchange fails with; nil when it does not.
func failure<Answer>(_ exchange: () async throws(HTTPClientError) -> Answer) async -> HTTPClientError? {
    do throws(HTTPClientError) {
        _ = try await exchange()
        return nil
    } catch {
        return error
    }
}

/// A latch that a script's thread waits for and a test opens.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() { semaphore.signal() }
    /// Blocks this thread.
    func wait() {
        semaphore.wait()
        semaphore.signal()
    }
}

/// A value that several threads count up.
final class Counter: Sendable {
    private let count = Lock(0)
    var value: Int { count.withLock { $0 } }
    func add(_ more: Int = 1) { count.withLock { $0 += more } }
}
