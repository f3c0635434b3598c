import Encoding
import HTTPCore
import Platform

@testable import AWS

/// Nothing is accepted that was not signed, what was signed is, and nothing of it may be changed. The input is a path, a query, and header fields, a line
/// each; all of it is an `Authorization` field too.
func fuzzSignature(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self), request = SigningRequest(lines: input)
    let claiming = SigningRequest(method: "GET", host: "example.com", headers: [.init("Authorization", text), .init("X-Amz-Date", "20130524T000000Z")])
    if let claim = try? SigV4Claim(of: claiming) { requireOneReading(of: claim) }
    for variant in [SigningVariant.standard, .s3] {
        let bench = SignatureBench(variant: variant)
        require(!bench.accepts(request) && !bench.accepts(claiming), "something is accepted that nobody signed")
        bench.requireSense(of: request.unsigned)
    }
}

/// A claim written anew is the same claim.
private func requireOneReading(of claim: SigV4Claim) {
    let header =
        "AWS4-HMAC-SHA256 Credential=\(claim.accessKey)/\(claim.scope), SignedHeaders=\(claim.signedHeaders.joined(separator: ";")), Signature=\(claim.signature)"
    let again = SigningRequest(method: "GET", host: "example.com", headers: [.init("Authorization", header), .init("X-Amz-Date", claim.date.text)])
    require((try? SigV4Claim(of: again)) == claim, "a claim written anew reads differently: \(header)")
}

private struct SignatureBench {
    let variant: SigningVariant

    private static let now = UnixTime(seconds: 1_369_353_600)
    private static let credentials = AWSCredentials(
        accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), sessionToken: Secret("a token/+="))
    private static let keys = SigningKeyCache()

    func accepts(_ request: SigningRequest) -> Bool {
        let verifier = SigV4Verifier(services: ["s3"], variant: variant, keys: Self.keys) { $0 == Self.credentials.accessKey ? Self.credentials : nil }
        return (try? verifier.verify(request, at: Self.now)) != nil
    }

    func requireSense(of request: SigningRequest) {
        let signer = SigV4Signer(region: "us-east-1", service: "s3", variant: variant, keys: Self.keys)
        guard let signed = try? signer.sign(request, with: Self.credentials, at: Self.now),
            let presigned = try? signer.presign(request, with: Self.credentials, at: Self.now, expires: .seconds(60))
        else { return }
        for good in [signed, presigned] {
            require(accepts(good), "what was signed is refused: \(good)")
            // S3 signs no content of a presigned URL.
            let changes = variant == .s3 && good == presigned ? good.changes : good.changes + [good.otherContent]
            for bad in changes { require(!accepts(bad), "a change is not seen: \(bad)") }
        }
    }
}

extension SigningRequest {
    fileprivate init(lines input: [UInt8]) {
        let lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        let headers = lines.dropFirst(2).compactMap { line -> Header? in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy(FieldSyntax.isTokenByte), parts[1].utf8.allSatisfy(FieldSyntax.isValueByte)
            else { return nil }
            return Header(String(parts[0]), String(parts[1]))
        }
        self.init(method: "PUT", host: "bucket.s3.amazonaws.com", path: "/\(lines[0])", query: lines.count > 1 ? lines[1] : "", headers: headers)
    }

    /// Without what claims to be a signature, or says something of the content that is not so; with a host, as every request has one.
    fileprivate var unsigned: SigningRequest {
        var request = self
        if let pairs = try? CanonicalQuery.pairs(query), pairs.contains(where: { $0.name.hasPrefix("X-Amz-") }) { request.query = "" }
        request.headers.removeAll { ["authorization", "x-amz-content-sha256", "x-amz-security-token"].contains($0.name.lowercased()) }
        request.headers.append(.init("Host", host))
        return request
    }

    /// The same with one thing changed: the path, the query, a header field that is signed.
    fileprivate var changes: [SigningRequest] {
        var path = self, query = self, host = self
        path.path += "x"
        query.query += query.query.isEmpty ? "x" : "&x"
        host.headers.insert(.init("Host", "elsewhere.example.com"), at: 0)
        return [path, query, host]
    }

    /// The same with other content, and with its digest.
    fileprivate var otherContent: SigningRequest {
        var request = self
        request.payload = .bytes([1])
        request.setHeader("X-Amz-Content-SHA256", request.payload.text)
        return request
    }
}
