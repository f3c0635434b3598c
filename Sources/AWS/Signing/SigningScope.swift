/// What a signature is good for: one day, one region, one service.
public struct SigningScope: Sendable, Hashable, CustomStringConvertible {
    /// Eight digits, such as `20130524`.
    public let day: String
    /// Such as `us-east-1`.
    public let region: String
    /// The signing name, such as `s3`, `bedrock` or `rds-db`.
    public let service: String

    /// A scope from its parts.
    public init(day: String, region: String, service: String) {
        self.day = day
        self.region = region
        self.service = service
    }

    /// `20130524/us-east-1/s3/aws4_request`.
    public var description: String { "\(day)/\(region)/\(service)/aws4_request" }

    /// Reads `20130524/us-east-1/s3/aws4_request`, or nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[3] == "aws4_request", parts[0].utf8.count == 8, parts[0].utf8.allSatisfy({ (48...57).contains($0) }),
            !parts[1].isEmpty, !parts[2].isEmpty
        else { return nil }
        self.init(day: String(parts[0]), region: String(parts[1]), service: String(parts[2]))
    }
}
