import HTTPCore
import Platform

/// A fault has broken this answer off.
struct BrokenOff: Error {}

extension Response {
    /// No answer at all: the connection is aborted before a byte of one has left it.
    static var reset: Response { Response(body: .stream(lengthBytes: nil, produce: Reset().produce)) }

    /// The same answer, of which only the first half arrives before its connection is aborted.
    func cutOff() -> Response {
        var cut = self
        switch body {
        case .empty, .upgrade: cut.body = Response.reset.body
        case .bytes(let bytes): cut.body = .stream(lengthBytes: bytes.count, produce: HalfOfBytes(bytes: bytes).produce)
        case .file(let file): cut.body = .stream(lengthBytes: file.lengthBytes, produce: HalfOfFile(file: file).produce)
        case .stream(let length, let produce):
            cut.body = .stream(lengthBytes: length, produce: HalfOfStream(limit: length.map { $0 / 2 }, whole: produce).produce)
        }
        return cut
    }
}

private struct Reset: Sendable {
    func produce(_ writer: any ResponseBodyWriter) async throws { throw BrokenOff() }
}

private struct HalfOfBytes: Sendable {
    let bytes: [UInt8]

    func produce(_ writer: any ResponseBodyWriter) async throws {
        try await writer.write(Array(bytes.prefix(bytes.count / 2)))
        try await breakOff()
    }
}

private struct HalfOfFile: Sendable {
    let file: FileBody
    /// More is not worth waiting for.
    private static let maximumBytes = 1_048_576

    func produce(_ writer: any ResponseBodyWriter) async throws {
        guard let part = file.parts.first else { throw BrokenOff() }
        let count = min(part.range.count / 2, Self.maximumBytes)
        try await writer.write(part.prefix + file.file.read(part.range.lowerBound..<part.range.lowerBound + count))
        try await breakOff()
    }
}

private struct HalfOfStream: Sendable {
    /// Nil breaks the second piece off in its middle.
    let limit: Int?
    let whole: @Sendable (any ResponseBodyWriter) async throws -> Void

    func produce(_ writer: any ResponseBodyWriter) async throws {
        do {
            try await whole(CuttingWriter(writer, limit: limit))
        } catch is ResponseBodyError {}
        try await breakOff()
    }
}

/// Lets what was written leave, then breaks off.
private func breakOff() async throws {
    try await Task.sleep(for: .milliseconds(50))
    throw BrokenOff()
}

/// Passes on the first so many bytes, or the first piece and half of the second, and then behaves as if the peer had gone.
private final class CuttingWriter: ResponseBodyWriter {
    private let writer: any ResponseBodyWriter
    private let limit: Int?
    private var written = 0
    private var pieces = 0

    init(_ writer: any ResponseBodyWriter, limit: Int?) {
        self.writer = writer
        self.limit = limit
    }

    func write(_ bytes: [UInt8]) async throws(ResponseBodyError) {
        let allowed = limit.map { max(0, $0 - written) } ?? (pieces == 0 ? bytes.count : bytes.count / 2)
        pieces += 1
        let passed = Array(bytes.prefix(allowed))
        written += passed.count
        try await writer.write(passed)
        if passed.count < bytes.count { throw .disconnected }
    }

    func declareEndless(heartbeat: [UInt8], every interval: Duration) async throws(ResponseBodyError) {
        try await writer.declareEndless(heartbeat: heartbeat, every: interval)
    }
}
