import Encoding
import HTTPCore
import TestKit
import Testing

@testable import Web

private func client(_ lastModified: Timestamp?) -> TestClient {
    TestClient(
        Application { routes in
            routes.get("/sound", summary: "Bytes") {
                BytesOutput(Array("0123456789".utf8), contentType: "audio/mpeg", version: "abc", lastModified: lastModified)
            }
        })
}

@Suite struct `Bytes as output` {
    private let date = "Sun, 08 Feb 2026 17:20:23 GMT", later = "Mon, 09 Feb 2026 17:20:23 GMT"

    @Test func `tell their version, and their date where they have one`() async throws {
        let dated = try await client(Timestamp(httpDate: date)).get("/sound"), undated = try await client(nil).get("/sound")
        #expect(dated[.etag] == "\"abc\"" && dated[.lastModified] == date && dated.text == "0123456789")
        #expect(undated[.etag] == "\"abc\"" && undated[.lastModified] == nil && undated.text == "0123456789" && undated[.acceptRanges] == "bytes")
    }

    @Test func `without a date go by their version alone`() async throws {
        let client = client(nil)
        let known = try await client.get("/sound", headers: [.ifNoneMatch: "\"abc\""])
        #expect(known.status == .notModified && known[.lastModified] == nil && known[.etag] == "\"abc\"")
        for headers in [[.ifModifiedSince: later], [.ifUnmodifiedSince: date], [.ifNoneMatch: "\"x\"", .ifModifiedSince: later]] as [Fields] {
            #expect(try await client.get("/sound", headers: headers).status == .ok)
        }
        #expect(try await client.get("/sound", headers: [.ifMatch: "\"x\""]).status == 412)
    }

    @Test func `without a date give the part of a version, never of a date`() async throws {
        let client = client(nil)
        let part = try await client.get("/sound", headers: [.range: "bytes=2-4", .ifRange: "\"abc\""])
        #expect(part.status == 206 && part.text == "234" && part[.lastModified] == nil)
        #expect(try await client.get("/sound", headers: [.range: "bytes=2-4", .ifRange: date]).status == .ok)
    }

    @Test func `with a date go by it where no version is named`() async throws {
        let client = client(Timestamp(httpDate: date))
        #expect(try await client.get("/sound", headers: [.ifModifiedSince: later]).status == .notModified)
        #expect(try await client.get("/sound", headers: [.ifNoneMatch: "\"x\"", .ifModifiedSince: later]).status == .ok)
    }
}
