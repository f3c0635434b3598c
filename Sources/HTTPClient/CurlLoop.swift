import CCurl
import Platform
import Reactor

/// libcurl on one event loop: it says which sockets to watch and when to call it again, and drives all exchanges of this loop over its connections.
///
/// Exchanges are bounded by `ConnectionLine`, kept connections and handles by the configuration.
final class CurlLoop {
    let loop: EventLoop
    let configuration: CurlClient.Configuration
    /// Nil when libcurl cannot be used, and once closed.
    @exclusivity(unchecked) private(set) var multi: UnsafeMutableRawPointer?
    @exclusivity(unchecked) var line: ConnectionLine<Exchange>
    /// All that wait or run.
    @exclusivity(unchecked) var exchanges: [ObjectIdentifier: Exchange] = [:]
    @exclusivity(unchecked) private var idleHandles: [CurlHandle] = []
    @exclusivity(unchecked) private var watches: [Int32: SocketWatch] = [:]
    @exclusivity(unchecked) private var wantsFlush = false
    /// When libcurl wants to be called, in nanoseconds of the loop's clock.
    @exclusivity(unchecked) var callAt: UInt64?
    @exclusivity(unchecked) private var alarm: (timer: TimerID, at: UInt64)?

    init(_ configuration: CurlClient.Configuration, loops: Int, on loop: EventLoop) {
        self.loop = loop
        self.configuration = configuration
        let waitingLimit = configuration.waitingLimit
        line = ConnectionLine(
            connectionsPerHost: max(1, configuration.connectionsPerHost / loops), waitingLimit: waitingLimit == 0 ? 0 : max(1, waitingLimit / loops))
        guard CurlLibrary.isUsable, let multi = curl_multi_init() else { return }
        self.multi = multi
        _ = ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(1, configuration.idleConnectionLimit / loops))
        ccurl_multi_set_functions(multi, curlWatchSocket, curlSetTimer, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Closes every connection; nobody has an exchange any more.
    func close(on loop: isolated EventLoop) {
        for exchange in Array(exchanges.values) { abandon(exchange, .cancelled, on: loop) }
        idleHandles = []
        if let multi { curl_multi_cleanup(multi) }
        multi = nil
        if let alarm { loop.cancel(alarm.timer) }
        alarm = nil
    }

    // MARK: Handles

    func takeHandle() -> CurlHandle? { idleHandles.popLast() ?? CurlHandle(configuration, of: self) }

    func giveBack(_ handle: CurlHandle) {
        handle.release()
        if idleHandles.count < configuration.idleConnectionLimit { idleHandles.append(handle) }
    }

    // MARK: What libcurl asks for

    fileprivate func watch(_ descriptor: Int32, _ what: Int32, on loop: isolated EventLoop) {
        let interest: Readiness =
            switch what {
            case CURL_POLL_IN: .readable
            case CURL_POLL_OUT: .writable
            case CURL_POLL_INOUT: [.readable, .writable]
            default: []
            }
        if let watch = watches[descriptor] {
            if !interest.isEmpty { return watch.change(to: interest, on: loop) }
            watch.end(on: loop)
            watches[descriptor] = nil
        } else if !interest.isEmpty {
            // Where the system refuses, the exchange runs into its time limit.
            watches[descriptor] = SocketWatch(descriptor, interest, of: self, on: loop)
        }
    }

    fileprivate func callAgain(after milliseconds: Int, on loop: isolated EventLoop) {
        callAt = nil
        if milliseconds == 0 {
            // Not from inside libcurl, which is what calls us.
            if !wantsFlush { loop.flushLater(self) }
            wantsFlush = true
        } else if milliseconds > 0 {
            let time = monotonicNanoseconds() + UInt64(milliseconds) * 1_000_000
            callAt = time
            look(by: time, on: loop)
        }
    }

    // MARK: Driving it

    fileprivate func act(_ descriptor: Int32, _ readiness: Readiness, on loop: isolated EventLoop) {
        var events: Int32 = 0
        if readiness.contains(.readable) { events |= CURL_CSELECT_IN }
        if readiness.contains(.writable) { events |= CURL_CSELECT_OUT }
        if !readiness.isDisjoint(with: .failed) { events |= CURL_CSELECT_ERR }
        drive(descriptor, events, on: loop)
    }

    private func drive(_ descriptor: Int32, _ events: Int32, on loop: isolated EventLoop) {
        guard let multi else { return }
        var running: Int32 = 0
        curl_multi_socket_action(multi, descriptor, events, &running)
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left)?.pointee {
            guard message.msg == CURLMSG_DONE, let easy = message.easy_handle else { continue }
            let handle = CurlHandle.of(ccurl_get_private(easy))
            if let exchange = handle.exchange { ended(exchange, handle, message.data.result, on: loop) }
        }
    }
}

