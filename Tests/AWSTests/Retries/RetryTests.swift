import HTTPClient
import JSON
import Platform
import Testing

@testable import AWS

@Suite struct FailureClassTests {
    private static let document = Peer.document("botocore_retries.json")

    @Test func `answers are judged as botocore judges them`() {
        let answers = Self.document["answers"]!.arrayValue!
        #expect(answers.count > 2_000)
        for answer in answers {
            let service = answer[0]!.stringValue!, code = answer[1]!.stringValue!, status = answer[2]!.intValue!
            // Codes that one service's model marks are taken to mean the same everywhere.
            if service != "bedrock-runtime", code == "ModelNotReadyException" { continue }
            if service != "sts", code == "IDPCommunicationError" { continue }
            let expected: FailureClass =
                switch answer[3]!.stringValue! {
                case "throttling": .throttling
                case "transient": .transient
                // Beyond botocore: an error that a model names without marking it is throttling nevertheless when its status says so.
                default: status == 429 ? .throttling : .permanent
                }
            #expect(FailureClass(code: code, status: status) == expected, "\(answer)")
        }
    }

    @Test func `the budget is botocore's`() {
        #expect(RetryBudget.capacity == Self.document["capacity"]!.intValue)
        #expect(RetryBudget.retryCost == Self.document["retry_cost"]!.intValue)
        #expect(RetryBudget.throttlingCost == Self.document["throttling_cost"]!.intValue)
        #expect(RetryBudget.firstTryRefund == Self.document["refund"]!.intValue)
    }

    @Test(
        arguments: [
            (.connectionFailed(detail: ""), .notSent), (.unresolvedHost(detail: ""), .notSent), (.timedOut(.connecting), .notSent),
            (.timedOut(.firstByte), .interrupted), (.timedOut(.total), .interrupted), (.timedOut(.waiting), Failure(.permanent, mayHaveHappened: false)),
            (.interrupted(detail: ""), .interrupted), (.cancelled, Failure(.permanent, mayHaveHappened: true)),
            (.untrustedServer(detail: ""), Failure(.permanent, mayHaveHappened: false)), (.busy, Failure(.permanent, mayHaveHappened: false)),
        ] as [(HTTPClientError, Failure)]) func `an exchange without an answer is judged by what may have been sent`(error: HTTPClientError, failure: Failure)
    {
        #expect(Failure(error) == failure)
    }
}

@Suite struct CallAttemptsTests {
    private static let throttled = Failure(.throttling, mayHaveHappened: false)

    @Test func `a call has three attempts, and waits longer from one to the next`() {
        var call = CallAttempts(isIdempotent: true)
        var budget = RetryBudget()
        let decision1 = call.decide(after: .interrupted, &budget, random: 0.999)
        #expect(decision1 == .retry(after: .milliseconds(999)))
        let decision2 = call.decide(after: .interrupted, &budget, random: 0.5)
        #expect(decision2 == .retry(after: .milliseconds(1_000)))
        let decision3 = call.decide(after: .interrupted, &budget, random: 0.5)
        #expect(decision3 == .giveUp(.attemptsExhausted))
        #expect(call.attempt == 3)
    }

    @Test func `what cannot help is not tried again and costs nothing`() {
        var call = CallAttempts(isIdempotent: true)
        var budget = RetryBudget()
        let decision4 = call.decide(after: Failure(.permanent, mayHaveHappened: false), &budget, random: 0)
        #expect(decision4 == .giveUp(.permanent))
        #expect(budget == RetryBudget())
    }

    @Test func `a call that must not happen twice is tried again only when it has not happened`() {
        var budget = RetryBudget()
        for failure in [.notSent, Self.throttled, .clockCorrected] {
            var call = CallAttempts(isIdempotent: false)
            let decision5 = call.decide(after: failure, &budget, random: 0)
            #expect(decision5 == .retry(after: .zero))
        }
        for failure in [.interrupted, Failure(AWSServiceError(code: "InternalServerException", message: "", status: 500))] {
            var call = CallAttempts(isIdempotent: false)
            let decision6 = call.decide(after: failure, &budget, random: 0)
            #expect(decision6 == .giveUp(.mayHaveHappened))
        }
    }

    @Test(
        arguments: [
            (nil, 0.25, Duration.milliseconds(250)), (.seconds(7), 0.25, .seconds(7)), (.seconds(500), 0.25, .seconds(20)),
            (.milliseconds(1), 0.25, .milliseconds(250)),
        ] as [(Duration?, Double, Duration)]) func `what a service asks for is honoured up to a cap`(retryAfter: Duration?, random: Double, wait: Duration)
    {
        #expect(RetryPolicy().delay(afterAttempt: 1, random: random, retryAfter: retryAfter) == wait)
    }

    @Test func `no wait is longer than the bound, however many attempts there are`() {
        let policy = RetryPolicy(maximumAttempts: 100)
        #expect([1, 2, 3, 4, 5, 6, 100].map { policy.delay(afterAttempt: $0, random: 1) } == [1, 2, 4, 8, 16, 20, 20].map { .seconds($0) })
        #expect(policy.delay(afterAttempt: 3, random: -1) == .zero && policy.delay(afterAttempt: 1, random: 7) == .seconds(1))
    }

