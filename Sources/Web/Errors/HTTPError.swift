public import HTTPCore

/// A failure the caller should hear about: a status, a stable type and a sentence that says what to do.
///
/// The caller sees `{"detail": …, "type": …, "request_id": …}`; `debugDescription` is for the log alone.
public struct HTTPError: Error, Sendable {
    /// The status, 400 to 599.
    public var status: Status
    /// A stable name in lower case with hyphens, for instance `word-not-found`; programs compare it.
    public var type: String
    /// A sentence for people that says what to do; must hold nothing internal.
    public var detail: String
    /// Further header fields, for instance `Retry-After` or `WWW-Authenticate`.
    public var fields: Fields
    /// What happened inside, in full; logged, never sent.
    public var debugDescription: String
    /// True when the error says who may call: it is answered before any complaint about the rest of the request.
    public var isAboutCredentials: Bool { status == .unauthorized }

    /// Creates an error; a status below 400 is our own mistake and traps.
    public init(_ status: Status, type: String, detail: String, fields: Fields = Fields(), debugDescription: String = "") {
        precondition(status.code >= 400, "an error has a status from 400 to 599")
        self.status = status
        self.type = type
        self.detail = detail
        self.fields = fields
        self.debugDescription = debugDescription.isEmpty ? "\(status.code) \(type): \(detail)" : debugDescription
    }
}

extension HTTPError: CustomStringConvertible, CustomDebugStringConvertible {
    /// The sentence for people.
    public var description: String { detail }
}
