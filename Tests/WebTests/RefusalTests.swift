import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

/// What the server refuses before there is a request faces the caller like any other error.
@Suite struct RefusalTests {
    @Test(arguments: [
        (Refusal.malformed(.targetTooLong), 414, "target-too-long"), (.malformed(.tooManyFields), 431, "header-too-large"),
        (.malformed(.conflictingFraming), 400, "malformed-request"), (.malformed(.unknownTransferCoding), 501, "unknown-transfer-coding"),
        (.malformed(.unsupportedVersion), 505, "unsupported-version"), (.malformed(.unknownExpectation), 417, "unknown-expectation"),
        (.headTimedOut, 408, "request-timed-out"), (.tooManyConnections, 503, "too-many-connections"),
    ])
    func `a refusal has a type, a sentence, an id and the careful fields`(refusal: Refusal, status: Int, type: String) throws {
        let response = Application { _ in }.refuse(refusal, peer: "203.0.113.9")
        #expect(Int(response.status.code) == status)
        guard case .bytes(let bytes) = response.body, case .object(let members) = try JSON.parse(bytes) else { throw Unreadable() }
        #expect(members.map(\.name) == ["detail", "type", "request_id"])
        #expect(members[1].value == .string(type) && members[2].value == .string(response.fields[.xRequestID] ?? ""))
        #expect(response.fields["X-Content-Type-Options"] == "nosniff" && response.fields[.cacheControl] == "no-store")
        #expect(response.fields[.retryAfter] == (status == 503 ? "1" : nil))
    }

    @Test func `a refusal is a line of the log, with its reason and the peer`() throws {
        let sink = CapturingLogSink()
        var configuration = ApplicationConfiguration()
        configuration.logger = Logger(service: "test", sink: sink)
        let id = Application(configuration) { _ in }.refuse(.malformed(.badHost), peer: "203.0.113.9").fields[.xRequestID] ?? ""
        let line = try #require(sink.lines.first)
        for part in [#""event":"request.refused""#, #""status":400"#, "badHost", #""client":"203.0.113.9""#, id] { #expect(line.contains(part)) }
    }

    private struct Unreadable: Error {}
}
