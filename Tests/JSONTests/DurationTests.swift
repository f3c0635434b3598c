import JSON
import Testing

@Suite struct `A duration` {
    private func text(_ duration: Duration) -> String { JSON.string(duration) }

    @Test func `is written in days and less, to the microsecond`() {
        #expect(text(.zero) == #""PT0S""# && text(.seconds(90_061)) == #""P1DT1H1M1S""# && text(.milliseconds(-1_500)) == #""-PT1.5S""#)
        #expect(text(.seconds(400 * 86_400)) == #""P400D""# && text(.nanoseconds(1_999)) == #""PT0.000001S""# && text(.nanoseconds(-999)) == #""PT0S""#)
    }

    @Test(arguments: ["P9999999999Y", "-P1000000000D", "P999999999DT1S"])
    func `is at most as long as pydantic allows, however it is said`(text: String) {
        let long = "P" + String(repeating: "9999999999Y", count: 100_000)
        for text in [text, long] {
            let answer = #expect(throws: InvalidInput.self) { try Duration.decode(.string(text)) }
            #expect(answer?.problems.first?.msg == "Input should be a valid timedelta, durations may not exceed 999,999,999 days")
        }
    }
}
