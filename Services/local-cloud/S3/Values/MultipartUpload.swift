import Crypto
import Encoding
import Platform

/// An upload in parts: what it will become, and which parts are there.
struct MultipartUpload: Sendable, Equatable {
    /// A part that was uploaded.
    struct Part: Sendable, Equatable {
        var number: Int
        /// The name of its file.
        var dataID: String
        var byteCount: Int
        /// Hexadecimal MD5.
        var tag: String
        var checksum: Checksum?
        var lastModified: UnixTime
    }

    /// A part as whoever completes the upload names it.
    struct WantedPart: Sendable, Equatable {
        var number: Int
        /// Without quotes.
        var tag: String
        var checksum: Checksum?
    }

    var id: String
    var bucket: BucketName
    var key: ObjectKey
    var attributes: ObjectAttributes
    var checksumAlgorithm: ChecksumAlgorithm?
    var checksumScope = Checksum.Scope.parts
    var startedAt: UnixTime
    /// By number.
    private(set) var parts: [Int: Part] = [:]

    /// Source: Amazon S3 user guide, "Amazon S3 multipart upload limits".
    static let partNumbers = 1...10_000
    static let smallestPartBytes = 5 * 1_048_576

    /// Keeps a part in the place of an earlier one, which is returned.
    mutating func put(_ part: Part) -> Part? { parts.updateValue(part, forKey: part.number) }

    /// The parts from a number on, at most so many, and whether there are more.
    func list(after marker: Int, limit: Int) -> (parts: [Part], isTruncated: Bool) {
        let rest = parts.keys.filter { $0 > marker }.sorted()
        return (rest.prefix(limit).compactMap { parts[$0] }, rest.count > limit)
    }

    /// The parts that make the object, in order.
    func assemble(_ wanted: [WantedPart]) throws(CloudError) -> [Part] {
        guard !wanted.isEmpty, wanted.count <= Self.partNumbers.upperBound else { throw .malformedXML }
        for (earlier, later) in zip(wanted, wanted.dropFirst()) where earlier.number >= later.number { throw .invalidPartOrder }
        var chosen: [Part] = []
        for want in wanted {
            guard let part = parts[want.number], part.tag == want.tag, want.checksum == nil || want.checksum == part.checksum else {
                throw .invalidPart(number: want.number, uploadID: id)
            }
            chosen.append(part)
        }
        for part in chosen.dropLast() where part.byteCount < Self.smallestPartBytes { throw .entityTooSmall(part) }
        return chosen
    }

    /// The MD5 of the parts' MD5s, and their number.
    static func tag(of parts: [Part]) -> String {
        let digests = parts.flatMap { Hex.decode($0.tag) ?? [] }
        return "\(Hex.encode(RunningDigest.hash(digests, .md5)))-\(parts.count)"
    }

    /// The checksum of the parts' checksums, and their number; nil unless every part has one.
    static func checksum(of parts: [Part], _ algorithm: ChecksumAlgorithm) -> Checksum? {
        let values = parts.compactMap { $0.checksum.flatMap { $0.algorithm == algorithm ? Base64.decode($0.value) : nil } }
        guard values.count == parts.count else { return nil }
        return Checksum(algorithm, "\(Base64.encode(RunningChecksum.of(values.flatMap(\.self), algorithm)))-\(parts.count)", scope: .parts)
    }
}
