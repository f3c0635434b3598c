public import JSON

/// One event of a stream (WHATWG HTML §9.2.5).
public struct ServerSentEvent: Sendable, Equatable {
    /// The content, of any number of lines; nil sends the other fields alone, for which the client raises no event.
    public var data: String?
    /// The kind, for `addEventListener`; nil is `message`.
    public var event: String?
    /// What the client sends back in `Last-Event-ID` when it connects again; an empty one makes it forget the last. nil leaves it as it is.
    public var id: String?
    /// How long the client waits before it connects again, in whole milliseconds; nil leaves it as it is.
    public var retry: Duration?

    /// An event.
    public init(_ data: String? = nil, event: String? = nil, id: String? = nil, retry: Duration? = nil) {
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry
    }

    /// An event whose content is a JSON value.
    public init(json value: some JSONValue, event: String? = nil, id: String? = nil) {
        self.init(JSON.string(value), event: event, id: id)
    }

    /// Appends the event in wire form.
    func write(into output: inout [UInt8]) {
        if let event { Self.line("event", event, into: &output) }
        if let id { Self.line("id", id, into: &output) }
        if let retry { Self.line("retry", String(max(0, retry.wholeMicroseconds / 1_000)), into: &output) }
        if let data { Self.lines("data", data, into: &output) }
        output.append(UInt8(ascii: "\n"))
    }

    /// Appends a comment, which clients skip.
    static func comment(_ text: String, into output: inout [UInt8]) {
        lines("", text, into: &output)
        output.append(UInt8(ascii: "\n"))
    }

    /// A field of one line: CR, LF and NUL become spaces, so that no value can end its line and begin another field.
    private static func line(_ name: String, _ value: String, into output: inout [UInt8]) {
        begin(name, into: &output)
        for byte in value.utf8 { output.append(byte == 0x0A || byte == 0x0D || byte == 0 ? UInt8(ascii: " ") : byte) }
        output.append(UInt8(ascii: "\n"))
    }

    /// A field with one line for each line of the value; CR LF, LF and CR end a line (§9.2.5).
    private static func lines(_ name: String, _ value: String, into output: inout [UInt8]) {
        begin(name, into: &output)
        var isAfterCR = false
        for byte in value.utf8 {
            defer { isAfterCR = byte == 0x0D }
            if byte == 0x0A && isAfterCR { continue }
            guard byte == 0x0A || byte == 0x0D else {
                output.append(byte)
                continue
            }
            output.append(UInt8(ascii: "\n"))
            begin(name, into: &output)
        }
        output.append(UInt8(ascii: "\n"))
    }

    private static func begin(_ name: String, into output: inout [UInt8]) {
        output.append(contentsOf: name.utf8)
        output.append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: " ")])
    }
}
