import JSON
import Platform

extension StoredObject {
    /// The object as it is kept in a file.
    var record: [UInt8] {
        JSON.encode(
            [
                "version": 1, "key": .string(key.text), "data": .string(dataID), "bytes": .int(byteCount), "tag": .string(tag),
                "modified_at": .int(Int(lastModified.seconds)), "fields": .fields(attributes.fields), "metadata": .fields(attributes.metadata),
                "kms_key": attributes.encryption.keyID.map { .string($0) } ?? .null, "checksum": checksum?.record ?? .null,
            ] as JSONFragment)
    }

    /// Nil for a record that is not one of ours, whole.
    init?(record bytes: [UInt8]) {
        guard let record = try? JSON.parse(bytes, maximumDepth: 8), record["version"] == 1, let key = record["key"]?.stringValue,
            let dataID = record["data"]?.stringValue, UUIDText.isUUID(dataID), let byteCount = record["bytes"]?.intValue, let tag = record["tag"]?.stringValue,
            let seconds = record["modified_at"]?.intValue, let fields = record["fields"]?.fields, let metadata = record["metadata"]?.fields
        else { return nil }
        let encryption = record["kms_key"]?.stringValue.map { Encryption.kms(keyID: $0) } ?? .aes256
        self.init(
            key: ObjectKey(key), dataID: dataID, byteCount: byteCount, tag: tag, lastModified: UnixTime(seconds: Int64(seconds)),
            attributes: ObjectAttributes(fields: fields, metadata: metadata, encryption: encryption),
            checksum: record["checksum"].flatMap { Checksum(record: $0) })
    }
}

extension Checksum {
    fileprivate var record: JSONFragment { ["algorithm": .string(algorithm.rawValue), "value": .string(value), "scope": .string(scope.rawValue)] }

    fileprivate init?(record: JSONFragment) {
        guard let algorithm = record["algorithm"]?.stringValue.flatMap(ChecksumAlgorithm.init), let value = record["value"]?.stringValue,
            let scope = record["scope"]?.stringValue.flatMap(Scope.init)
        else { return nil }
        self.init(algorithm, value, scope: scope)
    }
}

extension JSONFragment {
    fileprivate static func fields(_ fields: [ObjectAttributes.Field]) -> JSONFragment { .array(fields.map { [.string($0.name), .string($0.value)] }) }

    fileprivate var fields: [ObjectAttributes.Field]? {
        arrayValue?.compactMap { pair in
            guard let name = pair[0]?.stringValue, let value = pair[1]?.stringValue else { return nil }
            return ObjectAttributes.Field(name, value)
        }
    }
}
