import HTTPCore

extension Fields {
    /// Says that the answer depends on a request field (RFC 9110 §12.5.5), unless that is said already.
    mutating func addVary(_ name: String) {
        if !list(.vary, contains: name), !list(.vary, contains: "*") { append(.vary, name) }
    }

    /// Makes a strong ETag weak: the content is equivalent, but no longer the same bytes (RFC 9110 §8.8.1).
    mutating func weakenETag() {
        if let tag = self[.etag], tag.hasPrefix("\"") { set(.etag, "W/" + tag) }
    }
}
