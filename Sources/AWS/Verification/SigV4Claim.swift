import Encoding
import Platform

/// What a request says about its own signature, in `Authorization` or in its query.
struct SigV4Claim: Sendable, Equatable {
    var accessKey: String
    var scope: SigningScope
    var date: SigningDate
    var signedHeaders: [String]
    var signature: String
    var sessionToken: String?
    /// For presigned URLs.
    var expires: Duration?

    var isPresigned: Bool { expires != nil }

    /// Reads the one claim of a request.
    init(of request: SigningRequest) throws(SigV4Refusal) {
        let query: [QueryString.Pair]
        do { query = try CanonicalQuery.pairs(request.query) } catch { throw .malformedQuery("The query is not percent-encoded UTF-8.") }
        let isPresigned = query.contains { $0.name == "X-Amz-Algorithm" || $0.name == "X-Amz-Signature" }
        let authorizations = request.headers.filter { $0.name.lowercased() == "authorization" }
        if isPresigned, !authorizations.isEmpty { throw .malformedHeader("Only one auth mechanism allowed.") }
        if isPresigned {
            try self.init(query: query)
        } else if authorizations.count == 1 {
            try self.init(header: authorizations[0].value, of: request)
        } else {
            throw authorizations.isEmpty ? .missing : .malformedHeader("Only one Authorization header allowed.")
        }
        guard signedHeaders.contains("host") else { throw refusal("The Host header must be signed.") }
        guard signedHeaders == signedHeaders.sorted(), Set(signedHeaders).count == signedHeaders.count else {
            throw refusal("SignedHeaders must be sorted and unique.")
        }
        guard date.day == scope.day else {
            throw refusal("Invalid credential date \"\(scope.day)\". This date is not the same as X-Amz-Date: \"\(date.day)\".")
        }
    }

    private func refusal(_ message: String) -> SigV4Refusal { isPresigned ? .malformedQuery(message) : .malformedHeader(message) }
}

extension SigV4Claim {
    /// `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`, with the date in a header of its own.
    private init(header: String, of request: SigningRequest) throws(SigV4Refusal) {
        let prefix = "\(SigV4Signer.algorithm) "
        guard header.hasPrefix(prefix) else {
            throw .malformedHeader("The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.")
        }
        var parts: [String: String] = [:]
        for part in header.dropFirst(prefix.count).split(separator: ",") {
            let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, parts.updateValue(String(pair[1]), forKey: String(pair[0])) == nil else {
                throw .malformedHeader("The authorization header is malformed.")
            }
        }
        guard let credential = parts["Credential"].flatMap(Credential.init) else { throw .malformedHeader("Credential is missing or malformed.") }
        guard let names = parts["SignedHeaders"], let signature = parts["Signature"] else {
            throw .malformedHeader("SignedHeaders or Signature is missing.")
        }
        guard let date = Self.date(of: request) else { throw .malformedHeader("A valid X-Amz-Date or Date header is required.") }
        self.init(
            accessKey: credential.accessKey, scope: credential.scope, date: date, signedHeaders: names.split(separator: ";").map(String.init),
            signature: signature, sessionToken: request.header("x-amz-security-token"), expires: nil)
    }

    private static func date(of request: SigningRequest) -> SigningDate? {
        if let text = request.header("x-amz-date") { return SigningDate(text) }
        guard let text = request.header("date") else { return nil }
        return SigningDate(text) ?? Timestamp(httpDate: text).map { SigningDate(UnixTime(seconds: $0.secondsSinceEpoch)) }
    }

    /// The `X-Amz-…` parameters of a presigned URL.
    private init(query: [QueryString.Pair]) throws(SigV4Refusal) {
        func one(_ name: String) throws(SigV4Refusal) -> String {
            let values = query.filter { $0.name == name }.map(\.value)
            guard values.count == 1 else { throw .malformedQuery("Query-string authentication requires \(name) exactly once.") }
            return values[0]
        }
        guard try one("X-Amz-Algorithm") == SigV4Signer.algorithm else { throw .malformedQuery("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\".") }
        guard let credential = Credential(try one("X-Amz-Credential")) else { throw .malformedQuery("X-Amz-Credential is malformed.") }
        guard let date = SigningDate(try one("X-Amz-Date")) else {
            throw .malformedQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\".")
        }
        guard let seconds = Int64(try one("X-Amz-Expires")), (1...SigV4Signer.longestPresignedSeconds).contains(seconds) else {
            throw .malformedQuery("X-Amz-Expires must be a number of 1 to 604800 seconds.")
        }
        let names = try one("X-Amz-SignedHeaders"), signature = try one("X-Amz-Signature")
        self.init(
            accessKey: credential.accessKey, scope: credential.scope, date: date, signedHeaders: names.split(separator: ";").map(String.init),
            signature: signature, sessionToken: query.first { $0.name == "X-Amz-Security-Token" }?.value, expires: .seconds(seconds))
    }

    private init(
        accessKey: String, scope: SigningScope, date: SigningDate, signedHeaders: [String], signature: String, sessionToken: String?, expires: Duration?
    ) {
        self.accessKey = accessKey
        self.scope = scope
        self.date = date
        self.signedHeaders = signedHeaders
        self.signature = signature
        self.sessionToken = sessionToken
        self.expires = expires
    }

    /// `AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request`.
    private struct Credential {
        let accessKey: String
        let scope: SigningScope

        init?(_ text: String) {
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, let scope = SigningScope(parts[1]) else { return nil }
            accessKey = String(parts[0])
            self.scope = scope
        }
    }
}
