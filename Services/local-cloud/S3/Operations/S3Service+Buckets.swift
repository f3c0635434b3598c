import HTTPCore
import Platform

extension S3Service {
    func listBuckets() throws -> Response {
        let buckets = try store.ask { $0.buckets.values.sorted { $0.name < $1.name } }
        let elements = buckets.map { XMLText.element("Bucket", [XMLText.elements([.init("Name", $0.name.text), .init("CreationDate", $0.createdAt.s3Text)])]) }
        return .s3("ListAllMyBucketsResult", [Self.owner("Owner"), XMLText.element("Buckets", elements)])
    }

    /// In the first region a bucket may be made again; in all others that is an error.
    func createBucket(_ bucket: BucketName, isInFirstRegion: Bool) async throws -> Response {
        do {
            try await workers.run { [store] in try store.createBucket(bucket) }
        } catch let error as CloudError where isInFirstRegion && error == .bucketExists(bucket) {}
        return Response(fields: ["Location": "/\(bucket.text)"])
    }

    func headBucket(_ bucket: BucketName, region: String) throws -> Response {
        _ = try store.ask { (index) throws(CloudError) in try index.bucket(bucket).name }
        return Response(fields: ["x-amz-bucket-region": region])
    }

    func deleteBucket(_ bucket: BucketName) async throws -> Response {
        try await workers.run { [store] in try store.deleteBucket(bucket) }
        return Response(status: .noContent)
    }

    func locate(_ bucket: BucketName, region: String) throws -> Response {
        _ = try store.ask { (index) throws(CloudError) in try index.bucket(bucket).name }
        // The first region has no name here.
        return .s3("LocationConstraint", [region == "us-east-1" ? "" : XMLText.escaped(region)])
    }

    func policy(of bucket: BucketName) throws -> Response {
        guard let policy = try store.ask({ (index) throws(CloudError) in try index.bucket(bucket).policy }) else { throw CloudError.noSuchBucketPolicy(bucket) }
        return Response(fields: [.contentType: "application/json"], body: .bytes(Array(policy.text.utf8)))
    }

    func putPolicy(of bucket: BucketName, _ call: CloudCall) async throws -> Response {
        let bytes = try await receiver.document(call, limitBytes: BucketPolicy.maximumBytes)
        guard let policy = String(validating: bytes, as: UTF8.self).flatMap({ BucketPolicy(text: $0) }) else {
            throw CloudError("MalformedPolicy", "Policies must be valid JSON and have statements with an effect.")
        }
        try await workers.run { [store] in try store.setPolicy(policy, of: bucket) }
        return Response(status: .noContent)
    }

    func deletePolicy(of bucket: BucketName) async throws -> Response {
        try await workers.run { [store] in try store.setPolicy(nil, of: bucket) }
        return Response(status: .noContent)
    }

    /// Everything belongs to the one account.
    static func owner(_ name: String) -> String { XMLText.element(name, [XMLText.elements([.init("ID", "000000000000"), .init("DisplayName", "local")])]) }
}
