import Dispatch
import Glibc
import Platform

/// A server that answers with exactly the bytes a test wants, well-formed or not. Loopback only.
final class ScriptedServer: Sendable {
    /// A request as it came.
    struct Seen: Sendable {
        var head = ""
        var body: [UInt8] = []
        var path: String { head.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
        func has(line: String) -> Bool { head.split(separator: "\r\n").contains { $0.lowercased() == line.lowercased() } }
    }

    /// What the server does with a request.
    enum Reply: Sendable {
        /// Sends this and keeps the connection.
        case text(String)
        /// Sends this and closes.
        case lastText(String)
        /// Sends this and then nothing for ever.
        case stall(String)
        /// Does as it likes with the connection, and closes.
        case script(@Sendable (ScriptedPeer) -> Void)
    }

    private struct State {
        var seen: [Seen] = []
        var connections = 0
        var open: [Int32] = []
        var isStopped = false
    }

    private let listener: Int32
    private let state = Lock(State())
    private let readsBodies: Bool
    private let script: @Sendable (Seen) -> Reply
    let port: UInt16

    /// - Parameter readsBodies: whether a request is read whole before it is answered; not, for scripts that read it themselves.
    init(readsBodies: Bool = true, _ script: @escaping @Sendable (Seen) -> Reply) {
        self.readsBodies = readsBodies
        self.script = script
        // No child of another test may keep a connection open that this server has closed.
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(listener, $0, size)
                _ = listen(listener, 16)
                _ = getsockname(listener, $0, &size)
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        signal(SIGPIPE, SIG_IGN)
        DispatchQueue(label: "scripted-server").async { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                if connection >= 0 {
                    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                    if let self { self.serve(connection) } else { close(connection) }
                } else if errno == EINVAL || errno == EBADF {
                    // It was shut down. All else passes: a connection given up, no descriptor free.
                    break
                } else {
                    usleep(1_000)
                }
            }
            // Closed by the thread that accepts: closed elsewhere, its number could already be another server's.
            close(listener)
        }
    }

    /// Stops listening and closes what is open.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        state.withLock { state in
            state.isStopped = true
            // Under the lock: what has been closed meanwhile could be another test's connection by now.
            for connection in state.open { shutdown(connection, Int32(SHUT_RDWR)) }
        }
    }

    var seen: [Seen] { state.withLock { $0.seen } }
    /// Accepted since the start.
    var connections: Int { state.withLock { $0.connections } }
    /// Accepted and not closed by either side, as far as this server has noticed: it reads while it has nothing to say.
    var openConnections: Int { state.withLock { $0.open.count } }
    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    private func serve(_ connection: Int32) {
        let isWelcome = state.withLock { state in
            state.connections += 1
            if !state.isStopped { state.open.append(connection) }
            return !state.isStopped
        }
        guard isWelcome else {
            close(connection)
            return
        }
        DispatchQueue(label: "scripted-connection").async { [self] in
            let peer = ScriptedPeer(connection)
            while let request = next(peer) {
                state.withLock { $0.seen.append(request) }
                if !answer(request, peer) { break }
            }
            state.withLock { state in
                state.open.removeAll { $0 == connection }
                close(connection)
            }
        }
    }

    private func answer(_ request: Seen, _ peer: ScriptedPeer) -> Bool {
        switch script(request) {
        case .text(let text):
            peer.send(text)
            return true
        case .lastText(let text):
            peer.send(text)
            return false
        case .stall(let text):
            peer.send(text)
            peer.waitForClose()
            return false
        case .script(let script):
            script(peer)
            return false
        }
    }

    private func next(_ peer: ScriptedPeer) -> Seen? {
        guard let head = peer.readHead() else { return nil }
        guard readsBodies else { return Seen(head: head) }
        let lines = head.lowercased().split(separator: "\r\n")
        if lines.contains("transfer-encoding: chunked") { return peer.readChunks().map { Seen(head: head, body: $0) } }
        let length = lines.first { $0.hasPrefix("content-length:") }.flatMap { Int($0.dropFirst(15).filter(\.isNumber)) } ?? 0
        return peer.read(exactly: length).map { Seen(head: head, body: $0) }
    }
}

/// A connection in the hands of a script, which blocks its thread. One thread at a time.
final class ScriptedPeer: @unchecked Sendable {
    private let descriptor: Int32
    private var buffer: ArraySlice<UInt8> = []

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func send(_ text: String) { _ = send(Array(text.utf8)) }

    /// False when the other side has gone.
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + sent, $0.count - sent) }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    /// Sends until the other side has taken nothing for `milliseconds`; returns how much it took.
    func sendUntilBlocked(_ bytes: [UInt8], patienceMilliseconds milliseconds: Int) -> Int {
        setSendTimeout(milliseconds)
        defer { setSendTimeout(0) }
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + sent, $0.count - sent) }
            if count <= 0 { break }
            sent += count
        }
        return sent
    }

    private func setSendTimeout(_ milliseconds: Int) {
        var time = timeval(tv_sec: milliseconds / 1_000, tv_usec: milliseconds % 1_000 * 1_000)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    /// What has come, at least one byte; nil when the other side has closed.
    func read() -> [UInt8]? {
        if !buffer.isEmpty {
            defer { buffer = [] }
            return Array(buffer)
        }
        return receive()
    }

    private func receive() -> [UInt8]? {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(descriptor, &chunk, chunk.count)
        return count > 0 ? Array(chunk.prefix(count)) : nil
    }

    func read(exactly count: Int) -> [UInt8]? {
        while buffer.count < count {
            guard let more = receive() else { return nil }
            buffer += more
        }
        defer { buffer = buffer.dropFirst(count) }
        return Array(buffer.prefix(count))
    }

    /// Up to the line end, without it.
    func readLine() -> String? {
        var line: [UInt8] = []
        while let byte = read(exactly: 1)?.first {
            if byte == 0x0A { return String(decoding: line.last == 0x0D ? line.dropLast() : line[...], as: UTF8.self) }
            line.append(byte)
        }
        return nil
    }

    func readHead() -> String? {
        var lines: [String] = []
        while let line = readLine() {
            if line.isEmpty { return lines.joined(separator: "\r\n") }
            lines.append(line)
        }
        return nil
    }

    /// A chunked body (RFC 9112 section 7.1).
    func readChunks() -> [UInt8]? {
        var body: [UInt8] = []
        while let size = readLine().flatMap({ Int($0, radix: 16) }), let chunk = read(exactly: size), readLine() == "" {
            if size == 0 { return body }
            body += chunk
        }
        return nil
    }

    /// Reads and drops until the other side has closed.
    func waitForClose() { while read() != nil {} }
}
