/// How many retries a client has left, all its calls together, so that an outage is not amplified: tokens that retries cost and successes bring back.
///
/// Source: the standard retry mode of the AWS SDKs; capacity and costs are botocore's.
public struct RetryBudget: Sendable, Equatable {
    /// The tokens of a rested client.
    public static let capacity = 500
    static let retryCost = 14
    static let throttlingCost = 5
    static let firstTryRefund = 1

    /// The tokens there are.
    public private(set) var tokens = capacity

    /// A rested client's.
    public init() {}

    /// Takes what a retry costs; nil when there is not enough.
    mutating func take(for kind: FailureClass) -> Int? {
        let cost = kind == .throttling ? Self.throttlingCost : Self.retryCost
        guard tokens >= cost else { return nil }
        tokens -= cost
        return cost
    }

    mutating func giveBack(_ count: Int) { tokens = min(tokens + count, Self.capacity) }
}
