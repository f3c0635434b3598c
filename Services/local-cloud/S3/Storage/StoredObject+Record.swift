import JSON
import Platform

extension StoredObject {
    /// The object as it is kept in a file.
    var record: [UInt8] {
        let members: [JSONFragment.Member] = [
            .init("version", 1), .init("key", .string(key.text)), .init("data", .string(dataID)), .init("bytes", .int(byteCount)), .init("tag", .string(tag)),
            .init("modified_at", .int(Int(lastModified.seconds))), .init("checksum", checksum?.record ?? .null),
        ]
        return JSON.encode(JSONFragment.object(members + attributes.members))
    }

    /// Nil for a record that is not one of ours, whole.
    init?(record bytes: [UInt8]) {
        guard let record = try? JSON.parse(bytes, maximumDepth: 8), record["version"] == 1, let key = record["key"]?.stringValue,
            let dataID = record["data"]?.stringValue, UUIDText.isUUID(dataID), let byteCount = record["bytes"]?.intValue, let tag = record["tag"]?.stringValue,
            let seconds = record["modified_at"]?.intValue, let attributes = ObjectAttributes(record: record)
        else { return nil }
        self.init(
            key: ObjectKey(key), dataID: dataID, byteCount: byteCount, tag: tag, lastModified: UnixTime(seconds: Int64(seconds)), attributes: attributes,
            checksum: record["checksum"].flatMap { Checksum(record: $0) })
    }
}
