import JSON

/// The policy of a bucket: kept as it was written, and enforced in one thing.
struct BucketPolicy: Sendable, Equatable {
    /// As it was written.
    let text: String
    /// Whether uploads without `x-amz-server-side-encryption: aws:kms` are refused.
    let requiresKMS: Bool

    /// Source: Amazon S3 user guide, "Bucket policies".
    static let maximumBytes = 20 * 1_024

    /// The policy that refuses uploads without a key of KMS, as our buckets have it.
    static func requiringKMS(_ bucket: BucketName) -> BucketPolicy? {
        BucketPolicy(
            text: #"{"Version":"2012-10-17","Statement":[{"Sid":"DenyUnencryptedUploads","Effect":"Deny","Principal":"*","Action":"s3:PutObject","#
                + #""Resource":"arn:aws:s3:::\#(bucket.text)/*","Condition":{"StringNotEquals":{"s3:x-amz-server-side-encryption":"aws:kms"}}}]}"#)
    }

    /// Nil for a text that is no policy.
    init?(text: String) {
        guard text.utf8.count <= Self.maximumBytes, let document = try? JSON.parse(Array(text.utf8), maximumDepth: 16),
            let statements = document["Statement"].map({ $0.arrayValue ?? [$0] }), statements.allSatisfy({ $0["Effect"]?.stringValue != nil })
        else { return nil }
        self.text = text
        requiresKMS = statements.contains(where: Self.deniesWithoutKMS)
    }

    private static func deniesWithoutKMS(_ statement: JSONFragment) -> Bool {
        guard statement["Effect"] == "Deny", texts(statement["Action"]).contains(where: { ["s3:PutObject", "s3:Put*", "s3:*", "*"].contains($0) }),
            let conditions = statement["Condition"]
        else { return false }
        return ["StringNotEquals", "StringNotEqualsIfExists"].contains { texts(conditions[$0]?["s3:x-amz-server-side-encryption"]) == ["aws:kms"] }
    }

    /// One text or several, as policies have them.
    private static func texts(_ value: JSONFragment?) -> [String] {
        value.map { $0.arrayValue ?? [$0] }?.compactMap(\.stringValue) ?? []
    }
}
