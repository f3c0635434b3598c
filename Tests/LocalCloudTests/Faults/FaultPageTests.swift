import HTTPCore
import TestKit
import Testing

@testable import local_cloud

@Suite struct FaultPageTests {
    private let fixture: CloudFixture

    init() throws { fixture = try CloudFixture([EchoService(kind: .polly)]) }

    private func submit(_ form: String, _ more: Fields = ["Sec-Fetch-Site": "same-origin", .origin: "null"]) async throws -> TestResponse {
        var headers: Fields = [.contentType: "application/x-www-form-urlencoded", .host: "localhost:4566"]
        headers.append(contentsOf: more)
        return try await fixture.client.send(.post, "/_faults", headers: headers, body: .buffered(Array(form.utf8)))
    }

    private var set: [String] { fixture.cloud.faults.standing.map { "\($0.kind.rawValue) \($0.fault)" } }

    @Test func `the form sets a service's fault, clears it, and clears all`() async throws {
        let answer = try await submit("service=polly&kind=error&status=503&occurrence=first&count=3&seconds=&percent=50")
        #expect(answer.status == 303 && answer["Location"] == "/_faults#polly")
        #expect(set == ["polly error;count=3;status=503"])
        _ = try await submit("service=s3&kind=reset&occurrence=always")
        _ = try await submit("service=polly&kind=error&clear=1")
        #expect(set == ["s3 reset"])
        _ = try await submit("service=s3&kind=nothing&occurrence=always")
        #expect(set == [])
        _ = try await submit("service=s3&kind=cut&occurrence=always")
        _ = try await submit("service=all&clear=1")
        #expect(set == [])
        #expect(try await submit("service=ec2&kind=cut&occurrence=always").status == .notFound)
    }

    @Test func `what cannot be read is shown again, escaped, beside its problem, and nothing is set`() async throws {
        let answer = try await submit("service=polly&kind=slow&occurrence=first&seconds=%22%3E%3Cb%3E&count=0")
        #expect(answer.status == 422 && set == [])
        #expect(answer.text.contains("<title>Error: Faults – local-cloud</title>"))
        #expect(answer.text.contains("<p class=\"problem\" id=\"polly-seconds-problem\">Enter a number from 0 to 60.</p>"))
        #expect(answer.text.contains("aria-describedby=\"polly-seconds-problem\" autofocus type=\"text\""))
        #expect(answer.text.contains("value=\"&quot;&gt;&lt;b&gt;\"") && !answer.text.contains("<b>"))
        #expect(answer.text.contains("<a href=\"#polly-count\">Times (1–1000)</a>: Enter a whole number from 1 to 1000."))
    }

    /// What browsers send from pages elsewhere: of another site, of an app on another port, of a frame without an origin, and before 2023 by `Origin` alone.
    @Test(
        arguments: [
            ["Sec-Fetch-Site": "cross-site", .origin: "https://evil.example"], ["Sec-Fetch-Site": "same-site", .origin: "http://localhost:3000"],
            ["Sec-Fetch-Site": "cross-site", .origin: "null"], ["Sec-Fetch-Site": "none"], [.origin: "http://localhost:3000"],
            [.origin: "https://localhost:4566"],
            [.origin: "null"],
        ] as [Fields])
    func `a page of another origin changes nothing, by no method`(fields: Fields) async throws {
        let form = try await submit("service=polly&kind=error&occurrence=always", fields)
        #expect(form.status == .forbidden && form.text.contains("cross-site"))
        var headers = fields
        headers.append(.host, "localhost:4566")
        headers.append(.contentType, "application/json")
        let body = RequestBody.buffered(Array(#"{"fault":"error"}"#.utf8))
        #expect(try await fixture.client.send(.put, "/_faults/services/polly", headers: headers, body: body).status == .forbidden)
        fixture.cloud.faults.set(Fault(.reset), for: .sns)
        #expect(try await fixture.client.send(.delete, "/_faults/services", headers: headers).status == .forbidden)
        #expect(set == ["sns reset"])
        // A link from there may lead here.
        #expect(try await fixture.client.get("/_faults", headers: headers).status == .ok)
    }

    @Test(arguments: [["Sec-Fetch-Site": "same-origin", .origin: "null"], [.origin: "http://localhost:4566"], [:]] as [Fields])
    func `the page itself and programs may`(fields: Fields) async throws {
        #expect(try await submit("service=polly&kind=reset&occurrence=always", fields).status == 303)
        #expect(set == ["polly reset"])
    }

    @Test(
        arguments: ["evil.example:4566", "127.0.0.1.evil.example", "localhost.evil.example", "127.evil.example.com", "10.0.0.1"],
        ["/_faults", "/_mailbox", "/_faults/services"])
    func `a name that somebody else has bound to loopback opens no page`(host: String, path: String) async throws {
        #expect(try await fixture.client.get(path, headers: [.host: host]).status == .forbidden)
    }

    @Test(arguments: ["localhost:4566", "127.0.0.1:4566", "127.9.9.9", "[::1]:4566", "LOCALHOST"])
    func `this machine has several names`(host: String) async throws {
        #expect(try await fixture.client.get("/_faults", headers: [.host: host]).status == .ok)
    }
}
