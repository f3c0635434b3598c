import Encoding
public import Platform

/// How long a service asks to wait.
public enum RetryAfter {
    /// Reads `x-amz-retry-after` (milliseconds) or `Retry-After` (seconds, or a date; RFC 9110 §10.2.3); nil when neither is there or sound.
    ///
    /// - Parameter header: the first field of a name, compared without case.
    public static func read(now: UnixTime, header: (_ name: String) -> String?) -> Duration? {
        if let text = header("x-amz-retry-after"), let milliseconds = digits(text) { return .milliseconds(milliseconds) }
        guard let text = header("retry-after") else { return nil }
        if let seconds = digits(text) { return .seconds(seconds) }
        return Timestamp(httpDate: text).map { max(.zero, UnixTime(seconds: $0.secondsSinceEpoch) - now) }
    }

    /// At most nine digits, so that no sum overflows.
    private static func digits(_ text: String) -> Int? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}
