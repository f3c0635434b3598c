import AWS
import HTTPCore

/// A service behind the entrance: it sees only requests whose signature is right.
protocol CloudService: Sendable {
    /// Which one it is.
    var kind: CloudServiceKind { get }
    /// Answers a call.
    ///
    /// - Throws: `CloudError`, which the entrance writes in the service's dialect; anything else is our own fault and answers 500.
    func respond(to call: CloudCall) async throws -> Response
}

/// A call of a service that its caller may make.
struct CloudCall: Sendable {
    /// As it came.
    let request: Request
    /// What answer and log call it.
    let requestID: String
    /// Whose it is, and what its signature says about the content.
    let verified: SigV4Verifier.Verified
    /// The whole content, compared with the signature; empty for S3, which reads it from the request.
    let body: [UInt8]
}
