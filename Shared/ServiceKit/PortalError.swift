public import HTTPClient
import JSON

/// Why the portal's internal API gave no answer; for the log.
public enum PortalError: Error, Sendable, Equatable {
    /// The portal cannot be reached, or took too long.
    case unreachable(HTTPClientError)
    /// The services' key cannot be read.
    case keyUnavailable(detail: String)
    /// The portal knows none of our keys.
    case keyRefused
    /// The portal does not do it: its status, and the type of its problem.
    case refused(status: Int, type: String)
    /// What came back is no answer to what was asked.
    case notUnderstood(status: Int)

    /// What an answer means that is not the one hoped for.
    init(_ response: HTTPClientResponse) {
        guard response.status >= 400 else {
            self = .notUnderstood(status: response.status)
            return
        }
        let type = (try? JSON.parse(response.body, maximumDepth: 8))?["type"]?.stringValue ?? ""
        self = .refused(status: response.status, type: String(type.prefix(64)))
    }
}
