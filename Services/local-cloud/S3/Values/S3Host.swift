/// What a `Host` field says about S3. Source: Amazon S3 user guide, "Virtual hosting of buckets".
enum S3Host: Equatable {
    /// `s3.localhost`: the bucket is in the path.
    case pathStyle
    /// `bucket.localhost` or `bucket.s3.localhost`.
    case bucket(String)
    /// No host of S3's: requests that are signed for it have the bucket in the path all the same.
    case elsewhere

    /// Reads a field, with or without a port.
    init(_ field: String) {
        let name = field.lowercased().prefix { $0 != ":" }
        guard name.hasSuffix(".localhost") else {
            self = .elsewhere
            return
        }
        var labels = name.dropLast(".localhost".count)
        if labels == "s3" {
            self = .pathStyle
            return
        }
        if labels.hasSuffix(".s3") { labels = labels.dropLast(3) }
        self = BucketName(String(labels)).map { .bucket($0.text) } ?? .pathStyle
    }
}
