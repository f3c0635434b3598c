import Encoding
import JSON
import Platform

extension MultipartUpload {
    /// Whether a text may be an upload's identifier, and so a folder's name: 24 bytes in hexadecimal.
    static func isID(_ text: String) -> Bool { Hex.decode(text)?.count == 24 }

    /// The upload without its parts, as it is kept in a file.
    var record: [UInt8] {
        let members: [JSONFragment.Member] = [
            .init("version", 1), .init("bucket", .string(bucket.text)), .init("key", .string(key.text)), .init("started_at", .int(Int(startedAt.seconds))),
            .init("checksum_algorithm", checksumAlgorithm.map { .string($0.rawValue) } ?? .null), .init("checksum_scope", .string(checksumScope.rawValue)),
        ]
        return JSON.encode(JSONFragment.object(members + attributes.members))
    }

    /// Nil for a record that is not one of ours.
    init?(record bytes: [UInt8], id: String) {
        guard let record = try? JSON.parse(bytes, maximumDepth: 8), record["version"] == 1, let bucket = record["bucket"]?.stringValue.flatMap(BucketName.init),
            let key = record["key"]?.stringValue, let seconds = record["started_at"]?.intValue, let attributes = ObjectAttributes(record: record),
            let scope = record["checksum_scope"]?.stringValue.flatMap(Checksum.Scope.init)
        else { return nil }
        self.init(
            id: id, bucket: bucket, key: ObjectKey(key), attributes: attributes,
            checksumAlgorithm: record["checksum_algorithm"]?.stringValue.flatMap(ChecksumAlgorithm.init), checksumScope: scope,
            startedAt: UnixTime(seconds: Int64(seconds)))
    }
}

extension MultipartUpload.Part {
    /// The part as it is kept in a file.
    var record: [UInt8] {
        JSON.encode(
            [
                "version": 1, "number": .int(number), "data": .string(dataID), "bytes": .int(byteCount), "tag": .string(tag),
                "modified_at": .int(Int(lastModified.seconds)), "checksum": checksum?.record ?? .null,
            ] as JSONFragment)
    }

    /// Nil for a record that is not one of ours.
    init?(record bytes: [UInt8]) {
        guard let record = try? JSON.parse(bytes, maximumDepth: 4), record["version"] == 1, let number = record["number"]?.intValue,
            MultipartUpload.partNumbers.contains(number), let dataID = record["data"]?.stringValue, UUIDText.isUUID(dataID),
            let byteCount = record["bytes"]?.intValue, let tag = record["tag"]?.stringValue, let seconds = record["modified_at"]?.intValue
        else { return nil }
        self.init(
            number: number, dataID: dataID, byteCount: byteCount, tag: tag, checksum: record["checksum"].flatMap { Checksum(record: $0) },
            lastModified: UnixTime(seconds: Int64(seconds)))
    }
}