// One timer for libcurl and for the exchanges' own limits. It is set anew only to come earlier: most calls are over long before it, and cost it nothing.
extension CurlLoop: TimerHandler, Flushable {
    func flush(on loop: isolated EventLoop) {
        wantsFlush = false
        drive(CURL_SOCKET_BAD, 0, on: loop)
    }

    /// Looks at all times at `time` at the latest.
    func look(by time: UInt64, on loop: isolated EventLoop) {
        if let alarm {
            if alarm.at <= time { return }
            loop.cancel(alarm.timer)
        }
        let now = monotonicNanoseconds()
        alarm = (loop.schedule(after: .nanoseconds(Int64(time - min(now, time))), self), time)
    }

    func timerFired(on loop: isolated EventLoop) {
        alarm = nil
        let now = monotonicNanoseconds()
        if let callAt, callAt <= now {
            self.callAt = nil
            drive(CURL_SOCKET_BAD, 0, on: loop)
        }
        expire(at: now, on: loop)
        let next = exchanges.values.reduce(callAt) { min($0 ?? .max, $1.nextLook(at: now)) }
        if let next { look(by: next, on: loop) }
    }
}

/// One of libcurl's sockets, watched by the loop.
private final class SocketWatch: ReadinessHandler {
    private let descriptor: Int32
    private let curl: CurlLoop
    @exclusivity(unchecked) private var token: ReadinessToken?

    init(_ descriptor: Int32, _ interest: Readiness, of curl: CurlLoop, on loop: isolated EventLoop) {
        self.descriptor = descriptor
        self.curl = curl
        token = try? loop.register(descriptor, for: interest, self)
    }

    func change(to interest: Readiness, on loop: isolated EventLoop) {
        if let token { loop.modify(token, for: interest) }
    }

    func end(on loop: isolated EventLoop) {
        if let token { loop.deregister(token) }
        token = nil
    }

    func ready(_ readiness: Readiness, on loop: isolated EventLoop) { curl.act(descriptor, readiness, on: loop) }
}

// Global functions, because a C callback must not capture anything. libcurl calls them while the loop calls libcurl.

private func curlWatchSocket(
    _ easy: UnsafeMutableRawPointer?, _ socket: curl_socket_t, _ what: Int32, _ context: UnsafeMutableRawPointer?, _ ofSocket: UnsafeMutableRawPointer?
) -> Int32 {
    nonisolated(unsafe) let curl = Unmanaged<CurlLoop>.fromOpaque(context!).takeUnretainedValue()
    curl.loop.assumeIsolated { curl.watch(socket, what, on: $0) }
    return 0
}

private func curlSetTimer(_ multi: UnsafeMutableRawPointer?, _ milliseconds: Int, _ context: UnsafeMutableRawPointer?) -> Int32 {
    nonisolated(unsafe) let curl = Unmanaged<CurlLoop>.fromOpaque(context!).takeUnretainedValue()
    curl.loop.assumeIsolated { curl.callAgain(after: milliseconds, on: $0) }
    return 0
}
