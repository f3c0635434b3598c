import Encoding
import HTTPCore
import Platform
import Testing

@testable import local_cloud

@Suite struct ObjectRequestTests {
    @Test(
        arguments: [
            (nil, ObjectRange.whole), ("bytes=0-0", .part(0..<1)), ("bytes=2-4", .part(2..<5)), ("bytes=7-", .part(7..<10)), ("bytes=-3", .part(7..<10)),
            ("bytes=-30", .part(0..<10)), ("bytes=5-100", .part(5..<10)), ("bytes=10-", .unsatisfiable), ("bytes=-0", .unsatisfiable), ("bytes=4-2", .whole),
            ("bytes=0-1,4-5", .whole), ("bytes=", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole), ("lines=0-1", .whole), ("bytes=+1-2", .whole),
            ("bytes=0-99999999999999999999", .whole),
        ] as [(String?, ObjectRange)])
    func `a range is one part, the whole, or beyond the end`(field: String?, expected: ObjectRange) {
        #expect(ObjectRange(field, byteCount: 10) == expected)
    }

    @Test func `of nothing there is no part`() {
        #expect(ObjectRange("bytes=0-", byteCount: 0) == .unsatisfiable && ObjectRange("bytes=-1", byteCount: 0) == .unsatisfiable)
    }

    private static let then = "Sun, 08 Feb 2026 17:20:23 GMT", before = "Sun, 08 Feb 2026 17:20:22 GMT"

    @Test(
        arguments: [
            ([:], .proceed), (["If-Match": "\"tag\""], .proceed), (["If-Match": "tag"], .proceed), (["If-Match": "*"], .proceed),
            (["If-Match": "\"other\""], .failed),
            (["If-None-Match": "\"other\", \"tag\""], .notModified), (["If-None-Match": "\"other\""], .proceed), (["If-Modified-Since": then], .notModified),
            (["If-Modified-Since": before], .proceed), (["If-Unmodified-Since": before], .failed), (["If-Unmodified-Since": then], .proceed),
            (["If-Match": "\"tag\"", "If-Unmodified-Since": before], .proceed), (["If-None-Match": "\"other\"", "If-Modified-Since": then], .proceed),
            (["If-Modified-Since": "yesterday"], .proceed),
        ] as [(Fields, ObjectConditions.Outcome)])
    func `conditions are weighed as S3 weighs them`(fields: Fields, expected: ObjectConditions.Outcome) throws {
        let date = try #require(Timestamp(httpDate: Self.then))
        #expect(ObjectConditions(fields).outcome(tag: "tag", lastModified: UnixTime(seconds: date.secondsSinceEpoch)) == expected)
    }

    @Test func `an upload may ask that nothing, or just this, is there`() {
        let new = ObjectConditions(["If-None-Match": "*"]), same = ObjectConditions(["If-Match": "\"tag\""])
        #expect(new.allowsReplacing(tag: nil) && !new.allowsReplacing(tag: "tag"))
        #expect(same.allowsReplacing(tag: "tag") && !same.allowsReplacing(tag: "other") && !same.allowsReplacing(tag: nil))
        #expect(ObjectConditions([:]).allowsReplacing(tag: "tag"))
    }

    private func place(_ target: String, _ host: String = "localhost:4566") throws -> S3Place {
        try S3Place(Request(method: .get, target: try RequestTarget(parsing: target), fields: [.host: host]))
    }

    @Test(
        arguments: [
            ("/", "localhost", nil, nil), ("/words", "localhost", "words", nil), ("/words/", "localhost", "words", nil),
            ("/words/a%20b", "localhost", "words", "a b"),
            ("/words//a/../b", "localhost", "words", "/a/../b"), ("/a/../b", "words.localhost:4566", "words", "a/../b"),
            ("//a", "words.s3.localhost", "words", "/a"),
            ("/words/%2F+%E7%8C%AB", "s3.localhost", "words", "/+猫"), ("/", "words.localhost", "words", nil),
        ] as [(String, String, String?, String?)])
    func `bucket and key are taken as they were sent`(target: String, host: String, bucket: String?, key: String?) throws {
        let place = try place(target, host)
        #expect(place.bucket == bucket && place.key == key.map { ObjectKey($0) })
    }

    @Test func `a key is UTF-8 of at most 1,024 bytes`() throws {
        #expect(throws: CloudError.invalidURI) { try place("/words/%FF") }
        #expect(throws: CloudError.invalidURI) { try place("/words/%4") }
        #expect(try place("/words/" + String(repeating: "a", count: 1_024)).key?.bytes.count == 1_024)
        #expect(throws: CloudError.keyTooLong) { try place("/words/" + String(repeating: "a", count: 1_025)) }
    }

    @Test(
        arguments: [
            (.put, "/words", .createBucket), (.get, "/words?list-type=2", .listObjects(isSecond: true)), (.get, "/words", .listObjects(isSecond: false)),
            (.post, "/words?delete", .deleteObjects), (.get, "/", .listBuckets), (.put, "/words/k", .putObject), (.head, "/words/k", .headObject),
            (.put, "/words/k?partNumber=3&uploadId=u", .uploadPart(uploadID: "u", number: 3)), (.post, "/words/k?uploads", .createUpload),
            (.post, "/words/k?uploadId=u", .completeUpload(uploadID: "u")), (.delete, "/words/k?uploadId=u", .abortUpload(uploadID: "u")),
            (.get, "/words/k?uploadId=u", .listParts(uploadID: "u")), (.get, "/words?uploads=", .listUploads), (.put, "/words?policy", .putPolicy),
        ] as [(HTTPCore.Method, String, S3Operation)])
    func `method, place and query tell the operation`(method: HTTPCore.Method, target: String, expected: S3Operation) throws {
        let request = Request(method: method, target: try RequestTarget(parsing: target))
        #expect(try S3Operation(request, try S3Place(request)) == expected)
    }

    @Test(arguments: ["/words?acl", "/words/k?tagging=", "/words/k?versionId=1", "/words?versioning", "/words/k?partNumber=0&uploadId=u"])
    func `what this stand-in has not is not mistaken for something else`(target: String) throws {
        for method in [HTTPCore.Method.get, .put] where method == .put || !target.contains("uploadId") {
            let request = Request(method: method, target: try RequestTarget(parsing: target))
            #expect(throws: CloudError.self) { try S3Operation(request, try S3Place(request)) }
        }
    }
}
