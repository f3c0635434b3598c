import AWS
import Encoding
import HTTPCore

/// Which part of this program a request is for, decided by its head alone.
enum Destination: Equatable {
    /// A service of AWS; unsigned requests are refused there.
    case service(CloudServiceKind)
    /// The user pool without a signature: most of its actions are for everybody.
    case userPool
    /// Pages and documents for people and services: everything that is not signed.
    case routes

    init(_ request: Request) {
        let claim = ClaimedService(request)
        let target = request.fields["X-Amz-Target"].flatMap { CloudServiceKind(target: $0) }
        switch claim {
        case .signed(let name):
            // What is signed for nothing we know is S3's to refuse, unless it says itself whose it is.
            self = .service(name.flatMap(CloudServiceKind.init(rawValue:)) ?? target ?? .s3)
        case .unsigned where target == .cognito: self = .userPool
        case .unsigned:
            // A bucket may be called as one of our pages is: a host of S3 decides.
            let isS3 = S3Host(request.fields[.host] ?? "") != .elsewhere
            self = if let target { .service(target) } else { isS3 ? .service(.s3) : .routes }
        }
    }
}

/// What a request says about being signed, read as far as it can be: whether it is right is the verifier's business.
enum ClaimedService: Equatable {
    case unsigned
    /// Signed, for the service of this name, if one can be made out.
    case signed(String?)

    init(_ request: Request) {
        if let header = request.fields[.authorization], header.hasPrefix("AWS4-") || header.hasPrefix("AWS ") {
            self = .signed(Self.value(of: "Credential=", in: header).flatMap(Self.service))
            return
        }
        guard let query = request.target.query, query.contains("X-Amz-") || query.contains("AWSAccessKeyId"),
            let pairs = try? QueryString(parsing: query).pairs
        else {
            self = .unsigned
            return
        }
        let credential = pairs.first { $0.name == "X-Amz-Credential" }?.value
        let isSigned = pairs.contains { ["X-Amz-Credential", "X-Amz-Signature", "X-Amz-Algorithm", "AWSAccessKeyId"].contains($0.name) }
        self = isSigned ? .signed(credential.flatMap { Self.service(of: Substring($0)) }) : .unsigned
    }

    /// Whether it is signed as S3 was before 2014, in a header or in the query.
    static func isOfSecondVersion(_ request: Request) -> Bool {
        if request.fields[.authorization]?.hasPrefix("AWS ") == true { return true }
        return request.target.query.flatMap { try? QueryString(parsing: $0) }?.last("AWSAccessKeyId") != nil
    }

    private static func value(of name: String, in header: String) -> Substring? {
        guard let start = header.firstRange(of: name)?.upperBound else { return nil }
        return header[start...].prefix { $0 != "," && $0 != " " }
    }

    /// `AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request`.
    private static func service(of credential: Substring) -> String? {
        let parts = credential.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 5 ? String(parts[3]) : nil
    }
}

extension SigningRequest {
    /// What SigV4 sees of a request that came.
    init(_ request: Request, payload: SigningPayload) {
        self.init(
            method: request.method.name, scheme: "http", host: request.fields[.host] ?? "", path: request.target.path, query: request.target.query ?? "",
            headers: request.fields.map { Header($0.name.text, $0.value) }, payload: payload)
    }
}
