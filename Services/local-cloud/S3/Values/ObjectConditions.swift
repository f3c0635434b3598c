import Encoding
import HTTPCore
import Platform

/// Under which conditions an object is to be read, copied or replaced.
///
/// Source: Amazon S3 API, GetObject, "Considerations when using conditional headers"; RFC 9110 §13.2.2.
struct ObjectConditions: Sendable, Equatable {
    enum Outcome: Equatable {
        case proceed
        case notModified
        case failed
    }

    var ifMatch: String?
    var ifNoneMatch: String?
    var ifModifiedSince: Timestamp?
    var ifUnmodifiedSince: Timestamp?

    /// The conditions of a request.
    ///
    /// - Parameter prefix: `x-amz-copy-source-` for those about a copy's source.
    init(_ fields: Fields, prefix: String = "") {
        let text = { (name: String) in fields[FieldName(prefix + name)] }
        ifMatch = text("if-match")
        ifNoneMatch = text("if-none-match")
        ifModifiedSince = text("if-modified-since").flatMap { Timestamp(httpDate: $0) }
        ifUnmodifiedSince = text("if-unmodified-since").flatMap { Timestamp(httpDate: $0) }
    }

    /// Decides about an object that is there: a tag overrules the date beside it.
    func outcome(tag: String, lastModified: UnixTime) -> Outcome {
        let date = Timestamp(secondsSinceEpoch: lastModified.seconds)
        if let ifMatch {
            guard Self.names(ifMatch, tag) else { return .failed }
        } else if let ifUnmodifiedSince, date > ifUnmodifiedSince {
            return .failed
        }
        if let ifNoneMatch {
            if Self.names(ifNoneMatch, tag) { return .notModified }
        } else if let ifModifiedSince, date <= ifModifiedSince {
            return .notModified
        }
        return .proceed
    }

    /// Decides whether an upload may replace what is there, nil for nothing. Source: Amazon S3 user guide, "How to prevent object overwrites".
    func allowsReplacing(tag: String?) -> Bool {
        if let ifNoneMatch { return tag.map { !Self.names(ifNoneMatch, $0) } ?? true }
        if let ifMatch { return tag.map { Self.names(ifMatch, $0) } ?? false }
        return true
    }

    /// Whether a list of tags, with or without quotes, or `*` names this one.
    private static func names(_ list: String, _ tag: String) -> Bool {
        list.split(separator: ",").contains { element in
            let text = element.filter { $0 != " " && $0 != "\"" }
            return text == "*" || text == tag
        }
    }
}
