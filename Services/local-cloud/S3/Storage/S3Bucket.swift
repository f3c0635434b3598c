import JSON
import Platform

/// A bucket and what is in it.
struct S3Bucket: Sendable, Equatable {
    let name: BucketName
    let createdAt: UnixTime
    var policy: BucketPolicy?
    /// Sorted by key.
    var objects: [StoredObject] = []

    init(name: BucketName, createdAt: UnixTime, policy: BucketPolicy? = nil) {
        self.name = name
        self.createdAt = createdAt
        self.policy = policy
    }

    func object(_ key: ObjectKey) -> StoredObject? {
        let place = objects.place(of: key)
        return place.isThere ? objects[place.index] : nil
    }

    /// Puts an object in the place of another one, which is returned.
    mutating func put(_ object: StoredObject) -> StoredObject? {
        let place = objects.place(of: object.key)
        guard place.isThere else {
            objects.insert(object, at: place.index)
            return nil
        }
        defer { objects[place.index] = object }
        return objects[place.index]
    }

    /// Takes an object out.
    mutating func remove(_ key: ObjectKey) -> StoredObject? {
        let place = objects.place(of: key)
        return place.isThere ? objects.remove(at: place.index) : nil
    }
}

extension S3Bucket {
    /// The bucket without its objects, as it is kept in a file.
    var record: [UInt8] {
        JSON.encode(["version": 1, "created_at": .int(Int(createdAt.seconds)), "policy": policy.map { .string($0.text) } ?? .null] as JSONFragment)
    }

    /// Nil for a record that is not one of ours.
    init?(record bytes: [UInt8], name: BucketName) {
        guard let record = try? JSON.parse(bytes, maximumDepth: 4), record["version"] == 1, let seconds = record["created_at"]?.intValue else { return nil }
        self.init(name: name, createdAt: UnixTime(seconds: Int64(seconds)), policy: record["policy"]?.stringValue.flatMap { BucketPolicy(text: $0) })
    }
}
