/// Reads server-sent events as they arrive (WHATWG HTML §9.2.6): bytes in, events out.
///
/// What is unread is bounded by `limitBytes`; beyond it nothing more is read.
struct EventParser {
    struct Event: Equatable {
        /// `message` unless the server says otherwise.
        var type = "message"
        var data = ""
    }

    private let limitBytes: Int
    private var line: [UInt8] = []
    private var isAfterCR = false
    private var type = "", data: String?
    /// More came without an end than any event of ours has.
    private(set) var isOverfull = false

    init(limitBytes: Int = 64 * 1_024) { self.limitBytes = limitBytes }

    /// The events that end in these bytes.
    mutating func read(_ bytes: [UInt8]) -> [Event] {
        var events: [Event] = []
        for byte in bytes where !isOverfull {
            defer { isAfterCR = byte == 0x0D }
            if byte == 0x0A, isAfterCR { continue }
            guard byte == 0x0A || byte == 0x0D else {
                line.append(byte)
                isOverfull = line.count + (data?.utf8.count ?? 0) > limitBytes
                continue
            }
            if let event = endLine() { events.append(event) }
        }
        return events
    }

    private mutating func endLine() -> Event? {
        defer { line.removeAll(keepingCapacity: true) }
        guard !line.isEmpty else { return endEvent() }
        let name = line.prefix { $0 != UInt8(ascii: ":") }
        var value = line.dropFirst(name.count + 1)
        if value.first == UInt8(ascii: " ") { value.removeFirst() }
        switch String(decoding: name, as: UTF8.self) {
        case "event": type = String(decoding: value, as: UTF8.self)
        case "data": data = (data.map { $0 + "\n" } ?? "") + String(decoding: value, as: UTF8.self)
        default: break
        }
        return nil
    }

    private mutating func endEvent() -> Event? {
        defer { (type, data) = ("", nil) }
        return data.map { Event(type: type.isEmpty ? "message" : type, data: $0) }
    }
}
