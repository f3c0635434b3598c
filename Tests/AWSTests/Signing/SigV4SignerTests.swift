import AWS
import Platform
import Testing

@Suite struct SigV4SignerTests {
    private static let moment = UnixTime(seconds: 1_770_571_223)
    private let credentials = AWSCredentials(accessKey: "AKIDEXAMPLE", secretKey: Secret("secret"))
    private let keys = SigningKeyCache(capacity: 2)
    private var signer: SigV4Signer { SigV4Signer(region: "us-east-1", service: "bedrock", keys: keys) }

    private func signature(
        _ request: SigningRequest = SigningRequest(method: "GET", host: "example.com"), at moment: UnixTime = moment, _ credentials: AWSCredentials? = nil
    ) throws -> String? {
        try signer.sign(request, with: credentials ?? self.credentials, at: moment).header("authorization")
    }

    @Test func `a key is derived once a day`() throws {
        _ = try signature()
        _ = try signature(at: Self.moment + .seconds(60))
        #expect(keys.derivations == 1)
        _ = try signature(at: Self.moment + .seconds(86_400))
        #expect(keys.derivations == 2)
    }

    @Test func `the cache is bounded, and what made room is derived again`() throws {
        let before = try signature()
        for day in 1...5 { _ = try signature(at: Self.moment + .seconds(86_400 * day)) }
        #expect(keys.count == 2)
        #expect(try signature() == before)
        #expect(keys.derivations == 7)
    }

    @Test func `a key that was given a new secret signs with that`() throws {
        let before = try signature()
        #expect(try signature(AWSCredentials(accessKey: "AKIDEXAMPLE", secretKey: Secret("other"))) != before)
        #expect(try signature() == before)
    }

    private func signature(_ credentials: AWSCredentials) throws -> String? {
        try signature(SigningRequest(method: "GET", host: "example.com"), at: Self.moment, credentials)
    }

    @Test func `an attempt that is signed anew has one signature, date and token`() throws {
        let temporary = AWSCredentials(accessKey: "ASIA", secretKey: Secret("secret"), sessionToken: Secret("old"))
        let first = try signer.sign(SigningRequest(method: "GET", host: "example.com"), with: temporary, at: Self.moment)
        let second = try signer.sign(first, with: credentials, at: Self.moment + .seconds(5))
        #expect(second.headers.map(\.name) == ["X-Amz-Date", "Authorization"])
        #expect(second.header("x-amz-date") == "20260208T172028Z")
    }

    @Test func `a URL that is presigned anew has one signature`() throws {
        let request = SigningRequest(method: "GET", host: "example.com", query: "a=1")
        let first = try signer.presign(request, with: credentials, at: Self.moment, expires: .seconds(60))
        #expect(try signer.presign(first, with: credentials, at: Self.moment, expires: .seconds(60)) == first)
    }

    @Test(arguments: ["a=%2f+b", "a=%2F%20b"]) func `spellings of one query have one signature`(query: String) throws {
        let plain = SigningRequest(method: "GET", host: "example.com", query: "a=/ b")
        #expect(try signature(SigningRequest(method: "GET", host: "example.com", query: query)) == signature(plain))
    }

    @Test(arguments: [Duration.zero, .milliseconds(999), .seconds(604_801)]) func `a presigned URL lives 1 second to 7 days`(life: Duration) {
        #expect(throws: SigningError.expiresOutOfRange) {
            try signer.presign(SigningRequest(method: "GET", host: "example.com"), with: credentials, at: Self.moment, expires: life)
        }
    }

    @Test func `chunks cannot be presigned`() {
        let request = SigningRequest(method: "PUT", host: "example.com", payload: .signedChunks)
        #expect(throws: SigningError.chunksCannotBePresigned) { try signer.presign(request, with: credentials, at: Self.moment, expires: .seconds(1)) }
    }

    @Test(arguments: ["example.com/", "ftp://example.com/", "https:///a", "https://user@example.com/", "https://example.com/ü", "https://example.com/a b", ""])
    func `a URL that cannot be signed rightly is refused`(url: String) {
        #expect(throws: SigningError.malformedURL) { try SigningRequest(method: "GET", url: url) }
    }

    @Test(
        arguments: [
            ("https://Example.com", "example.com", "/", ""), ("https://example.com:443/a?b=c#d", "example.com", "/a", "b=c"),
            ("http://example.com:443?x", "example.com:443", "/", "x"), ("http://[::1]:80/?", "[::1]", "/", ""), ("http://[::443]/", "[::443]", "/", ""),
        ]) func `a URL is taken apart`(url: String, host: String, path: String, query: String) throws
    {
        let request = try SigningRequest(method: "GET", url: url)
        #expect(request.host == host && request.path == path && request.query == query)
    }

    @Test func `a query that cannot be read is refused`() {
        #expect(throws: SigningError.malformedQuery) { try signature(SigningRequest(method: "GET", host: "example.com", query: "a=%zz")) }
    }

    @Test func `secrets do not print themselves`() {
        let text = "\(AWSCredentials(accessKey: "AKID", secretKey: Secret("hush"), sessionToken: Secret("hush")))"
        #expect(text.contains("AKID") && !text.contains("hush"))
    }
}
