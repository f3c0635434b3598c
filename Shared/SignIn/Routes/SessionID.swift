import JSON
import Web

/// The id of a session in a path: 32 hexadecimal digits.
struct SessionID: RawRepresentable, Sendable {
    let rawValue: String
}

extension SessionID: JSONWrapper, PathParameter {
    static var parameterName: String { "session_id" }
}
