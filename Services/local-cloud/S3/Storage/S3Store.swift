import Glibc
import Platform

/// Buckets and objects on disk, with their index in memory. Its methods block, but for those that only ask the index.
final class S3Store: Sendable {
    let folder: S3Folder
    let clock: any WallClock
    private let index: Lock<S3Index>
    /// The index as the last change left it. Held while one goes on, so that files and index agree.
    private let changed: Lock<S3Index>

    /// Loads what is in the folder.
    init(_ folder: S3Folder, clock: any WallClock = SystemClock()) throws {
        self.folder = folder
        self.clock = clock
        let loaded = try folder.load()
        index = Lock(loaded)
        changed = Lock(loaded)
    }

    /// Now, in whole seconds.
    var now: UnixTime { UnixTime(seconds: clock.now().seconds) }

    /// Asks the index.
    func ask<Answer: Sendable>(_ question: @Sendable (S3Index) throws(CloudError) -> Answer) throws(CloudError) -> Answer {
        try index.withLock { (index) throws(CloudError) in try question(index) }
    }

    func createBucket(_ name: BucketName, policy: BucketPolicy? = nil) throws {
        let bucket = S3Bucket(name: name, createdAt: now, policy: policy)
        try change { index throws in
            try index.add(bucket)
            try Files.makeFolder(folder.objects(name))
            try Files.replace(folder.bucketRecord(name), with: bucket.record)
        }
    }

    func deleteBucket(_ name: BucketName) throws {
        let begun = try change { index throws in
            let begun = try index.remove(name)
            unlink(folder.bucketRecord(name))
            rmdir(folder.objects(name))
            rmdir(folder.bucket(name))
            return begun
        }
        for upload in begun { folder.remove(upload) }
    }

    func setPolicy(_ policy: BucketPolicy?, of name: BucketName) throws {
        try change { index throws in
            try index.set(policy, of: name)
            try Files.replace(folder.bucketRecord(name), with: try index.bucket(name).record)
        }
    }

    /// Puts an object whose content is in its data file already.
    func put(_ object: StoredObject, in name: BucketName, if conditions: ObjectConditions? = nil) throws {
        let replaced = try change { index throws -> StoredObject? in
            try index.check(object, in: name, conditions)
            try Files.replace(folder.record(object.key, in: name), with: object.record)
            return try index.put(object, in: name)
        }
        if let replaced { unlink(folder.data(replaced.dataID)) }
    }

    /// Deletes an object; one that is not there is deleted already.
    func delete(_ key: ObjectKey, in name: BucketName) throws {
        let removed = try change { index throws -> StoredObject? in
            let removed = try index.remove(key, in: name)
            if removed != nil { unlink(folder.record(key, in: name)) }
            return removed
        }
        if let removed { unlink(folder.data(removed.dataID)) }
    }

    /// An object and its open content, which stays readable when the object is replaced meanwhile.
    func open(_ key: ObjectKey, in name: BucketName) throws -> (object: StoredObject, file: OpenFile) {
        var attempts = 0
        while true {
            guard let object = try ask({ (index) throws(CloudError) in try index.bucket(name).object(key) }) else { throw CloudError.noSuchKey(key) }
            do throws(FileError) {
                return (object, try OpenFile(folder.data(object.dataID)))
            } catch {
                attempts += 1
                // Replaced between the two steps: there is a newer one.
                guard error.isAbsence, attempts < 8 else { throw error }
            }
        }
    }

    /// Changes the index and files together; what the index refuses changes nothing, and what the disk refuses leaves the index as it was.
    private func change<Result: Sendable>(_ body: @Sendable (inout S3Index) throws -> Result) throws -> Result {
        try changed.withLock { changed throws in
            var copy = changed
            let result = try body(&copy)
            changed = copy
            let published = copy
            index.withLock { $0 = published }
            return result
        }
    }
}

extension S3Store {
    func begin(_ upload: MultipartUpload) throws {
        try change { index throws in
            try index.begin(upload)
            try folder.keep(upload)
        }
    }

    /// Keeps a part whose content is in its data file already.
    func put(_ part: MultipartUpload.Part, of id: String) throws {
        let replaced = try change { index throws in
            let replaced = try index.put(part, in: id)
            try folder.keep(part, of: id)
            return replaced
        }
        if let replaced { folder.removeData(replaced.dataID) }
    }

    /// Ends an upload and removes its parts' files; one that has ended already stays so.
    func end(_ id: String) throws {
        if let ended = try change({ index throws in index.end(id) }) { folder.remove(ended) }
    }
}
