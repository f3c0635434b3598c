import Encoding
import HTTPCore

/// What a request names: a bucket, a key in it, and the query.
struct S3Place: Sendable, Equatable {
    /// Nil for the service itself. Not yet a name that a bucket can have.
    var bucket: String?
    /// Nil for the bucket itself.
    var key: ObjectKey?
    var query: QueryString

    init(_ request: Request) throws(CloudError) {
        do { query = try QueryString(parsing: request.target.query ?? "") } catch { throw .invalidURI }
        // The path as it was sent: `..`, `//` and a slash in front are parts of a key.
        let path = request.target.path.utf8.dropFirst()
        if case .bucket(let name) = S3Host(request.fields[.host] ?? "") {
            bucket = name
            key = try Self.key(path)
        } else {
            let name = path.prefix { $0 != UInt8(ascii: "/") }
            bucket = name.isEmpty ? nil : try Self.decoded(name)
            key = try Self.key(path.dropFirst(name.count + 1))
            if bucket == nil, key != nil { throw .invalidBucketName("") }
        }
    }

    /// Whether the query names a sub-resource.
    func has(_ name: String) -> Bool { query.pairs.contains { $0.name == name } }

    private static func key(_ path: Substring.UTF8View.SubSequence) throws(CloudError) -> ObjectKey? {
        guard !path.isEmpty else { return nil }
        let key = ObjectKey(try decoded(path))
        guard key.bytes.count <= ObjectKey.maximumBytes else { throw .keyTooLong }
        return key
    }

    private static func decoded(_ bytes: Substring.UTF8View.SubSequence) throws(CloudError) -> String {
        guard let text = PercentEncoding.decode(Array(bytes).span) else { throw .invalidURI }
        return text
    }
}
