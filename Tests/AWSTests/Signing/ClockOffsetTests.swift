import AWS
import Platform
import Testing

@Suite struct ClockOffsetTests {
    private static let now = UnixTime(seconds: 1_770_571_223)

    /// 2026-02-08T18:20:23Z, an hour ahead.
    private static let ahead = "Sun, 08 Feb 2026 18:20:23 GMT"

    @Test(arguments: ["RequestTimeTooSkewed", "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure", "RequestExpired", "RequestInTheFuture"])
    func `a refusal teaches how far our clock is off, once`(code: String) {
        var offset = ClockOffset()
        let isLearnt1 = offset.learn(code: code, dateHeader: Self.ahead, now: Self.now)
        #expect(isLearnt1)
        #expect(offset.offset == .seconds(3_600))
        #expect(offset.corrected(Self.now) == Self.now + .seconds(3_600))
        let isLearnt2 = offset.learn(code: code, dateHeader: Self.ahead, now: Self.now)
        #expect(!isLearnt2)
    }

    @Test func `a clock that runs ahead is corrected too, and one that was set right meanwhile goes back`() {
        var offset = ClockOffset()
        let isLearnt3 = offset.learn(code: "RequestTimeTooSkewed", dateHeader: "Sun, 08 Feb 2026 16:20:23 GMT", now: Self.now)
        #expect(isLearnt3)
        #expect(offset.offset == .seconds(-3_600))
        let isLearnt4 = offset.learn(code: "RequestTimeTooSkewed", dateHeader: "Sun, 08 Feb 2026 17:20:23 GMT", now: Self.now)
        #expect(isLearnt4)
        #expect(offset.offset == .zero)
    }

    @Test(
        arguments: [
            ("ThrottlingException", ClockOffsetTests.ahead), ("RequestTimeTooSkewed", "yesterday"), ("RequestTimeTooSkewed", nil),
            ("SignatureDoesNotMatch", "Sun, 08 Feb 2026 17:24:23 GMT"),
        ] as [(String, String?)]) func `nothing is learnt where the date is not to blame or not told`(code: String, date: String?)
    {
        var offset = ClockOffset()
        let isLearnt5 = offset.learn(code: code, dateHeader: date, now: Self.now)
        #expect(!isLearnt5)
        #expect(offset.offset == .zero)
    }
}
