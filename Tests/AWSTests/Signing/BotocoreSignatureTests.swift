import AWS
import Crypto
import Encoding
import JSON
import Platform
import Testing

/// Signatures of a real botocore; `Tests/Peers/botocore_signatures.py` asks it again.
@Suite struct BotocoreSignatureTests {
    private static let document = Peer.document("botocore_signatures.json")
    private static let credentials: [AWSCredentials] = document["credentials"]!.arrayValue!.map { parts in
        AWSCredentials(accessKey: parts[0]!.stringValue!, secretKey: Secret(parts[1]!.stringValue!), sessionToken: parts[2]?.stringValue.map { Secret($0) })
    }
    private static let cases = document["cases"]!.arrayValue!.compactMap { try? SignedCase($0, credentials) }

    @Test func `there are 2,000 requests and more, as many of each kind`() {
        let kinds = Dictionary(grouping: Self.cases, by: \.variant).mapValues(\.count)
        #expect(Self.cases.count >= 2_000)
        #expect(kinds.count == 4 && Set(kinds.values).count == 1)
    }

    @Test(arguments: ["v4", "s3"]) func `headers are signed as botocore signs them`(variant: String) throws {
        for item in Self.cases where item.variant == variant {
            let signed = try item.signer.sign(item.request, with: item.credentials, at: item.moment)
            #expect(signed.header("authorization") == item.authorization, "\(item.request.url)")
            #expect(signed.header("x-amz-content-sha256") == item.contentDigest, "\(item.request.url)")
            #expect(signed.header("x-amz-security-token") == item.credentials.sessionToken?.reveal())
            #expect(signed.header("x-amz-date") == SigningDate(item.moment).text)
        }
    }

    @Test(arguments: ["v4-query", "s3-query"]) func `URLs are presigned as botocore presigns them`(variant: String) throws {
        for item in Self.cases where item.variant == variant {
            let presigned = try item.signer.presign(item.request, with: item.credentials, at: item.moment, expires: item.expires)
            // botocore leaves the host of the URL as it was given.
            #expect("\(presigned.path)?\(presigned.query)" == item.presignedTarget, "\(item.request.url)")
        }
    }

    @Test func `an S3 key becomes the path that botocore makes of it`() {
        for item in Self.cases { if let key = item.key { #expect(SigningRequest.path(encoding: key) == item.request.path) } }
    }

    @Test func `every request that is signed is accepted by the verifier, whichever way it was signed`() throws {
        let known = Dictionary(uniqueKeysWithValues: Self.credentials.map { ($0.accessKey, $0) })
        for item in Self.cases {
            let verifier = SigV4Verifier(services: [item.signer.service], variant: item.signer.variant) { known[$0] }
            var request = item.request
            if item.variant.hasSuffix("-query") {
                request = try item.signer.presign(request, with: item.credentials, at: item.moment, expires: item.expires)
            } else {
                request = try item.signer.sign(request, with: item.credentials, at: item.moment)
            }
            request.headers.append(.init("Host", request.host))
            #expect(throws: Never.self, "\(request.url)") { try verifier.verify(request, at: item.moment) }
        }
    }

    @Test func `tokens for RDS are those of botocore`() throws {
        let tokens = Self.document["tokens"]!.arrayValue!
        #expect(tokens.count >= 20)
        for token in tokens {
            let made = try DatabaseAuthToken.make(
                host: token["host"]!.stringValue!, port: token["port"]!.intValue!, user: token["user"]!.stringValue!, region: token["r"]!.stringValue!,
                credentials: Self.credentials[token["c"]!.intValue!], at: UnixTime(seconds: Int64(token["t"]!.intValue!)))
            #expect(made.reveal() == token["token"]!.stringValue!)
        }
    }

    @Test func `chunks without signatures are on the wire as botocore writes them`() {
        for body in Self.document["chunked"]!.arrayValue! {
            let length = body["length"]!.intValue!, chunkBytes = body["chunk"]!.intValue!
            let content = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7 + length) }
            let trailers = body["checksum"]!.stringValue.map { [SigningRequest.Header("x-amz-checksum-crc32", $0)] } ?? []
            var encoder = AWSChunkedEncoder(signer: nil)
            var wire: [UInt8] = []
            for start in stride(from: 0, to: length, by: chunkBytes) { wire += encoder.chunk(Array(content[start..<min(start + chunkBytes, length)])) }
            wire += encoder.finish(trailers: trailers)
            #expect(Hex.encode(SHA256.hash(wire)) == body["digest"]!.stringValue)
            #expect(
                AWSChunkedEncoder.encodedBytes(contentBytes: length, chunkBytes: chunkBytes, isSigned: false, trailers: trailers) == body["bytes"]!.intValue)
        }
    }
}

/// One request and what botocore made of it.
private struct SignedCase {
    let variant: String
    let request: SigningRequest
    let signer: SigV4Signer
    let credentials: AWSCredentials
    let moment: UnixTime
    let expires: Duration
    let key: String?
    let authorization: String?
    let contentDigest: String?
    let presignedTarget: String?

    init(_ item: JSONFragment, _ known: [AWSCredentials]) throws {
        variant = item["v"]!.stringValue!
        var request = try SigningRequest(method: item["m"]!.stringValue!, url: item["u"]!.stringValue!)
        if let pairs = item["q"]?.arrayValue { request.query = QueryString(pairs: pairs.map { .init($0[0]!.stringValue!, $0[1]!.stringValue!) }).encoded }
        request.headers = (item["h"]?.arrayValue ?? []).map { .init($0[0]!.stringValue!, $0[1]!.stringValue!) }
        request.payload =
            switch item["p"]?.stringValue {
            case "unsigned": .unsigned
            case "trailer": .unsignedChunksAndTrailers
            default: .bytes(Array((item["b"]?.stringValue ?? "").utf8))
            }
        self.request = request
        signer = SigV4Signer(region: item["r"]!.stringValue!, service: item["s"]!.stringValue!, variant: variant.hasPrefix("s3") ? .s3 : .standard)
        credentials = known[item["c"]!.intValue!]
        moment = UnixTime(seconds: Int64(item["t"]!.intValue!))
        expires = .seconds(item["e"]?.intValue ?? 0)
        key = item["k"]?.stringValue
        authorization = item["a"]?.stringValue
        contentDigest = item["d"]?.stringValue
        presignedTarget = item["url"]?.stringValue.map { url in
            let rest = url[url.firstRange(of: "://")!.upperBound...]
            return String(rest[rest.firstIndex(of: "/")!...])
        }
    }
}
