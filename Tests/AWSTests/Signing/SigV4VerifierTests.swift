import AWS
import Encoding
import Platform
import Testing

@Suite struct SigV4VerifierTests {
    private static let credentials = AWSCredentials(accessKey: "AKIDEXAMPLE", secretKey: Secret("secret"))
    private static let temporary = AWSCredentials(
        accessKey: "ASIATEMPORARY", secretKey: Secret("secret"), sessionToken: Secret("token/+="), expiration: UnixTime(seconds: 1_770_575_000))
    private static let moment = UnixTime(seconds: 1_770_571_223)

    private static func verifier(_ variant: SigningVariant = .s3) -> SigV4Verifier {
        SigV4Verifier(region: "us-east-1", services: [variant == .s3 ? "s3" : "bedrock"], variant: variant) { key in
            [credentials, temporary].first { $0.accessKey == key }
        }
    }

    private static func signer(_ variant: SigningVariant = .s3, region: String = "us-east-1") -> SigV4Signer {
        SigV4Signer(region: region, service: variant == .s3 ? "s3" : "bedrock", variant: variant)
    }

    private static func request() -> SigningRequest {
        SigningRequest(
            method: "PUT", host: "bucket.localhost:4566", path: "/a%20b/%E7%8C%AB", query: "acl&tag=1&tag=2",
            headers: [.init("Host", "bucket.localhost:4566"), .init("x-amz-meta-title", "two")], payload: .bytes(Array("content".utf8)))
    }

    private static func signed(_ credentials: AWSCredentials = credentials, _ variant: SigningVariant = .s3) throws -> SigningRequest {
        try signer(variant).sign(request(), with: credentials, at: moment)
    }

    private static func presigned(_ credentials: AWSCredentials = credentials) throws -> SigningRequest {
        try signer().presign(request(), with: credentials, at: moment, expires: .seconds(60))
    }

    private func refusal(_ request: SigningRequest, at moment: UnixTime = moment, _ variant: SigningVariant = .s3) -> SigV4Refusal? {
        do throws(SigV4Refusal) {
            _ = try Self.verifier(variant).verify(request, at: moment)
            return nil
        } catch {
            return error
        }
    }

    private func code(_ request: SigningRequest, at moment: UnixTime = moment, _ variant: SigningVariant = .s3) -> String? {
        refusal(request, at: moment, variant)?.answer(variant == .s3 ? .s3 : .restJSON).code
    }

    @Test func `a right signature tells whose it is and what it says of the content`() throws {
        let verified = try Self.verifier().verify(try Self.signed(), at: Self.moment)
        #expect(verified.accessKey == "AKIDEXAMPLE" && verified.scope.description == "20260208/us-east-1/s3/aws4_request")
        #expect(!verified.isPresigned && verified.payload.text == SigningPayload.bytes(Array("content".utf8)).text)
        let url = try Self.verifier().verify(try Self.presigned(Self.temporary), at: Self.moment)
        #expect(url.isPresigned && url.payload == .unsigned)
    }

    @Test func `anything that is signed and changed makes the signature wrong`() throws {
        let changes: [(inout SigningRequest) -> Void] = [
            { $0.method = "GET" }, { $0.path = "/a%20b/%E7%8C%AA" }, { $0.path += "/" }, { $0.query += "&x=1" },
            { $0.query.replaceSubrange($0.query.startIndex..<$0.query.firstIndex(of: "&")!, with: "acl=1") },
            { $0.headers[0].value = "other.localhost" }, { $0.headers[1].value = "three" },
        ]
        for original in [try Self.signed(), try Self.presigned()] {
            for change in changes {
                var request = original
                change(&request)
                #expect(code(request) == "SignatureDoesNotMatch")
            }
        }
    }

