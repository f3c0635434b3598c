/// Everything S3 knows, in memory: buckets with their objects, and uploads in parts.
struct S3Index: Sendable {
    static let maximumBuckets = 100
    /// Over all buckets.
    static let maximumObjects = 100_000
    static let maximumUploads = 1_000
    /// Over all uploads.
    static let maximumParts = 100_000

    private(set) var buckets: [BucketName: S3Bucket] = [:]
    private(set) var uploads: [String: MultipartUpload] = [:]
    private var objectCount = 0

    init(_ buckets: [S3Bucket] = [], _ uploads: [MultipartUpload] = []) {
        self.buckets = Dictionary(uniqueKeysWithValues: buckets.map { ($0.name, $0) })
        self.uploads = Dictionary(uniqueKeysWithValues: uploads.map { ($0.id, $0) })
        objectCount = buckets.reduce(0) { $0 + $1.objects.count }
    }

    func bucket(_ name: BucketName) throws(CloudError) -> S3Bucket {
        guard let bucket = buckets[name] else { throw .noSuchBucket(name.text) }
        return bucket
    }

    mutating func add(_ bucket: S3Bucket) throws(CloudError) {
        guard buckets[bucket.name] == nil else { throw .bucketExists(bucket.name) }
        guard buckets.count < Self.maximumBuckets else { throw .tooManyBuckets }
        buckets[bucket.name] = bucket
    }

    /// Takes a bucket out, and what was begun in it, which is returned.
    mutating func remove(_ name: BucketName) throws(CloudError) -> [MultipartUpload] {
        guard try bucket(name).objects.isEmpty else { throw .bucketNotEmpty(name) }
        buckets[name] = nil
        let begun = uploads.values.filter { $0.bucket == name }
        for upload in begun { uploads[upload.id] = nil }
        return begun
    }

    mutating func set(_ policy: BucketPolicy?, of name: BucketName) throws(CloudError) {
        _ = try bucket(name)
        buckets[name]?.policy = policy
    }

    /// Whether an object may take its place.
    func check(_ object: StoredObject, in name: BucketName, _ conditions: ObjectConditions?) throws(CloudError) {
        let present = try bucket(name).object(object.key)
        if let conditions, !conditions.allowsReplacing(tag: present?.tag) { throw .preconditionFailed }
        guard present != nil || objectCount < Self.maximumObjects else { throw .tooManyObjects }
    }

    /// Puts an object in the place of another one, which is returned.
    mutating func put(_ object: StoredObject, in name: BucketName) throws(CloudError) -> StoredObject? {
        _ = try bucket(name)
        let replaced = buckets[name]?.put(object)
        if replaced == nil { objectCount += 1 }
        return replaced
    }

    mutating func remove(_ key: ObjectKey, in name: BucketName) throws(CloudError) -> StoredObject? {
        _ = try bucket(name)
        let removed = buckets[name]?.remove(key)
        if removed != nil { objectCount -= 1 }
        return removed
    }
}

extension S3Index {
    func upload(_ id: String, _ name: BucketName, _ key: ObjectKey) throws(CloudError) -> MultipartUpload {
        guard let upload = uploads[id], upload.bucket == name, upload.key == key else { throw .noSuchUpload(id) }
        return upload
    }

    mutating func begin(_ upload: MultipartUpload) throws(CloudError) {
        _ = try bucket(upload.bucket)
        guard uploads.count < Self.maximumUploads else {
            throw CloudError("ServiceUnavailable", "This stand-in holds as many uploads as it may: complete or abort some.", status: 503)
        }
        uploads[upload.id] = upload
    }

    /// Keeps a part in the place of an earlier one, which is returned.
    mutating func put(_ part: MultipartUpload.Part, in id: String) throws(CloudError) -> MultipartUpload.Part? {
        guard let upload = uploads[id] else { throw .noSuchUpload(id) }
        guard upload.parts[part.number] != nil || uploads.values.reduce(0, { $0 + $1.parts.count }) < Self.maximumParts else {
            throw CloudError("ServiceUnavailable", "This stand-in holds as many parts as it may: complete or abort some uploads.", status: 503)
        }
        return uploads[id]!.put(part)
    }

    mutating func end(_ id: String) -> MultipartUpload? { uploads.removeValue(forKey: id) }
}
