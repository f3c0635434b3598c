public import Encoding

/// One message of an event stream. Source: AWS, "Event stream encoding" (`application/vnd.amazon.eventstream`).
public struct EventStreamMessage: Sendable, Equatable {
    /// One header of a message.
    public struct Header: Sendable, Equatable {
        /// 1 to 255 bytes; those of the protocol begin with a colon.
        public let name: String
        /// Of one of nine types.
        public let value: Value

        /// A header.
        public init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// The value of a header.
    public enum Value: Sendable, Equatable {
        /// Types 0 and 1.
        case bool(Bool)
        /// Type 2.
        case int8(Int8)
        /// Type 3.
        case int16(Int16)
        /// Type 4.
        case int32(Int32)
        /// Type 5.
        case int64(Int64)
        /// Type 6, at most 65,535 bytes.
        case bytes([UInt8])
        /// Type 7, at most 65,535 bytes of UTF-8.
        case string(String)
        /// Type 8: milliseconds since 1970-01-01T00:00:00Z.
        case timestamp(milliseconds: Int64)
        /// Type 9.
        case uuid(UUID)
    }

    /// In their order, names unique.
    public var headers: [Header]
    /// The content.
    public var payload: [UInt8]

    /// A message.
    public init(headers: [Header] = [], payload: [UInt8] = []) {
        self.headers = headers
        self.payload = payload
    }

    /// The value of a header, compared by exact name.
    public subscript(name: String) -> Value? { headers.first { $0.name == name }?.value }

    /// The text of a header of type string.
    public func text(_ name: String) -> String? {
        if case .string(let text)? = self[name] { text } else { nil }
    }

    /// `event`, `exception` or `error`.
    public var messageType: String? { text(":message-type") }
    /// Which event of the service it is.
    public var eventType: String? { text(":event-type") }
    /// Which modelled error it is.
    public var exceptionType: String? { text(":exception-type") }
}