    @Test(arguments: 1...64) func `another digit anywhere in the signature is refused, and so is a shorter one`(fromEnd: Int) throws {
        for request in [try Self.signed(), try Self.presigned()] {
            let changes: [(String) -> String] = [{ Self.withAnotherDigit($0, fromEnd: fromEnd) }, { String($0.dropLast(fromEnd)) }]
            for change in changes {
                var changed = request
                if let place = changed.headers.firstIndex(where: { $0.name == "Authorization" }) {
                    changed.headers[place].value = change(changed.headers[place].value)
                } else {
                    changed.query = change(changed.query)
                }
                #expect(code(changed) == "SignatureDoesNotMatch")
            }
        }
    }

    /// The signature stands at the end, in small hexadecimal digits.
    private static func withAnotherDigit(_ text: String, fromEnd: Int) -> String {
        let place = text.index(text.endIndex, offsetBy: -fromEnd)
        return text[..<place] + (text[place] == "0" ? "1" : "0") + text[text.index(after: place)...]
    }

    @Test func `a refusal of the signature carries both texts, as S3 tells them`() throws {
        var request = try Self.signed()
        request.method = "GET"
        guard case .signatureMismatch(let canonical, let text)? = refusal(request) else {
            Issue.record("not refused")
            return
        }
        #expect(canonical.hasPrefix("GET\n/a%20b/%E7%8C%AB\nacl=&tag=1&tag=2\nhost:bucket.localhost:4566\n"))
        #expect(text.hasPrefix("AWS4-HMAC-SHA256\n20260208T172023Z\n20260208/us-east-1/s3/aws4_request\n"))
    }

    @Test func `content other than the signed one is refused, and content still to be read is not looked at`() throws {
        var request = try Self.signed()
        request.payload = .bytes(Array("forgery".utf8))
        #expect(code(request) == "XAmzContentSHA256Mismatch")
        request.payload = .unsigned
        #expect(code(request) == nil)
    }

    @Test(arguments: [(-901, true), (-900, false), (900, false), (901, true)]) func `a date may lie 15 minutes off`(seconds: Int, isRefused: Bool) throws {
        let code = code(try Self.signed(), at: Self.moment + .seconds(seconds))
        #expect(code == (isRefused ? "RequestTimeTooSkewed" : nil))
    }

    @Test(arguments: [(-901, true), (-900, false), (60, false), (61, true)]) func `a presigned URL has a beginning and an end`(
        seconds: Int, isRefused: Bool
    ) throws {
        #expect(code(try Self.presigned(), at: Self.moment + .seconds(seconds)) == (isRefused ? "AccessDenied" : nil))
    }

    @Test func `an unknown key, another region and another service are told apart`() throws {
        let stranger = AWSCredentials(accessKey: "AKIASTRANGER", secretKey: Secret("secret"))
        #expect(code(try Self.signed(stranger)) == "InvalidAccessKeyId")
        let elsewhere = try Self.signer(region: "eu-west-1").sign(Self.request(), with: Self.credentials, at: Self.moment)
        #expect(refusal(elsewhere)?.answer(.s3).message == "The region 'eu-west-1' is wrong; expecting 'us-east-1'")
        #expect(code(try Self.signed(Self.credentials, .standard)) == "AuthorizationHeaderMalformed")
    }

    @Test func `a session token must be there, be the right one, and be alive`() throws {
        #expect(code(try Self.signed(Self.temporary)) == nil)
        var request = try Self.signed(Self.temporary)
        request.headers.removeAll { $0.name == "X-Amz-Security-Token" }
        #expect(code(request) == "InvalidToken")
        let other = AWSCredentials(accessKey: "ASIATEMPORARY", secretKey: Secret("secret"), sessionToken: Secret("other"))
        #expect(code(try Self.signed(other)) == "InvalidToken")
        #expect(code(try Self.presigned(other)) == "InvalidToken")
        let later = UnixTime(seconds: 1_770_575_000)
        #expect(code(try Self.signer().sign(Self.request(), with: Self.temporary, at: later), at: later) == "ExpiredToken")
    }

