import Dispatch
import HTTPCore
import Platform
import Reactor
import TestKit

@testable import HTTPServer

/// A server on loopback for the length of one test, whose body may block: it has a thread of its own.
final class RunningServer: Sendable {
    let server: Server
    private let group: EventLoopGroup

    private init(
        _ configuration: ServerConfiguration, loops: Int, slowPass: SlowPassReport?, logger: Logger, _ responder: @escaping Responder
    ) async throws {
        group = EventLoopGroup(count: loops, slowPass: slowPass)
        do {
            server = try await Server(configuration: configuration, group: group, logger: logger, responder: responder)
        } catch {
            group.stop()
            throw error
        }
    }

    var address: SocketAddress { server.addresses[0] }

    func connect(receiveBufferBytes: Int32? = nil) throws -> RawConnection { try RawConnection(to: address, receiveBufferBytes: receiveBufferBytes) }

    /// Shuts the server down and waits; returns whether every connection ended by itself, nil when it took too long.
    func shutdown() -> Bool? { startShutdown().wait() }

    /// Shuts the server down meanwhile.
    func startShutdown() -> Promised<Bool> {
        let promise = Promised<Bool>()
        Task { promise.keep(await server.shutdown()) }
        return promise
    }

    /// Waits until the server holds `count` connections.
    func waitForConnections(_ count: Int) -> Bool { eventually { self.server.connectionCount == count } }

    /// Runs `body` on each of the server's loops, and waits; other tests may keep the shared pool busy, so it is not asked.
    func onEveryLoop(_ body: @escaping @Sendable (ServerLoop, isolated EventLoop) -> Void) {
        let loops = server.loops
        for loop in group.loops {
            let done = DispatchSemaphore(value: 0)
            loop.submit {
                body(loops.value(on: $0), $0)
                done.signal()
            }
            precondition(done.wait(timeout: .now() + patience) == .success, "a loop did not come to its next pass")
        }
    }

    /// Runs `body` against a server.
    static func run<Result: Sendable>(
        loops: Int = 1, addresses: [String] = ["127.0.0.1:0"], configure: (inout ServerConfiguration) -> Void = { _ in },
        slowPass: SlowPassReport? = nil, logger: Logger = .silent, answering responder: @escaping Responder,
        _ body: @escaping @Sendable (RunningServer) throws -> Result
    ) async throws -> Result {
        var configuration = ServerConfiguration(addresses: addresses.map { SocketAddress($0)! })
        configuration.drainLimit = .milliseconds(500)
        configuration.lingerTimeout = .milliseconds(500)
        configure(&configuration)
        let running = try await RunningServer(configuration, loops: loops, slowPass: slowPass, logger: logger, responder)
        let outcome = await onOwnThread { Swift.Result { try body(running) } }
        await running.server.shutdown()
        // The loops' threads are joined: not on a thread of the tasks.
        await onOwnThread { running.group.stop() }
        return try outcome.get()
    }
}

/// Runs blocking code without holding a thread that other tasks need; what it expects is still this test's.
func onOwnThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withTaskExecutorPreference(OwnThread()) { await OwnThread.run(body) }
}

/// Runs its tasks on a thread of its own.
private final class OwnThread: TaskExecutor {
    private let queue = DispatchQueue(label: "test")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    @concurrent static func run<Result: Sendable>(_ body: @Sendable () -> Result) async -> Result { body() }
}

/// Asks every 5 ms until `condition` holds, for at most a minute: machines under a sanitizer are slow.
func eventually(_ condition: () -> Bool) -> Bool {
    for _ in 0..<12_000 {
        if condition() { return true }
        usleepMilliseconds(5)
    }
    return condition()
}

/// How long a test waits for what must come, in seconds: machines under a sanitizer are slow, but a run has to end.
let patience = 120.0

/// A value that comes later, for threads that may block.
final class Promised<Value: Sendable>: Sendable {
    private let value = Lock<Value?>(nil)
    private let kept = DispatchSemaphore(value: 0)

    func keep(_ value: Value) {
        self.value.withLock { $0 = value }
        kept.signal()
    }

    /// The value, waited for as long as `patience`; nil when it never came.
    func wait() -> Value? {
        _ = kept.wait(timeout: .now() + patience)
        return value.withLock { $0 }
    }
}

/// What handlers saw, in order; a test waits for each.
final class Events: Sendable {
    private let events = Lock<[String]>([])
    private let arrived = DispatchSemaphore(value: 0)

    func add(_ event: String) {
        events.withLock { $0.append(event) }
        arrived.signal()
    }

    /// The next event, waited for at most a minute; nil when none came.
    func next() -> String? {
        guard arrived.wait(timeout: .now() + 60) == .success else { return nil }
        return events.withLock { $0.removeFirst() }
    }

    /// True when nothing waits to be taken.
    var isEmpty: Bool { events.withLock { $0.isEmpty } }
}

/// Lets handlers through when the test opens it.
final class Gate: Sendable {
    private let state = Lock<(open: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

    func pass() async {
        await withCheckedContinuation { continuation in
            let open = state.withLock { state in
                if !state.open { state.waiting.append(continuation) }
                return state.open
            }
            if open { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            state.open = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}

extension Response {
    static func text(_ text: String, status: Status = .ok) -> Response { Response(status: status, body: .bytes(Array(text.utf8))) }
}

/// A request with Host and perhaps more.
func request(_ line: String, _ fields: String..., body: String = "") -> String {
    (["\(line) HTTP/1.1", "Host: test"] + fields).joined(separator: "\r\n") + "\r\n\r\n" + body
}
