import Encoding
import HTTPCore
import Platform

extension ObjectAttributes {
    /// What the head of an upload says.
    init(_ fields: Fields) throws(CloudError) {
        for name in Self.kept {
            let values = fields.all(FieldName(name)).flatMap { name == "Content-Encoding" ? Self.withoutChunks($0) : [$0] }
            if !values.isEmpty { self.fields.append(Field(name, values.joined(separator: ", "))) }
        }
        if !self.fields.contains(where: { $0.name == "Content-Type" }) { self.fields.insert(Field("Content-Type", Self.defaultContentType), at: 0) }
        for (name, value) in fields {
            let name = name.text.lowercased()
            if name.hasPrefix(Self.metadataPrefix) { metadata.append(Field(String(name.dropFirst(Self.metadataPrefix.count)), value)) }
        }
        guard metadata.reduce(0, { $0 + $1.name.utf8.count + $1.value.utf8.count }) <= Self.maximumMetadataBytes else { throw .metadataTooLarge }
        encryption = try Encryption(fields)
    }

    /// `aws-chunked` is about the upload, not about the object.
    private static func withoutChunks(_ value: String) -> [String] {
        let codings = value.split(separator: ",").map { $0.filter { $0 != " " } }.filter { $0.lowercased() != "aws-chunked" }
        return codings.isEmpty ? [] : [codings.joined(separator: ",")]
    }
}

extension Encryption {
    /// What is asked for. Source: Amazon S3 user guide, "Specifying server-side encryption with AWS KMS".
    init(_ fields: Fields) throws(CloudError) {
        let keyID = fields["x-amz-server-side-encryption-aws-kms-key-id"]
        switch fields["x-amz-server-side-encryption"] {
        case "aws:kms": self = .kms(keyID: keyID ?? Self.defaultKey)
        case nil, "AES256":
            guard keyID == nil else {
                throw .invalidArgument(
                    "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms",
                    name: "x-amz-server-side-encryption", value: "null")
            }
            self = .aes256
        case let other?:
            throw .invalidArgument("The encryption method specified is not supported", name: "x-amz-server-side-encryption", value: other)
        }
    }
}

/// The fields that answers about an object have.
enum ObjectFields {
    /// After an upload.
    static func written(_ object: StoredObject) -> Fields {
        var fields: Fields = [.etag: "\"\(object.tag)\""]
        fields.append(contentsOf: encryption(object.attributes.encryption))
        if let checksum = object.checksum { fields.append(contentsOf: Self.checksum(checksum)) }
        return fields
    }

    /// With an object's content, or instead of it.
    static func read(_ object: StoredObject, _ query: QueryString, withChecksum: Bool) -> Fields {
        var fields = validators(object)
        for field in object.attributes.fields { fields.append(FieldName(field.name), query.last("response-\(field.name.lowercased())") ?? field.value) }
        for name in ObjectAttributes.kept where !object.attributes.fields.contains(where: { $0.name == name }) {
            if let value = query.last("response-\(name.lowercased())") { fields.append(FieldName(name), value) }
        }
        fields.append(.acceptRanges, "bytes")
        for field in object.attributes.metadata { fields.append(FieldName(ObjectAttributes.metadataPrefix + field.name), field.value) }
        if withChecksum, let checksum = object.checksum { fields.append(contentsOf: Self.checksum(checksum)) }
        return fields
    }

    /// What tells versions apart, also with 304.
    static func validators(_ object: StoredObject) -> Fields {
        var fields: Fields = [.etag: "\"\(object.tag)\"", .lastModified: Timestamp(secondsSinceEpoch: object.lastModified.seconds).httpDate]
        fields.append(contentsOf: encryption(object.attributes.encryption))
        return fields
    }

    static func encryption(_ encryption: Encryption) -> Fields {
        switch encryption {
        case .aes256: ["x-amz-server-side-encryption": "AES256"]
        case .kms(let keyID): ["x-amz-server-side-encryption": "aws:kms", "x-amz-server-side-encryption-aws-kms-key-id": keyID]
        }
    }

    static func checksum(_ checksum: Checksum) -> Fields {
        [FieldName(checksum.algorithm.field): checksum.value, "x-amz-checksum-type": checksum.scope.rawValue]
    }
}
