import CEpoll
import Glibc

/// A TCP socket descriptor, non-blocking and close-on-exec; whoever holds it closes it once.
public struct Socket: Sendable {
    /// The descriptor.
    public let descriptor: Int32

    /// What became of a read or write.
    public enum Transfer: Equatable, Sendable {
        /// So many bytes moved, at least one.
        case bytes(Int)
        /// Nothing can move now.
        case wouldBlock
        /// The peer closed its side (reads), or the file is over (`write(fromFile:)`).
        case end
        /// The connection is gone.
        case failed(errno: Int32)
    }

    /// Opens a listening socket.
    ///
    /// - Parameters:
    ///   - address: where; port 0 picks a free one.
    ///   - backlog: connections the kernel keeps for us, at most.
    ///   - sharingPort: with `SO_REUSEPORT`, so that several loops (or a successor process) listen on one port.
    /// - Throws: `SystemError`, `EADDRINUSE` when the port is taken.
    public static func listen(on address: SocketAddress, backlog: Int32, sharingPort: Bool) throws(SystemError) -> Socket {
        var family = AF_INET
        if case .v6 = address { family = AF_INET6 }
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SystemError(call: "socket", code: cepoll_errno()) }
        let listener = Socket(descriptor: descriptor)
        listener.set(SOL_SOCKET, SO_REUSEADDR, 1)
        if sharingPort { listener.set(SOL_SOCKET, SO_REUSEPORT, 1) }
        if family == AF_INET6 { listener.set(Int32(IPPROTO_IPV6), IPV6_V6ONLY, 1) }
        guard address.withSystemAddress({ Glibc.bind(descriptor, $0, $1) }) == 0, Glibc.listen(descriptor, backlog) == 0 else {
            let code = cepoll_errno()
            listener.close()
            throw SystemError(call: "bind \(address)", code: code)
        }
        return listener
    }

    /// Takes one waiting connection, with Nagle's algorithm off.
    ///
    /// - Throws: `SystemError`: `EAGAIN` when none waits, `EMFILE` or `ENFILE` when descriptors are used up.
    public func accept() throws(SystemError) -> (Socket, SocketAddress) {
        while true {
            var storage = sockaddr_storage()
            var length = UInt32(MemoryLayout<sockaddr_storage>.size)
            let accepted = cepoll_accept(descriptor, &storage, &length)
            if accepted < 0 {
                let code = cepoll_errno()
                // The peer gave up between its handshake and our accept: look for the next one.
                if code == ECONNABORTED || code == EINTR { continue }
                throw SystemError(call: "accept", code: code)
            }
            let socket = Socket(descriptor: accepted)
            socket.set(Int32(IPPROTO_TCP), TCP_NODELAY, 1)
            return (socket, SocketAddress(storage) ?? .v4(octets: 0, port: 0))
        }
    }

    /// Receives at most `count` bytes into `buffer`.
    @inline(__always)
    public func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) -> Transfer {
        while true {
            let received = recv(descriptor, buffer, count, 0)
            if received > 0 { return .bytes(received) }
            if received == 0 { return .end }
            let code = cepoll_errno()
            if code == EAGAIN { return .wouldBlock }
            if code != EINTR { return .failed(errno: code) }
        }
    }

    /// Sends at most `count` bytes; a vanished peer is `failed`, never a signal.
    ///
    /// - Parameter moreFollows: whether more is sent at once, so that the last packet waits for it (`MSG_MORE`).
    @inline(__always)
    public func write(_ bytes: UnsafePointer<UInt8>, count: Int, moreFollows: Bool = false) -> Transfer {
        while true {
            let sent = send(descriptor, bytes, count, Int32(MSG_NOSIGNAL) | (moreFollows ? Int32(MSG_MORE) : 0))
            if sent >= 0 { return .bytes(sent) }
            let code = cepoll_errno()
            if code == EAGAIN { return .wouldBlock }
            if code != EINTR { return .failed(errno: code) }
        }
    }

    /// Sends at most `count` bytes of a file from `offset` on, without a copy in this process; `end` when the file has none there.
    ///
    /// Waits for the disk when the bytes are not in memory.
    public func write(fromFile file: Int32, offset: Int, count: Int) -> Transfer {
        while true {
            let sent = cepoll_send_file(descriptor, file, Int64(offset), count)
            if sent > 0 { return .bytes(sent) }
            if sent == 0 { return .end }
            let code = cepoll_errno()
            if code == EAGAIN { return .wouldBlock }
            if code != EINTR { return .failed(errno: code) }
        }
    }

    /// Says that no more will be sent; the peer reads an end of stream after what is under way.
    public func shutdownWrites() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Makes the next `close` send a reset and drop what is under way.
    public func resetOnClose() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    /// Gives the descriptor back.
    public func close() { Glibc.close(descriptor) }

    /// The address this socket is bound to.
    public var localAddress: SocketAddress? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return result == 0 ? SocketAddress(storage) : nil
    }

    private func set(_ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }
}
