import Encoding
import HTTPCore

/// Under which conditions a request is to be carried out (RFC 9110 §13), as a value: the decision needs no file.
struct Preconditions: Sendable, Equatable {
    /// What the conditions lead to.
    enum Outcome: Sendable, Equatable {
        case proceed
        /// 304: the caller has it.
        case notModified
        /// 412: it is not what the caller believes.
        case failed
    }

    var ifMatch: EntityTagList?
    var ifUnmodifiedSince: Timestamp?
    var ifNoneMatch: EntityTagList?
    var ifModifiedSince: Timestamp?

    /// The conditions of a request; nil when it has none. Dates that cannot be read are no condition (RFC 9110 §13.1.3, §13.1.4).
    init?(_ fields: Fields) {
        if fields.contains(.ifMatch) { ifMatch = EntityTagList(fields.all(.ifMatch)) }
        if fields.contains(.ifNoneMatch) { ifNoneMatch = EntityTagList(fields.all(.ifNoneMatch)) }
        ifUnmodifiedSince = fields[.ifUnmodifiedSince].flatMap { Timestamp(httpDate: $0) }
        ifModifiedSince = fields[.ifModifiedSince].flatMap { Timestamp(httpDate: $0) }
        if ifMatch == nil, ifNoneMatch == nil, ifUnmodifiedSince == nil, ifModifiedSince == nil { return nil }
    }

    /// Decides in the order of RFC 9110 §13.2.2: a tag overrules the date that stands beside it for those who do not know tags.
    ///
    /// - Parameters:
    ///   - tag: of the representation that would be sent.
    ///   - lastModified: when that was changed, in whole seconds.
    func outcome(for method: HTTPCore.Method, tag: EntityTag?, lastModified: Timestamp?) -> Outcome {
        if let ifMatch {
            guard ifMatch.contains(tag, by: { $0.matchesStrongly($1) }) else { return .failed }
        } else if let ifUnmodifiedSince, let lastModified, lastModified > ifUnmodifiedSince {
            return .failed
        }
        let isRead = method == .get || method == .head
        if let ifNoneMatch {
            guard ifNoneMatch.contains(tag, by: { $0.matchesWeakly($1) }) else { return .proceed }
            return isRead ? .notModified : .failed
        }
        if isRead, let ifModifiedSince, let lastModified, lastModified <= ifModifiedSince { return .notModified }
        return .proceed
    }
}