    @Test func `S3 refuses an x-amz field that is not signed, and a request that is silent about its content`() throws {
        var request = try Self.signed()
        request.headers.append(.init("x-amz-acl", "public-read"))
        #expect(code(request) == "AccessDenied")
        var silent = try Self.signed()
        silent.headers.removeAll { $0.name == "X-Amz-Content-SHA256" }
        #expect(code(silent) == "InvalidRequest")
    }

    @Test func `a request without a signature is refused, and so is one with two`() throws {
        #expect(code(Self.request()) == "AccessDenied")
        #expect(code(Self.request(), Self.moment, .standard) == "MissingAuthenticationTokenException")
        var both = try Self.presigned()
        both.headers.append(.init("Authorization", "AWS4-HMAC-SHA256 Credential=x"))
        #expect(code(both) == "AuthorizationHeaderMalformed")
    }

    private func code(_ request: SigningRequest, _ moment: UnixTime, _ variant: SigningVariant) -> String? { code(request, at: moment, variant) }

    @Test(
        arguments: [
            "Basic dTpw", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 ", "AWS4-HMAC-SHA256 Credential=A/20260208/us-east-1/s3/aws4_request",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260208/us-east-1/s3/aws5, SignedHeaders=host, Signature=0",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/2026028/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260207/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260208/us-east-1/s3/aws4_request, SignedHeaders=x-amz-date, Signature=0",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260208/us-east-1/s3/aws4_request, SignedHeaders=x-amz-date;host, Signature=0",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260208/us-east-1/s3/aws4_request, SignedHeaders=host;host, Signature=0",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260208/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0, Signature=1",
        ]) func `a header that cannot be read is malformed`(authorization: String) throws
    {
        var request = try Self.signed()
        request.headers.removeAll { $0.name == "Authorization" }
        request.headers.append(.init("Authorization", authorization))
        #expect(code(request) == "AuthorizationHeaderMalformed")
    }

    @Test(
        arguments: [
            ("X-Amz-Expires=60", "X-Amz-Expires=0"), ("X-Amz-Expires=60", "X-Amz-Expires=604801"), ("X-Amz-Expires=60", "X-Amz-Expires=x"),
            ("X-Amz-Expires=60", "X-Amz-Expires=60&X-Amz-Expires=61"), ("X-Amz-Date=20260208T172023Z", "X-Amz-Date=2026-02-08"),
            ("X-Amz-Date=20260208T172023Z&", ""), ("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA512"), ("%2Faws4_request", ""), ("acl=", "acl=%zz"),
        ]) func `a query that cannot be read is malformed`(part: String, replacement: String) throws
    {
        var request = try Self.presigned()
        let range = try #require(request.query.firstRange(of: part))
        request.query.replaceSubrange(range, with: replacement)
        #expect(code(request) == "AuthorizationQueryParametersError")
    }

    @Test func `every dialect has a name and a status for a wrong signature`() {
        let wrong = SigV4Refusal.signatureMismatch(canonicalRequest: "", stringToSign: "")
        let answers = AWSErrorDialect.allCases.map { wrong.answer($0) }
        #expect(answers.map(\.code) == ["SignatureDoesNotMatch", "InvalidSignatureException", "InvalidSignatureException", "SignatureDoesNotMatch"])
        #expect(answers.map(\.status) == [403, 403, 400, 403])
    }

    @Test func `chunks of a verified request are verified with what it returns`() throws {
        var request = Self.request()
        request.payload = .signedChunks
        let (signed, signer) = try Self.signer().signChunked(request, with: Self.credentials, at: Self.moment)
        let verified = try Self.verifier().verify(signed, at: Self.moment)
        var encoder = AWSChunkedEncoder(signer: signer)
        let wire = encoder.chunk(Array("content".utf8)) + encoder.finish()
        #expect(verified.chunks != nil)
        var decoder = AWSChunkedDecoder(signer: verified.chunks, hasTrailers: false)
        let content = try decoder.add(wire.span)
        #expect(content == Array("content".utf8))
    }
}
