import Encoding
public import Platform

/// How far a service's clock stands ahead of ours, learnt when it refuses a signature for its date.
public struct ClockOffset: Sendable, Equatable {
    /// To be added to our time before signing; zero until something was learnt.
    public private(set) var offset = Duration.zero

    /// A smaller difference is no reason for a refusal: services allow 5 to 15 minutes, and answers take time.
    static let tolerance = Duration.seconds(240)

    /// The codes that speak of the date, and those that may. Source: the clock-skew lists of the AWS SDKs.
    private static let codes: Set<String> = [
        "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure",
    ]

    /// Nothing learnt yet.
    public init() {}

    /// Our time as the service would tell it.
    public func corrected(_ now: UnixTime) -> UnixTime { now + offset }

    /// Learns from a refusal. True when the offset has changed, so that signing anew may help; a right clock is no reason to try again.
    ///
    /// - Parameters:
    ///   - code: the error's code.
    ///   - dateHeader: the answer's `Date` header.
    ///   - now: our time when the answer came.
    public mutating func learn(code: String, dateHeader: String?, now: UnixTime) -> Bool {
        guard Self.codes.contains(code), let dateHeader, let date = Timestamp(httpDate: dateHeader) else { return false }
        let theirs = UnixTime(seconds: date.secondsSinceEpoch)
        let error = theirs - corrected(now)
        guard error > Self.tolerance || error < .zero - Self.tolerance else { return false }
        offset = theirs - now
        return true
    }
}
