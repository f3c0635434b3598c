import Encoding
import Glibc
import HTTPCore
import JSON
import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct UploadRecordTests {
    private let folder = TemporaryFolder()
    private let bucket: BucketName
    private let id = Hex.encode([UInt8](repeating: 7, count: 24))

    init() throws { bucket = try #require(BucketName("words")) }

    private var upload: MultipartUpload {
        let attributes = ObjectAttributes(fields: [.init("Content-Type", "audio/mpeg")], metadata: [.init("a", "猫")], encryption: .kms(keyID: "key"))
        return MultipartUpload(
            id: id, bucket: bucket, key: ObjectKey("../猫\r"), attributes: attributes, checksumAlgorithm: .crc64nvme, checksumScope: .whole,
            startedAt: UnixTime(seconds: 5))
    }

    private func part(_ number: Int, in store: S3Store) throws -> MultipartUpload.Part {
        let dataID = UUIDText.random()
        try store.folder.write(dataID) { write throws in try write([UInt8(number)]) }
        return MultipartUpload.Part(
            number: number, dataID: dataID, byteCount: 1, tag: "tag \(number)", checksum: Checksum(.crc32, "AAAA"), lastModified: UnixTime(seconds: 6))
    }

    private func open() throws -> S3Store { try S3Store(S3Folder(path: folder.path), clock: ManualClock()) }
    private func begun(_ store: S3Store) throws -> [MultipartUpload] { try store.ask { Array($0.uploads.values) } }
    private func contents() throws -> Set<String> { Set(try Files.names(in: "\(folder.path)/data", limit: 100)) }

    @Test func `an upload and its parts are there again, as they were, in the next process`() throws {
        let first = try open()
        try first.createBucket(bucket)
        try first.begin(upload)
        let parts = try [1, 2, 2].map { try part($0, in: first) }
        for part in parts { try first.put(part, of: id) }
        let before = try begun(first)
        #expect(before[0].parts == [1: parts[0], 2: parts[2]])

        let second = try open()
        #expect(try begun(second) == before)
        // The part that was replaced has no content any more, all others have theirs.
        #expect(try contents() == [parts[0].dataID, parts[2].dataID])
        try second.end(id)
        #expect(try begun(open()).isEmpty && contents().isEmpty && Files.names(in: "\(folder.path)/uploads", limit: 9).isEmpty)
    }

    @Test func `a bucket takes what was begun in it along`() throws {
        let store = try open()
        try store.createBucket(bucket)
        try store.begin(upload)
        try store.put(try part(1, in: store), of: id)
        try store.deleteBucket(bucket)
        try store.createBucket(bucket)
        #expect(try begun(store).isEmpty && contents().isEmpty && begun(open()).isEmpty)
    }

    @Test func `what a crash left of an upload is removed`() throws {
        let store = try open()
        try store.createBucket(bucket)
        try store.begin(upload)
        let kept = try part(1, in: store), lost = try part(2, in: store)
        try store.put(kept, of: id)
        // A part whose record was being written, an upload without its own, a folder of somebody else, an upload of a bucket that is gone.
        try Files.replace("\(folder.path)/uploads/\(id)/3.json", with: [])
        #expect(rename("\(folder.path)/uploads/\(id)/3.json", "\(folder.path)/uploads/\(id)/3.json.new") == 0)
        try Files.makeFolder("\(folder.path)/uploads/\(Hex.encode([UInt8](repeating: 8, count: 24)))")
        try Files.makeFolder("\(folder.path)/uploads/else")
        var elsewhere = upload
        elsewhere.id = Hex.encode([UInt8](repeating: 9, count: 24))
        elsewhere.bucket = try #require(BucketName("gone"))
        try store.folder.keep(elsewhere)

        #expect(try begun(open()).map(\.id) == [id])
        #expect(try contents() == [kept.dataID] && !contents().contains(lost.dataID))
        #expect(try Files.names(in: "\(folder.path)/uploads", limit: 9) == [id])
        #expect(try Files.names(in: "\(folder.path)/uploads/\(id)", limit: 9) == ["1.json", "upload.json"])
    }

    @Test func `a record that is none of ours is named, not guessed at`() throws {
        let store = try open()
        try store.createBucket(bucket)
        try store.begin(upload)
        for file in ["1.json", "upload.json"] {
            try Files.replace("\(folder.path)/uploads/\(id)/\(file)", with: Array("{}".utf8))
            let error = #expect(throws: StateError.self) { try open() }
            #expect("\(try #require(error))".contains(file))
        }
    }

    @Test(arguments: [("bytes=0-0", 0..<1), ("bytes=2-9", 2..<10), ("bytes=9-9", 9..<10)])
    func `a range of a copy is told exactly`(text: String, range: Range<Int>) throws { #expect(try CopySource.range(text, byteCount: 10) == range) }

    @Test(arguments: ["bytes=0-10", "bytes=10-11", "bytes=2-1", "bytes=2-", "bytes=-3", "bytes=+1-2", "bytes=0-1,3-4", "bytes=0-1-2", "0-1", "lines=0-1", ""])
    func `another range is an error, not the whole`(text: String) {
        let error = #expect(throws: CloudError.self) { try CopySource.range(text, byteCount: 10) }
        #expect(error?.code == "InvalidArgument" && error?.status == 400)
    }

    @Test(arguments: [
        ("x-amz-acl", "public-read"), ("x-amz-tagging", "a=b"), ("x-amz-storage-class", "GLACIER"), ("x-amz-grant-read", "id=1"),
        ("x-amz-server-side-encryption-customer-algorithm", "AES256"), ("X-Amz-Website-Redirect-Location", "/"),
    ])
    func `a header that asks for more than there is gets 501, as in AWS`(name: String, value: String) throws {
        let error = #expect(throws: CloudError.self) { try operation([name: value]) }
        #expect(error?.code == "NotImplemented" && error?.status == 501 && error?.message.contains(name.lowercased()) == true)
    }

    @Test(arguments: [
        ("x-amz-acl", "private"), ("x-amz-storage-class", "STANDARD"), ("x-amz-meta-acl", "public-read"), ("x-amz-object-lock-legal-hold", "OFF"),
    ])
    func `one that asks for what everybody has is passed over`(name: String, value: String) throws { #expect(try operation([name: value]) == .putObject) }

    private func operation(_ headers: [String: String]) throws -> S3Operation {
        var fields: Fields = [.host: "localhost:4566"]
        for (name, value) in headers { fields.append(FieldName(name), value) }
        let request = Request(method: .put, target: try RequestTarget(parsing: "/words/cat"), fields: fields)
        return try S3Operation(request, S3Place(request))
    }
}
