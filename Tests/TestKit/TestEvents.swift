/// An event as a browser would raise it (WHATWG HTML §9.2.6).
public struct TestEvent: Sendable, Equatable {
    /// The kind; `message` unless the server said otherwise.
    public var type: String
    /// The content.
    public var data: String
    /// The last id the stream has told.
    public var lastEventID: String

    /// An event.
    public init(_ data: String, type: String = "message", lastEventID: String = "") {
        self.type = type
        self.data = data
        self.lastEventID = lastEventID
    }
}

/// Reads a stream of events by the standard's rules (WHATWG HTML §9.2.6), with other code than that which writes it; for one task at a time.
public final class TestEvents {
    /// The answer's head.
    public let response: TestResponse
    /// How long the server wants the client to wait before it connects again.
    public private(set) var retryMilliseconds: Int?
    /// The comments so far.
    public private(set) var comments: [String] = []

    private let stream: any TestStream
    private var unread: [UInt8] = []
    private var data = "", type = "", lastEventID = ""

    init(_ stream: any TestStream) {
        self.stream = stream
        response = stream.response
    }

    /// The next event; nil at the end of the stream.
    public func next() async throws -> TestEvent? {
        while let line = try await nextLine() {
            guard line.isEmpty else {
                take(line)
                continue
            }
            defer { (data, type) = ("", "") }
            if !data.isEmpty { return TestEvent(String(data.dropLast()), type: type.isEmpty ? "message" : type, lastEventID: lastEventID) }
        }
        return nil
    }

    /// The next comment.
    public func nextComment() async throws -> String? {
        let before = comments.count
        while comments.count == before {
            guard let line = try await nextLine() else { return nil }
            if !line.isEmpty { take(line) }
        }
        return comments.last
    }

    private func take(_ line: String) {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        var value = parts.count > 1 ? parts[1] : ""
        if value.hasPrefix(" ") { value.removeFirst() }
        switch parts[0] {
        case "": comments.append(String(value))
        case "data": data += value + "\n"
        case "event": type = String(value)
        case "id": if !value.unicodeScalars.contains("\0") { lastEventID = String(value) }
        case "retry": if value.utf8.allSatisfy({ $0 &- 48 < 10 }) { retryMilliseconds = Int(value) }
        default: break
        }
    }

    /// Our streams end their lines with LF alone; a CR would be a fault of ours.
    private func nextLine() async throws -> String? {
        while true {
            if let end = unread.firstIndex(of: 0x0A) {
                let line = String(decoding: unread[..<end], as: UTF8.self)
                unread.removeFirst(end + 1)
                return line
            }
            let more = try await stream.read()
            if more.isEmpty { return nil }
            unread += more
        }
    }
}
