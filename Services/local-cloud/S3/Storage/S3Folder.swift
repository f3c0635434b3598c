import Crypto
import Encoding
import Glibc

/// Where things of S3 lie: `buckets/<name>/bucket.json`, `buckets/<name>/objects/<digest of the key>.json`, and `data/<random>` with contents.
///
/// Records are replaced whole and name the file with the content, so that a crash leaves the old object or the new one; contents that no record names
/// are removed at the next start. Uploads in parts lie in `uploads`.
struct S3Folder: Sendable {
    let path: String

    func bucket(_ name: BucketName) -> String { "\(path)/buckets/\(name.text)" }
    func bucketRecord(_ name: BucketName) -> String { "\(bucket(name))/bucket.json" }
    func objects(_ name: BucketName) -> String { "\(bucket(name))/objects" }
    func record(_ key: ObjectKey, in name: BucketName) -> String { "\(objects(name))/\(Hex.encode(SHA256.hash(key.bytes))).json" }
    func data(_ id: String) -> String { "\(path)/data/\(id)" }

    func makeFolders() throws(StateError) {
        try Files.makeFolder("\(path)/buckets")
        try Files.makeFolder("\(path)/data")
        try Files.makeFolder(uploads)
    }

    /// Everything that was kept; removes what no record names.
    func load() throws(StateError) -> S3Index {
        try makeFolders()
        var buckets: [S3Bucket] = []
        for name in try Files.names(in: "\(path)/buckets", limit: S3Index.maximumBuckets) {
            guard let name = BucketName(name), let bucket = try load(name) else { continue }
            buckets.append(bucket)
        }
        let uploads = try loadUploads(of: buckets)
        let named = Set(buckets.flatMap { $0.objects.map(\.dataID) } + uploads.flatMap { $0.parts.values.map(\.dataID) })
        for file in try Files.names(in: "\(path)/data", limit: 4 * S3Index.maximumObjects) where !named.contains(file) { unlink(data(file)) }
        return S3Index(buckets, uploads)
    }

    private func load(_ name: BucketName) throws(StateError) -> S3Bucket? {
        // Without its record the bucket was never made, or is deleted.
        guard let bytes = try Files.read(bucketRecord(name), maximumBytes: 131_072) else { return nil }
        guard var bucket = S3Bucket(record: bytes, name: name) else {
            throw .unreadable(file: bucketRecord(name), reason: "not a bucket; remove it to go on without")
        }
        for file in try Files.names(in: objects(name), limit: 2 * S3Index.maximumObjects) {
            let path = "\(objects(name))/\(file)"
            guard file.hasSuffix(".json"), let bytes = try Files.read(path, maximumBytes: 131_072) else {
                unlink(path)
                continue
            }
            guard let object = StoredObject(record: bytes) else { throw .unreadable(file: path, reason: "not an object; remove it to go on without") }
            bucket.objects.append(object)
        }
        bucket.objects.sort { $0.key < $1.key }
        return bucket
    }
}
