import HTTPCore

/// The fields that tell browsers to be careful; sent with every response.
public struct SecurityPolicy: Sendable {
    /// For responses that do not bring a `Content-Security-Policy` of their own; the default lets nothing load and nobody frame.
    public var contentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    /// `Referrer-Policy`.
    public var referrerPolicy = "no-referrer"
    /// The length of `Strict-Transport-Security`; nil, the default, sends none: set it where TLS is sure.
    public var strictTransportSecurity: Duration?

    /// The defaults.
    public init() {}
}

/// Puts the fields of a `SecurityPolicy` before those of the response, made once.
struct SecurityHeaders: Sendable {
    private let withPolicy: Fields
    private let withoutPolicy: Fields

    init(_ policy: SecurityPolicy) {
        var fields: Fields = ["X-Content-Type-Options": "nosniff", "Referrer-Policy": policy.referrerPolicy]
        if let age = policy.strictTransportSecurity {
            fields.append("Strict-Transport-Security", "max-age=\(age.components.seconds); includeSubDomains")
        }
        withoutPolicy = fields
        fields.append(.contentSecurityPolicy, policy.contentSecurityPolicy)
        withPolicy = fields
    }

    func append(to fields: inout Fields, before own: Fields) {
        fields.append(contentsOf: own.contains(.contentSecurityPolicy) ? withoutPolicy : withPolicy)
    }
}