    @Test func `an outage with 200 callers is met with 35 retries, and with none after that`() {
        var budget = RetryBudget()
        var retries = 0
        for _ in 0..<200 {
            var call = CallAttempts(isIdempotent: true)
            while case .retry = call.decide(after: .interrupted, &budget, random: 0.5) { retries += 1 }
        }
        #expect(retries == 35)
        var call = CallAttempts(isIdempotent: true)
        let decision7 = call.decide(after: .interrupted, &budget, random: 0.5)
        #expect(decision7 == .giveUp(.budgetExhausted))
        // Throttling costs less, and what is left is enough for it.
        let decision8 = call.decide(after: Self.throttled, &budget, random: 0.5)
        #expect(decision8 != .giveUp(.budgetExhausted))
    }

    @Test func `successes bring the budget back: all of the last retry's cost, or one token`() {
        var budget = RetryBudget()
        var retried = CallAttempts(isIdempotent: true)
        _ = retried.decide(after: .interrupted, &budget, random: 0)
        _ = retried.decide(after: Self.throttled, &budget, random: 0)
        #expect(budget.tokens == 500 - 14 - 5)
        retried.succeeded(&budget)
        #expect(budget.tokens == 500 - 14)
        let first = CallAttempts(isIdempotent: true)
        first.succeeded(&budget)
        #expect(budget.tokens == 500 - 13)
        for _ in 0..<20 { first.succeeded(&budget) }
        #expect(budget.tokens == 500)
    }

    @Test(
        arguments: [
            (["Retry-After": "3"], Duration.seconds(3)), (["Retry-After": "Sun, 08 Feb 2026 17:20:33 GMT"], .seconds(10)),
            (["Retry-After": "Sun, 08 Feb 2026 17:00:00 GMT"], .zero), (["x-amz-retry-after": "250", "Retry-After": "3"], .milliseconds(250)),
            (["Retry-After": "soon"], nil), (["Retry-After": "-1"], nil), (["Retry-After": "99999999999999999999"], nil), ([:], nil),
        ] as [([String: String], Duration?)]) func `both headers that ask for a wait are read`(headers: [String: String], wait: Duration?)
    {
        let read = RetryAfter.read(now: UnixTime(seconds: 1_770_571_223)) { name in headers.first { $0.key.lowercased() == name }?.value }
        #expect(read == wait)
    }
}

@Suite struct AWSServiceErrorTests {
    @Test(
        arguments: [
            ([:], #"{"__type":"com.amazon.coral#ThrottlingException","message":"slow"}"#, "ThrottlingException", "slow"),
            (["x-amzn-errortype": "ValidationException:http://internal.amazon.com/"], #"{"message":"bad"}"#, "ValidationException", "bad"),
            ([:], #"{"code":"AccessDenied","Message":"no"}"#, "AccessDenied", "no"),
            ([:], "<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code><Message>gone &amp; lost</Message></Error>", "NoSuchKey", "gone & lost"),
            ([:], "<ErrorResponse xmlns=\"https://sts\"><Error><Code>ExpiredToken</Code><Message>old</Message></Error></ErrorResponse>", "ExpiredToken", "old"),
            ([:], "<html><body>Bad Gateway</body></html>", "", ""), ([:], "", "", ""), ([:], "{", "", ""), ([:], "<a>", "", ""),
            ([:], "<!DOCTYPE e [<!ENTITY a \"x\">]><Error><Code>&a;</Code></Error>", "", ""),
        ] as [([String: String], String, String, String)]) func `an error is read in every way that services tell it`(
            headers: [String: String], body: String, code: String, message: String
        )
    {
        let error = AWSServiceError(status: 400, header: { headers[$0] }, body: Array(body.utf8))
        #expect(error == AWSServiceError(code: code, message: message, status: 400))
    }

    @Test func `the request's id is found in headers and in XML`() {
        let xml = Array("<ErrorResponse><Error><Code>a</Code></Error><RequestId>7</RequestId></ErrorResponse>".utf8)
        #expect(AWSServiceError(status: 400, header: { _ in nil }, body: xml).requestID == "7")
        #expect(AWSServiceError(status: 400, header: { $0 == "x-amzn-requestid" ? "8" : nil }, body: xml).requestID == "8")
    }

    @Test func `text in XML comes back as it was written`() throws {
        let text = "a\r\nb\r\tc <&> \"' 水"
        #expect(try XMLReader.read(Array("<a>\(XMLText.escaped(text))</a>".utf8)).text == text)
    }

    @Test func `XML is bounded in depth and in elements`() {
        let deep = String(repeating: "<a>", count: 33) + String(repeating: "</a>", count: 33)
        #expect(throws: XMLError.tooLarge) { try XMLReader.read(Array(deep.utf8)) }
        let wide = "<a>\(String(repeating: "<b/>", count: 50_000))</a>"
        #expect(throws: XMLError.tooLarge) { try XMLReader.read(Array(wide.utf8)) }
        #expect(throws: XMLError.malformed(line: 2)) { try XMLReader.read(Array("<a>\n</b>".utf8)) }
        #expect(throws: XMLError.documentType) { try XMLReader.read(Array("<!DOCTYPE a><a/>".utf8)) }
    }
}
