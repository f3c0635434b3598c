/// Tells of passes that held a loop longer than they may, with what ran last.
public struct SlowPassReport: Sendable {
    private let thresholdNanoseconds: UInt64
    private let report: @Sendable (Duration, String) -> Void

    /// Reports every pass that takes `threshold` or longer.
    public init(threshold: Duration = .milliseconds(20), _ report: @escaping @Sendable (_ duration: Duration, _ activity: String) -> Void) {
        thresholdNanoseconds = threshold.nanoseconds
        self.report = report
    }

    func check(startedAt start: UInt64, activity: EventLoop.Activity) {
        let elapsed = monotonicNanoseconds() - start
        if elapsed >= thresholdNanoseconds { report(.nanoseconds(Int64(elapsed)), activity.text) }
    }
}
