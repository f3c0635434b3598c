import AWS
import Encoding
import HTTPCore

/// What the head of an upload says about its content.
struct ContentExpectation: Sendable, Equatable {
    /// Raw, of `Content-MD5`.
    var md5: [UInt8]?
    /// What is to be computed, and with a value compared.
    var algorithm: ChecksumAlgorithm?
    /// In base64; nil when it comes in a trailer, or is not told.
    var checksum: String?
    /// Whether a trailer will tell it.
    var isInTrailer = false
    /// What `X-Amz-Decoded-Content-Length` says.
    var decodedBytes: Int?

    /// Reads a head. Source: Amazon S3 user guide, "Checking object integrity".
    init(_ fields: Fields) throws(CloudError) {
        if let text = fields["Content-MD5"] {
            guard let digest = Base64.decode(text), digest.count == 16 else { throw .invalidDigest }
            md5 = digest
        }
        decodedBytes = fields["X-Amz-Decoded-Content-Length"].flatMap(Int.init)
        let told = ChecksumAlgorithm.allCases.compactMap { algorithm in fields[FieldName(algorithm.field)].map { (algorithm, $0) } }
        let trailing = fields.all("x-amz-trailer").flatMap { $0.lowercased().split(separator: ",").map { $0.filter { $0 != " " } } }
        let trailed = ChecksumAlgorithm.allCases.filter { trailing.contains($0.field) }
        guard told.count + trailed.count <= 1 else {
            throw CloudError("InvalidRequest", "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.")
        }
        let wanted = try Self.wanted(fields)
        algorithm = told.first?.0 ?? trailed.first ?? wanted
        checksum = told.first?.1
        isInTrailer = !trailed.isEmpty
    }

    /// What is asked for without a value.
    private static func wanted(_ fields: Fields) throws(CloudError) -> ChecksumAlgorithm? {
        guard let name = fields["x-amz-sdk-checksum-algorithm"] ?? fields["x-amz-checksum-algorithm"] else { return nil }
        guard let algorithm = ChecksumAlgorithm(rawValue: name.uppercased()) else {
            throw CloudError(
                "InvalidRequest",
                "Checksum algorithm provided is unsupported. Please try again with any of the valid types: CRC32, CRC32C, CRC64NVME, SHA1, SHA256")
        }
        return algorithm
    }
}
