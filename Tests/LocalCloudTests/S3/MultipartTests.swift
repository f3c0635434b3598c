import Encoding
import Platform
import Testing

@testable import local_cloud

@Suite struct MultipartTests {
    private var upload: MultipartUpload

    init() throws {
        upload = MultipartUpload(
            id: "u", bucket: try #require(BucketName("words")), key: ObjectKey("k"), attributes: ObjectAttributes(), checksumAlgorithm: .crc32,
            startedAt: UnixTime(seconds: 0))
        for number in 1...3 { _ = upload.put(part(number)) }
    }

    private func part(_ number: Int, byteCount: Int = MultipartUpload.smallestPartBytes) -> MultipartUpload.Part {
        // MD5 and CRC-32 of "part 1" to "part 3".
        let tags = ["fc3b77a2d9ab4a3ae3a1eb7d3ab7cd22", "9a2f7d1a0d54fb1bd42f0c0d8b1d7d3c", "0cc175b9c0f1b6a831c399e269772661"]
        return MultipartUpload.Part(
            number: number, dataID: "", byteCount: byteCount, tag: tags[(number - 1) % 3], checksum: Checksum(.crc32, "AAAAAA=="),
            lastModified: UnixTime(seconds: 0))
    }

    private func wanted(_ numbers: Int...) -> [MultipartUpload.WantedPart] { numbers.map { .init(number: $0, tag: part($0).tag) } }

    @Test func `parts are chosen in ascending order, not necessarily all`() throws {
        #expect(try upload.assemble(wanted(1, 3)).map(\.number) == [1, 3])
        #expect(throws: CloudError.invalidPartOrder) { try upload.assemble(wanted(2, 1)) }
        #expect(throws: CloudError.invalidPartOrder) { try upload.assemble(wanted(2, 2)) }
        #expect(throws: CloudError.malformedXML) { try upload.assemble([]) }
        #expect(throws: CloudError.invalidPart(number: 4, uploadID: "u")) { try upload.assemble(wanted(1, 4)) }
    }

    @Test func `tags and checksums must be those of the parts`() {
        #expect(throws: CloudError.invalidPart(number: 1, uploadID: "u")) { try upload.assemble([.init(number: 1, tag: "other")]) }
        let wrong = MultipartUpload.WantedPart(number: 1, tag: part(1).tag, checksum: Checksum(.crc32, "AAAAAQ=="))
        #expect(throws: CloudError.invalidPart(number: 1, uploadID: "u")) { try upload.assemble([wrong]) }
    }

    @Test func `only the last part may be small`() throws {
        var upload = upload
        let small = part(2, byteCount: MultipartUpload.smallestPartBytes - 1)
        _ = upload.put(small)
        #expect(try upload.assemble(wanted(1, 2)).count == 2)
        #expect(throws: CloudError.entityTooSmall(small)) { try upload.assemble(wanted(1, 2, 3)) }
    }

    /// Computed with Python's hashlib and zlib.
    @Test func `the tag is the MD5 of the parts' MD5s with their number`() {
        var first = part(1), second = part(2)
        first.tag = "900150983cd24fb0d6963f7d28e17f72"
        second.tag = "4ed9407630eb1000c0f6b63842defa7d"
        #expect(MultipartUpload.tag(of: [first, second]) == "4c8e93283780e078db9e0c6b9b3f8043-2")
        #expect(MultipartUpload.checksum(of: [first, second], .crc32)?.value == "ZSLfaQ==-2")
        second.checksum = nil
        #expect(MultipartUpload.checksum(of: [first, second], .crc32) == nil)
    }

    @Test func `parts are listed from a number on`() {
        let (parts, isTruncated) = upload.list(after: 1, limit: 1)
        #expect(parts.map(\.number) == [2] && isTruncated)
        #expect(upload.list(after: 2, limit: 1).isTruncated == false)
    }

    /// The check values of the catalogue of parametrised CRC algorithms.
    @Test(arguments: [
        (ChecksumAlgorithm.crc32, "cbf43926"), (.crc32c, "e3069283"), (.crc64nvme, "ae8b14860a799888"), (.sha1, "f7c3bc1d808e04732adf679965ccc34ca7ae3441"),
        (.sha256, "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"),
    ])
    func `checksums are those of the catalogue`(algorithm: ChecksumAlgorithm, expected: String) {
        let checksum = RunningChecksum(algorithm)
        checksum.update(Array("1234".utf8))
        checksum.update([])
        checksum.update(Array("56789".utf8))
        #expect(Hex.encode(checksum.finish()) == expected)
    }

    @Test(
        arguments: [
            (#"{"Statement":[{"Effect":"Deny","Action":"s3:PutObject","Condition":{"StringNotEquals":{"s3:x-amz-server-side-encryption":"aws:kms"}}}]}"#, true),
            (
                #"{"Statement":{"Effect":"Deny","Action":["s3:Get*","s3:*"],"Condition":{"StringNotEquals":{"s3:x-amz-server-side-encryption":["aws:kms"]}}}}"#,
                true
            ),
            (
                #"{"Statement":[{"Effect":"Allow","Action":"s3:PutObject","Condition":{"StringNotEquals":{"s3:x-amz-server-side-encryption":"aws:kms"}}}]}"#,
                false
            ),
            (
                #"{"Statement":[{"Effect":"Deny","Action":"s3:GetObject","Condition":{"StringNotEquals":{"s3:x-amz-server-side-encryption":"aws:kms"}}}]}"#,
                false
            ),
            (#"{"Statement":[{"Effect":"Deny","Action":"s3:PutObject","Condition":{"StringEquals":{"s3:x-amz-server-side-encryption":"aws:kms"}}}]}"#, false),
            ("{}", nil), ("", nil), ("[]", nil), (#"{"Statement":[{}]}"#, nil),
        ] as [(String, Bool?)])
    func `a policy is understood in one thing`(text: String, requiresKMS: Bool?) { #expect(BucketPolicy(text: text)?.requiresKMS == requiresKMS) }
}
