import Glibc
public import Reactor

/// Why a test's connection could not go on.
public enum RawConnectionError: Error, Equatable {
    /// Nothing came (or went) for the connection's time-out.
    case timedOut
    /// The peer reset the connection.
    case reset
    /// The peer closed in the middle of what was read.
    case ended
    /// What came is no response.
    case malformed(String)
    /// The system refused.
    case system(call: String, errno: Int32)
}

/// A blocking TCP connection that sends exactly the bytes a test says. For one thread at a time; never on a loop.
public final class RawConnection {
    private var descriptor: Int32
    private let timeoutSeconds: Int
    /// Received and not yet read.
    private var received: [UInt8] = []

    /// Connects.
    ///
    /// - Parameters:
    ///   - address: where a server listens.
    ///   - receiveBufferBytes: the kernel's buffer, for slow readers; nil for its default.
    ///   - timeoutSeconds: after which a read or write fails.
    public init(to address: SocketAddress, receiveBufferBytes: Int32? = nil, timeoutSeconds: Int = 120) throws(RawConnectionError) {
        self.timeoutSeconds = timeoutSeconds
        var family = AF_INET
        if case .v6 = address { family = AF_INET6 }
        descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .system(call: "socket", errno: errno) }
        if let receiveBufferBytes { set(SOL_SOCKET, SO_RCVBUF, receiveBufferBytes) }
        set(Int32(IPPROTO_TCP), TCP_NODELAY, Int32(1))
        set(SOL_SOCKET, SO_RCVTIMEO, timeval(tv_sec: timeoutSeconds, tv_usec: 0))
        set(SOL_SOCKET, SO_SNDTIMEO, timeval(tv_sec: timeoutSeconds, tv_usec: 0))
        guard Self.connect(descriptor, to: address) == 0 else { throw .system(call: "connect", errno: errno) }
    }

    deinit { close() }

    /// Sends text as UTF-8.
    public func send(_ text: String) throws(RawConnectionError) { try send([UInt8](text.utf8)) }

    /// Sends bytes, all of them.
    public func send(_ bytes: [UInt8]) throws(RawConnectionError) {
        var sent = 0
        while sent < bytes.count { sent += try sendSome(bytes, from: sent) }
    }

    /// Sends until the peer has taken nothing for `milliseconds`; returns how many bytes it took.
    public func sendUntilBlocked(_ bytes: [UInt8], patienceMilliseconds milliseconds: Int) throws(RawConnectionError) -> Int {
        set(SOL_SOCKET, SO_SNDTIMEO, timeval(tv_sec: milliseconds / 1_000, tv_usec: milliseconds % 1_000 * 1_000))
        defer { set(SOL_SOCKET, SO_SNDTIMEO, timeval(tv_sec: timeoutSeconds, tv_usec: 0)) }
        var sent = 0
        while sent < bytes.count {
            do throws(RawConnectionError) {
                sent += try sendSome(bytes, from: sent)
            } catch .timedOut {
                break
            }
        }
        return sent
    }

    /// Reads at most `count` bytes; none at the end of the stream.
    public func read(atMost count: Int = 65_536) throws(RawConnectionError) -> [UInt8] {
        if received.isEmpty { received = try receive(count) }
        let taken = Array(received.prefix(count))
        received.removeFirst(taken.count)
        return taken
    }

    /// Reads exactly `count` bytes.
    public func read(exactly count: Int) throws(RawConnectionError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let some = try read(atMost: count - bytes.count)
            if some.isEmpty { throw .ended }
            bytes += some
        }
        return bytes
    }

    /// Reads to the end of the stream.
    public func readToEnd() throws(RawConnectionError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let some = try read()
            if some.isEmpty { return bytes }
            bytes += some
        }
    }

    /// Reads a line without its CR LF.
    public func readLine() throws(RawConnectionError) -> String {
        var line: [UInt8] = []
        while !line.ends(with: [0x0D, 0x0A]) {
            if received.isEmpty { received = try receive(65_536) }
            guard let byte = received.first else { throw .ended }
            if let end = received.firstIndex(of: 0x0A) {
                line += received[...end]
                received.removeFirst(end + 1)
            } else {
                line += received
                received = []
            }
            if byte == 0x0A && line.count == 1 { throw .malformed("a bare LF") }
        }
        return String(decoding: line.dropLast(2), as: UTF8.self)
    }

    /// True when the peer has closed (or reset) and nothing is left to read; waits for it at most the time-out.
    public func isClosedByPeer() -> Bool {
        do throws(RawConnectionError) {
            return try read(atMost: 1).isEmpty
        } catch {
            return error == .reset
        }
    }

    /// Says that no more will be sent.
    public func closeWrites() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Closes; safe to call twice.
    public func close() {
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
    }

    /// Closes with a reset.
    public func reset() {
        set(SOL_SOCKET, SO_LINGER, linger(l_onoff: 1, l_linger: 0))
        close()
    }
}

extension RawConnection {
    private func sendSome(_ bytes: [UInt8], from start: Int) throws(RawConnectionError) -> Int {
        let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress! + start, $0.count - start, Int32(MSG_NOSIGNAL)) }
        if count < 0 { throw Self.error("send") }
        return count
    }

    private func receive(_ count: Int) throws(RawConnectionError) -> [UInt8] {
        var result = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            result = recv(descriptor, buffer.baseAddress!, count, 0)
            filled = max(0, result)
        }
        if result < 0 { throw Self.error("recv") }
        return bytes
    }

    private static func error(_ call: String) -> RawConnectionError {
        switch errno {
        case EAGAIN: .timedOut
        case ECONNRESET, EPIPE: .reset
        default: .system(call: call, errno: errno)
        }
    }

    private func set<Value: BitwiseCopyable>(_ level: Int32, _ option: Int32, _ value: Value) {
        var value = value
        setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Value>.size))
    }

    private static func connect(_ descriptor: Int32, to address: SocketAddress) -> Int32 {
        switch address {
        case .v4(let octets, let port):
            var system = sockaddr_in()
            system.sin_family = sa_family_t(AF_INET)
            system.sin_port = port.bigEndian
            system.sin_addr.s_addr = octets
            return connect(descriptor, &system)
        case .v6(let high, let low, let port, let scope):
            var system = sockaddr_in6()
            system.sin6_family = sa_family_t(AF_INET6)
            system.sin6_port = port.bigEndian
            system.sin6_addr = unsafeBitCast((high, low), to: in6_addr.self)
            system.sin6_scope_id = scope
            return connect(descriptor, &system)
        }
    }

    private static func connect<Address>(_ descriptor: Int32, _ address: inout Address) -> Int32 {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<Address>.size)) }
        }
    }
}

extension Array<UInt8> {
    fileprivate func ends(with suffix: [UInt8]) -> Bool { count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix) }
}
