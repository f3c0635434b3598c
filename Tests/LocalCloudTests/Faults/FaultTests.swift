import AWS
import HTTPCore
import JSON
import TestKit
import Testing

@testable import local_cloud

@Suite struct FaultTests {
    @Test(arguments: [
        "throttle", "error;status=503", "error;status=500", "slow;seconds=0.25", "slow;count=3;seconds=60.0", "reset;count=1", "cut;probability=0.5",
        "throttle;count=1000", "cut;probability=1.0",
    ])
    func `a fault is written as it is read`(text: String) throws {
        let fault = try #require(Fault(text))
        #expect(Fault(fault.description) == fault)
        if text.contains("=") { #expect(fault.description == text || text.hasPrefix("slow") || text.hasPrefix("error")) }
    }

    @Test(arguments: [
        "", "Throttle", "throttle;", "throttle;count", "throttle;count=0", "throttle;count=1001", "throttle;count=-1", "throttle;count=2;count=3",
        "throttle;count=2;probability=0.5", "cut;probability=1.1", "cut;probability=nan", "slow;seconds=61", "slow;seconds=-1", "throttle;seconds=1",
        "error;status=404", "slow;status=500", "throttle;else=1", "slow;seconds=inf",
    ])
    func `what is no fault is not guessed at`(text: String) { #expect(Fault(text) == nil) }

    @Test func `a count in a header is counted for each call, one that was set for its service`() {
        var schedule = FaultSchedule()
        let twice = Fault("throttle;count=2")
        let attempts = ["a", "a", "a", "b"].map { schedule.next(for: .s3, asked: twice, call: $0, chance: 0) != nil }
        #expect(attempts == [true, true, false, true])

        schedule.set(twice, for: .sns)
        let calls = ["a", "b", "c"].map { schedule.next(for: .sns, asked: nil, call: $0, chance: 0) != nil }
        #expect(calls == [true, true, false] && schedule.standing[.sns]?.happened == 2)
        let other = schedule.next(for: .polly, asked: nil, call: "", chance: 0)
        #expect(other == nil)

        schedule.set(twice, for: .sns)
        let anew = schedule.next(for: .sns, asked: nil, call: "", chance: 0)
        #expect(anew == twice)
        schedule.clear()
        let cleared = schedule.next(for: .sns, asked: nil, call: "", chance: 0)
        #expect(cleared == nil)
    }

    @Test(arguments: [(0.0, true), (0.29, true), (0.3, false), (0.99, false)]) func `a probability is compared with chance`(chance: Double, happens: Bool) {
        var schedule = FaultSchedule()
        let fault = schedule.next(for: .s3, asked: Fault("cut;probability=0.3"), call: "", chance: chance)
        #expect((fault != nil) == happens)
    }

    @Test func `calls are forgotten, the oldest first`() {
        var schedule = FaultSchedule()
        let once = Fault("throttle;count=1")
        for call in 0...FaultSchedule.maximumCalls { _ = schedule.next(for: .s3, asked: once, call: "\(call)", chance: 0) }
        let kept = schedule.next(for: .s3, asked: once, call: "1", chance: 0), forgotten = schedule.next(for: .s3, asked: once, call: "0", chance: 0)
        #expect(kept == nil && forgotten == once)
    }
}

@Suite struct FaultyAnswerTests {
    private let fixture: CloudFixture

    init() throws { fixture = try CloudFixture([EchoService(kind: .polly), EchoService(kind: .s3)]) }

    private func call(_ fault: String, _ service: String = "polly") async throws -> TestResponse {
        try await fixture.send(try fixture.signed("GET", "/words/cat", service, headers: [.init("X-Local-Fault", fault)]))
    }

    @Test func `a request asks for its own failure`() async throws {
        let throttled = try await call("throttle")
        #expect(throttled.status == 400 && throttled["x-amzn-ErrorType"] == "ThrottlingException")
        #expect(try await call("throttle", "s3").text.contains("<Code>SlowDown</Code>"))
        #expect(try await call("error").status == 500)
        #expect(try await call("error;status=503", "s3").text.contains("<Code>ServiceUnavailable</Code>"))
        #expect(try await call("slow;seconds=0").status == .ok)
        #expect(try await call("sometimes").text.contains("X-Local-Fault must be"))
    }

    @Test(arguments: ["reset", "cut"]) func `a connection breaks off`(fault: String) async throws {
        await #expect(throws: (any Error).self) { try await call(fault) }
    }

    @Test func `the user pool fails too`() async throws {
        let headers: Fields = ["X-Amz-Target": "AWSCognitoIdentityProviderService.GetUser", "X-Local-Fault": "throttle"]
        #expect(try await fixture.client.post("/", json: "{}", headers: headers)["x-amzn-ErrorType"] == "TooManyRequestsException")
    }

    @Test func `the control page sets a service's fault and clears it`() async throws {
        let set = try await fixture.client.put("/_faults/services/polly", json: #"{"fault":"throttle;count=1"}"#)
        #expect(set.text == #"{"services":[{"service":"polly","fault":"throttle;count=1","happened":0}]}"#)
        let signed = { try fixture.signed("GET", "/", "polly") }
        #expect(try await fixture.send(signed()).status == 400)
        #expect(try await fixture.send(signed()).status == .ok)
        #expect(try await fixture.client.get("/_faults").text.contains("throttled, once; happened once, now over"))
        _ = try await fixture.client.put("/_faults/services/polly", json: #"{"fault":"error"}"#)
        #expect(try await fixture.client.delete("/_faults/services").text == #"{"services":[]}"#)
        #expect(try await fixture.client.put("/_faults/services/nothing", json: #"{"fault":"error"}"#).status == .notFound)
        #expect(try await fixture.client.put("/_faults/services/polly", json: #"{"fault":"boom"}"#).status == 422)
    }
}
