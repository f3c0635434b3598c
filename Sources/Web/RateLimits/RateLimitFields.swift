import HTTPCore

/// What a client reads about a rate limit.
///
/// `RateLimit-Policy: "name";q=10;w=60` and `RateLimit: "name";r=9;t=6` (draft-ietf-httpapi-ratelimit-headers-11 §3, §4), one line for each limit: `q`
/// requests in `w` seconds, of which `r` are left, and all of them again in `t` seconds. A limit whose burst differs from its count is told as burst
/// and the time it takes to be earned. Beside them `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset`, of the limit with the
/// fewest left: the draft's form up to -06, which is what most clients in use read today.
struct RateLimitFields: Sendable {
    private let quoted: String
    private let policy: String
    private let quota: Int

    init(_ limit: RateLimit) {
        quoted = "\"\(limit.name)\""
        quota = limit.burst
        policy = "\(quoted);q=\(quota);w=\(Duration.nanoseconds(limit.capacityNanoseconds).secondsUp)"
    }

    func append(_ decision: RateLimitDecision, to lasting: inout Fields?) {
        var fields = lasting ?? Fields(reservingBytes: 192, count: 5)
        let reset = decision.untilWhole.secondsUp
        fields.append("RateLimit-Policy", policy)
        fields.append("RateLimit", "\(quoted);r=\(decision.remaining);t=\(reset)")
        if fields["RateLimit-Remaining"].flatMap({ Int($0) }) ?? .max > decision.remaining {
            fields.set("RateLimit-Limit", String(quota))
            fields.set("RateLimit-Remaining", String(decision.remaining))
            fields.set("RateLimit-Reset", String(reset))
        }
        lasting = fields
    }

    /// For the documentation of a refusal.
    static let documented = [
        DocumentedField("RateLimit-Policy", "The limits of this operation: `q` requests in `w` seconds."),
        DocumentedField("RateLimit", "What is left of them: `r` requests now, all of them in `t` seconds."),
    ]
}

extension Duration {
    /// In whole seconds, rounded up.
    fileprivate var secondsUp: Int64 {
        let (seconds, attoseconds) = components
        return attoseconds > 0 ? seconds + 1 : seconds
    }
}
