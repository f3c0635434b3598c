public import Encoding
public import JSON

/// A learner's session as the portal's registry keeps it, told between services. Moments are whole seconds.
public struct SessionRecord: JSONObject, Equatable {
    /// 32 hexadecimal digits in lower case.
    public var id: String
    /// Whose it is: the user pool's `sub`, 1 to 128 visible ASCII characters.
    public var subject: String
    /// When it began.
    public var beganAt: Timestamp
    /// The last noted sign of life.
    public var seenAt: Timestamp
    /// When it ends at the latest.
    public var endsAt: Timestamp
    /// What people recognise it by, 1 to 64 characters.
    public var device: String
    /// Its refresh token, sealed under the keys that services share; base64url, 1 to 12,288 characters.
    public var sealedRefreshToken: String

    /// Creates a record; rules are checked where it arrives.
    public init(id: String, subject: String, beganAt: Timestamp, seenAt: Timestamp, endsAt: Timestamp, device: String, sealedRefreshToken: String) {
        self.id = id
        self.subject = subject
        self.beganAt = beganAt
        self.seenAt = seenAt
        self.endsAt = endsAt
        self.device = device
        self.sealedRefreshToken = sealedRefreshToken
    }

    /// Its members and their rules.
    public static let json = Object(
        "SessionRecord",
        { SessionRecord(id: $0, subject: $1, beganAt: $2, seenAt: $3, endsAt: $4, device: $5, sealedRefreshToken: $6) },
        Field("id", \.id, SessionRules.id), Field("subject", \.subject, SessionRules.subject), Field("began_at", \.beganAt), Field("seen_at", \.seenAt),
        Field("ends_at", \.endsAt), Field("device", \.device, .storableText(...64), example: "Firefox on Linux"),
        Field("sealed_refresh_token", \.sealedRefreshToken, SessionRules.sealed, secret: true))
}

/// What fits into the registry.
enum SessionRules {
    static let id = Rule<String>.pattern("^[0-9a-f]{32}$") { $0.utf8.count == 32 && $0.utf8.allSatisfy { $0 &- 48 < 10 || $0 &- 97 < 6 } }
    static let subject = Rule<String>.length(1...128).and(.pattern("^[!-~]+$") { $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } })
    static let sealed = Rule<String>.length(1...12_288).and(
        .pattern("^[A-Za-z0-9_-]+$") { $0.utf8.allSatisfy { $0 &- 48 < 10 || $0 &- 65 < 26 || $0 &- 97 < 26 || $0 == 95 || $0 == 45 } })
}
