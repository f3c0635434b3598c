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
    }

    private struct State {
        var seen: [Seen] = []
        var connections = 0
        var open: [Int32] = []
    }

    private let listener: Int32
    private let state = Lock(State())
    private let script: @Sendable (Seen) -> Reply
    let port: UInt16

    init(_ script: @escaping @Sendable (Seen) -> Reply) {
        self.script = script
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
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
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                if let self { self.serve(connection) } else { close(connection) }
            }
            // Closed by the thread that accepts: closed elsewhere, its number could already be another server's.
            close(listener)
        }
    }

    /// Stops listening and closes what is open.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        for connection in state.withLock({ $0.open }) { shutdown(connection, Int32(SHUT_RDWR)) }
    }

    var seen: [Seen] { state.withLock { $0.seen } }
    var connections: Int { state.withLock { $0.connections } }
    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    private func serve(_ connection: Int32) {
        state.withLock { state in
            state.connections += 1
            state.open.append(connection)
        }
        DispatchQueue(label: "scripted-connection").async { [self] in
            var buffer: [UInt8] = []
            while let request = next(connection, &buffer) {
                state.withLock { $0.seen.append(request) }
                if !answer(request, on: connection) { break }
            }
            state.withLock { $0.open.removeAll { $0 == connection } }
            close(connection)
        }
    }

    private func answer(_ request: Seen, on connection: Int32) -> Bool {
        switch script(request) {
        case .text(let text):
            send(text, connection)
            return true
        case .lastText(let text):
            send(text, connection)
            return false
        case .stall(let text):
            send(text, connection)
            var byte: UInt8 = 0
            while read(connection, &byte, 1) > 0 {}
            return false
        }
    }

    private func send(_ text: String, _ connection: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    private func next(_ connection: Int32, _ buffer: inout [UInt8]) -> Seen? {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let request = take(&buffer) { return request }
            let count = read(connection, &chunk, chunk.count)
            if count <= 0 { return nil }
            buffer += chunk.prefix(count)
        }
    }

    private func take(_ buffer: inout [UInt8]) -> Seen? {
        let end = Array("\r\n\r\n".utf8)
        guard let start = buffer.indices.first(where: { buffer[$0...].starts(with: end) }) else { return nil }
        let head = String(decoding: buffer[..<start], as: UTF8.self)
        let length =
            head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }.flatMap { Int($0.dropFirst(15).filter(\.isNumber)) } ?? 0
        guard buffer.count >= start + 4 + length else { return nil }
        let request = Seen(head: head, body: Array(buffer[(start + 4)..<(start + 4 + length)]))
        buffer.removeFirst(start + 4 + length)
        return request
    }
}
