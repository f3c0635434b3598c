public import Platform

/// The password of a database user with IAM authentication: a presigned URL without its scheme. Source: Amazon RDS, "Connecting using IAM authentication".
public enum DatabaseAuthToken {
    /// A token opens connections for 15 minutes; connections that are open stay so.
    public static let lifetime = Duration.seconds(900)

    /// The token of a user at an end point.
    ///
    /// - Throws: `SigningError.malformedURL` for a host that is none.
    public static func make(
        host: String, port: Int, user: String, region: String, credentials: AWSCredentials, at moment: UnixTime, keys: SigningKeyCache = SigningKeyCache()
    ) throws(SigningError) -> Secret<String> {
        let signer = SigV4Signer(region: region, service: "rds-db", keys: keys)
        var request = try SigningRequest(method: "GET", url: "https://\(host):\(port)/")
        request.query = QueryText.encoded([("Action", "connect"), ("DBUser", user)])
        let presigned = try signer.presign(request, with: credentials, at: moment, expires: lifetime)
        return Secret("\(host):\(port)/?\(presigned.query)")
    }
}
