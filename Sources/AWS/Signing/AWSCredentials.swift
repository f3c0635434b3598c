public import Platform

/// What signs requests: an access key with its secret, and for temporary keys a session token and an end.
public struct AWSCredentials: Sendable {
    /// The public half, such as `AKIAIOSFODNN7EXAMPLE`.
    public let accessKey: String
    /// The secret half; it never leaves this process.
    public let secretKey: Secret<String>
    /// Sent along with every request when the keys are temporary (AWS STS).
    public let sessionToken: Secret<String>?
    /// When temporary keys end; nil for keys that stay.
    public let expiration: UnixTime?

    /// Credentials from their parts.
    public init(accessKey: String, secretKey: Secret<String>, sessionToken: Secret<String>? = nil, expiration: UnixTime? = nil) {
        self.accessKey = accessKey
        self.secretKey = secretKey
        self.sessionToken = sessionToken
        self.expiration = expiration
    }

    /// Whether they have ended at this moment.
    public func hasExpired(at moment: UnixTime) -> Bool {
        expiration.map { $0 <= moment } ?? false
    }
}

extension AWSCredentials: Equatable {
    /// Compares the secrets in constant time.
    public static func == (left: AWSCredentials, right: AWSCredentials) -> Bool {
        left.accessKey == right.accessKey && left.secretKey == right.secretKey && left.sessionToken == right.sessionToken
            && left.expiration == right.expiration
    }
}
