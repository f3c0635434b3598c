import Encoding
import Platform

/// The way in which a service writes its errors, and so the names it has for them.
public enum AWSErrorDialect: Sendable, Equatable, CaseIterable {
    /// Amazon S3, XML.
    case s3
    /// REST with JSON, such as Bedrock and Polly.
    case restJSON
    /// JSON 1.0 and 1.1, such as Secrets Manager and Cognito: errors are 400.
    case json
    /// Query with XML answers, such as SNS and STS.
    case query
}

extension SigV4Refusal {
    /// What a service answers.
    public struct Answer: Sendable, Equatable {
        /// The error's code, such as `SignatureDoesNotMatch`.
        public let code: String
        /// A sentence for the developer.
        public let message: String
        /// The HTTP status.
        public let status: Int
    }

    /// The error that a service of this dialect answers.
    public func answer(_ dialect: AWSErrorDialect) -> Answer {
        switch dialect {
        case .s3: Answer(code: s3.code, message: message, status: s3.status)
        case .restJSON: Answer(code: "\(plain)Exception", message: message, status: 403)
        case .json: Answer(code: "\(plain)Exception", message: message, status: 400)
        case .query: Answer(code: queryCode, message: message, status: 403)
        }
    }

    private var s3: (code: String, status: Int) {
        switch self {
        case .missing, .expired, .notYetValid, .unsignedHeader, .missingSignedHeader: ("AccessDenied", 403)
        case .malformedHeader, .wrongScope: ("AuthorizationHeaderMalformed", 400)
        case .malformedQuery: ("AuthorizationQueryParametersError", 400)
        case .skewed: ("RequestTimeTooSkewed", 403)
        case .unknownAccessKey: ("InvalidAccessKeyId", 403)
        case .invalidToken: ("InvalidToken", 400)
        case .expiredToken: ("ExpiredToken", 400)
        case .missingContentDigest: ("InvalidRequest", 400)
        case .contentMismatch: ("XAmzContentSHA256Mismatch", 400)
        case .signatureMismatch: ("SignatureDoesNotMatch", 403)
        }
    }

    private var plain: String {
        switch self {
        case .missing: "MissingAuthenticationToken"
        case .malformedHeader, .malformedQuery: "IncompleteSignature"
        case .unknownAccessKey, .invalidToken: "UnrecognizedClient"
        case .expiredToken: "ExpiredToken"
        case .wrongScope, .skewed, .expired, .notYetValid, .unsignedHeader, .missingSignedHeader, .missingContentDigest, .contentMismatch, .signatureMismatch:
            "InvalidSignature"
        }
    }

    private var queryCode: String {
        switch plain {
        case "UnrecognizedClient": "InvalidClientTokenId"
        case "InvalidSignature": "SignatureDoesNotMatch"
        default: plain
        }
    }

    private var message: String {
        switch self {
        case .missing: "Missing Authentication Token"
        case .malformedHeader(let sentence), .malformedQuery(let sentence): sentence
        case .wrongScope(let scope, let region, let services):
            if let region, region != scope.region {
                "The region '\(scope.region)' is wrong; expecting '\(region)'"
            } else {
                "Credential should be scoped to correct service: \(services.map { "'\($0)'" }.joined(separator: ", "))."
            }
        case .skewed(let request, let server, let tolerance):
            request < server
                ? "The difference between the request time and the current time is too large. Signature expired: \(SigningDate(request).text) is now earlier than \(SigningDate(server - tolerance).text) (\(SigningDate(server).text) - \(tolerance.components.seconds / 60) min.)"
                : "The difference between the request time and the current time is too large. Signature not yet current: \(SigningDate(request).text) is still later than \(SigningDate(server + tolerance).text) (\(SigningDate(server).text) + \(tolerance.components.seconds / 60) min.)"
        case .expired: "Request has expired"
        case .notYetValid: "Request is not valid yet"
        case .unknownAccessKey: "The AWS Access Key Id you provided does not exist in our records."
        case .invalidToken: "The provided token is malformed or otherwise invalid."
        case .expiredToken: "The provided token has expired."
        case .unsignedHeader(let name): "There were headers present in the request which were not signed: \(name)"
        case .missingSignedHeader: "A header named in SignedHeaders is not in the request."
        case .missingContentDigest: "Missing required header for this request: x-amz-content-sha256"
        case .contentMismatch: "The provided 'x-amz-content-sha256' header does not match what was computed."
        case .signatureMismatch: "The request signature we calculated does not match the signature you provided. Check your key and signing method."
        }
    }
}
