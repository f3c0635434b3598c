import JSON

extension ObjectAttributes {
    /// What a record says of them.
    var members: [JSONFragment.Member] {
        [
            .init("fields", .fields(fields)), .init("metadata", .fields(metadata)),
            .init("kms_key", encryption.keyID.map { .string($0) } ?? .null),
        ]
    }

    /// Nil for a record without them.
    init?(record: JSONFragment) {
        guard let fields = record["fields"]?.fields, let metadata = record["metadata"]?.fields else { return nil }
        let encryption = record["kms_key"]?.stringValue.map { Encryption.kms(keyID: $0) } ?? .aes256
        self.init(fields: fields, metadata: metadata, encryption: encryption)
    }
}

extension Checksum {
    /// As a member of a record.
    var record: JSONFragment { ["algorithm": .string(algorithm.rawValue), "value": .string(value), "scope": .string(scope.rawValue)] }

    /// Nil for what is none.
    init?(record: JSONFragment) {
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
