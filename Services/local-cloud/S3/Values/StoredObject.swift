import Platform

/// What is known of an object beside its content.
struct StoredObject: Sendable, Equatable {
    var key: ObjectKey
    /// The name of the file with its content.
    var dataID: String
    var byteCount: Int
    /// Without quotes: the MD5 of the content, or that of the parts' MD5s with their number.
    var tag: String
    /// Whole seconds, as the dates of HTTP.
    var lastModified: UnixTime
    var attributes: ObjectAttributes
    var checksum: Checksum?
}

/// What whoever uploads says about an object.
struct ObjectAttributes: Sendable, Equatable {
    /// A field that is given back as it came.
    struct Field: Sendable, Equatable {
        var name: String
        var value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// `Content-Type` and its like, as named in `kept`.
    var fields: [Field] = []
    /// What stood in `x-amz-meta-…`, without that prefix, in small letters.
    var metadata: [Field] = []
    var encryption = Encryption.aes256

    /// The fields of HTTP that S3 keeps, in the order it gives them back.
    static let kept = ["Content-Type", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Expires"]
    static let defaultContentType = "binary/octet-stream"
    static let metadataPrefix = "x-amz-meta-"
    /// All names and values of metadata together. Source: Amazon S3 user guide, "Working with object metadata".
    static let maximumMetadataBytes = 2_048
}

/// How an object lies encrypted, as far as callers are told: this stand-in encrypts nothing.
enum Encryption: Sendable, Equatable {
    /// S3's own keys, the default.
    case aes256
    /// A key of KMS.
    case kms(keyID: String)

    /// The key's name, when it is one of KMS.
    var keyID: String? { if case .kms(let keyID) = self { keyID } else { nil } }

    /// What S3 names when no key was.
    static let defaultKey = "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000000"
}
