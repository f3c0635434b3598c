import CPostgres
import Reactor

/// One connection being made: libpq says what it waits for, the loop watches.
final class ConnectAttempt: ReadinessHandler {
    private var handle: OpaquePointer?
    private var token: ReadinessToken?
    private var timer: TimerID?
    private var continuation: UnsafeContinuation<Result<OpenedHandle, PostgresError>, Never>?

    /// A libpq handle on its way from the attempt to its connection.
    struct OpenedHandle: @unchecked Sendable { let pointer: OpaquePointer }

    /// Connects with libpq's parameters; the host must be numeric or a socket's folder, for libpq resolves names while it blocks.
    static func open(_ parameters: [(String, String)], timeout: Duration, on loop: isolated EventLoop) async -> Result<OpenedHandle, PostgresError> {
        let attempt = ConnectAttempt()
        return await withUnsafeContinuation { continuation in
            attempt.continuation = continuation
            attempt.start(parameters, timeout: timeout, on: loop)
        }
    }

    private func start(_ parameters: [(String, String)], timeout: Duration, on loop: isolated EventLoop) {
        handle = withCStrings(parameters.map(\.0)) { names in
            withCStrings(parameters.map(\.1)) { values in PQconnectStartParams(names, values, 0) }
        }
        guard let handle else { return finish(.failure(Self.unavailable("no memory for a connection")), on: loop) }
        guard PQstatus(handle) != CONNECTION_BAD else { return fail(on: loop) }
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        let attempt = Confined(self)
        timer = loop.schedule(after: timeout) { loop in attempt.value.expire(timeout, on: loop) }
        watch(.writable, on: loop)
    }

    func ready(_ readiness: Readiness, on loop: isolated EventLoop) {
        guard let handle else { return }
        // libpq may close the descriptor and open another for the next address.
        unwatch(on: loop)
        switch PQconnectPoll(handle) {
        case PGRES_POLLING_OK:
            self.handle = nil
            finish(.success(OpenedHandle(pointer: handle)), on: loop)
        case PGRES_POLLING_READING: watch(.readable, on: loop)
        case PGRES_POLLING_WRITING: watch(.writable, on: loop)
        default: fail(on: loop)
        }
    }

    private func watch(_ interest: Readiness, on loop: isolated EventLoop) {
        guard let handle else { return }
        do {
            token = try loop.register(PQsocket(handle), for: interest, self)
        } catch {
            finish(.failure(Self.unavailable("\(error)")), on: loop)
        }
    }

    private func unwatch(on loop: isolated EventLoop) {
        if let token { loop.deregister(token) }
        token = nil
    }

    private func expire(_ timeout: Duration, on loop: isolated EventLoop) {
        finish(.failure(Self.unavailable("no connection within \(timeout)")), on: loop)
    }

    private func fail(on loop: isolated EventLoop) {
        let reason = handle.flatMap { PQerrorMessage($0) }.map { trimmedMessage($0) } ?? ""
        finish(.failure(Self.unavailable(reason)), on: loop)
    }

    private func finish(_ result: Result<OpenedHandle, PostgresError>, on loop: isolated EventLoop) {
        unwatch(on: loop)
        if let timer { loop.cancel(timer) }
        timer = nil
        if let handle { PQfinish(handle) }
        handle = nil
        continuation?.resume(returning: result)
        continuation = nil
    }

    private static func unavailable(_ reason: String) -> PostgresError { .unavailable(retryAfter: .seconds(1), reason: reason) }
}

/// Lends texts as a NULL-terminated array of C strings.
private func withCStrings<Result>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result) -> Result {
    var bytes: [CChar] = []
    var offsets: [Int] = []
    for text in texts {
        offsets.append(bytes.count)
        bytes.append(contentsOf: text.utf8.map { CChar(bitPattern: $0) })
        bytes.append(0)
    }
    return bytes.withUnsafeBufferPointer { buffer in
        var pointers: [UnsafePointer<CChar>?] = offsets.map { buffer.baseAddress! + $0 }
        pointers.append(nil)
        return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
    }
}
