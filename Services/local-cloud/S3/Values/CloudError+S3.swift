// The errors of S3. Source: Amazon S3 API, "List of error codes".
extension CloudError {
    static let malformedXML = CloudError("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema")
    static let invalidPartOrder = CloudError("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.")
    static let invalidURI = CloudError("InvalidURI", "Couldn't parse the specified URI.")
    static let methodNotAllowed = CloudError("MethodNotAllowed", "The specified method is not allowed against this resource.", status: 405)
    static let badDigest = CloudError("BadDigest", "The Content-MD5 you specified did not match what we received.")
    static let invalidDigest = CloudError("InvalidDigest", "The Content-MD5 you specified is not valid.")
    static let incompleteBody = CloudError("IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header.")
    static let entityTooLarge = CloudError("EntityTooLarge", "Your proposed upload exceeds the maximum allowed object size.")
    static let preconditionFailed = CloudError("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", status: 412)
    static let keyTooLong = CloudError("KeyTooLongError", "Your key is too long", details: [.init("MaxSizeAllowed", "\(ObjectKey.maximumBytes)")])
    static let metadataTooLarge = CloudError(
        "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size",
        details: [.init("MaxSizeAllowed", "\(ObjectAttributes.maximumMetadataBytes)")])
    static let tooManyBuckets = CloudError("TooManyBuckets", "You have attempted to create more buckets than allowed")
    static let tooManyObjects = CloudError("ServiceUnavailable", "This stand-in holds as many objects as it may.", status: 503)
    static let encryptionDenied = CloudError(
        "AccessDenied",
        "User: arn:aws:iam::000000000000:user/local is not authorized to perform: s3:PutObject with an explicit deny in a resource-based policy", status: 403)
    static let copyOntoItself = CloudError(
        "InvalidRequest",
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes."
    )

    static func notImplemented(_ what: String) -> CloudError {
        CloudError("NotImplemented", "This stand-in has no \(what).", status: 501)
    }

    static func notImplementedHeader(_ name: String) -> CloudError {
        CloudError(
            "NotImplemented", "A header you provided implies functionality that is not implemented: this stand-in has nothing for \(name).", status: 501,
            details: [.init("Header", name)])
    }

    static let copyTooLarge = CloudError(
        "InvalidRequest", "The specified copy source is larger than the maximum allowable size for a copy source: \(S3Service.maximumUploadBytes)")

    static func invalidArgument(_ message: String, name: String, value: String) -> CloudError {
        CloudError("InvalidArgument", message, details: [.init("ArgumentName", name), .init("ArgumentValue", value)])
    }

    static func noSuchBucket(_ name: String) -> CloudError {
        CloudError("NoSuchBucket", "The specified bucket does not exist", status: 404, details: [.init("BucketName", name)])
    }

    static func invalidBucketName(_ name: String) -> CloudError {
        CloudError("InvalidBucketName", "The specified bucket is not valid.", details: [.init("BucketName", name)])
    }

    static func bucketExists(_ name: BucketName) -> CloudError {
        CloudError(
            "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", status: 409,
            details: [.init("BucketName", name.text)])
    }

    static func bucketNotEmpty(_ name: BucketName) -> CloudError {
        CloudError("BucketNotEmpty", "The bucket you tried to delete is not empty", status: 409, details: [.init("BucketName", name.text)])
    }

    static func noSuchBucketPolicy(_ name: BucketName) -> CloudError {
        CloudError("NoSuchBucketPolicy", "The bucket policy does not exist", status: 404, details: [.init("BucketName", name.text)])
    }

    static func noSuchKey(_ key: ObjectKey) -> CloudError {
        CloudError("NoSuchKey", "The specified key does not exist.", status: 404, details: [.init("Key", key.text)])
    }

    static func noSuchUpload(_ id: String) -> CloudError {
        CloudError(
            "NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.", status: 404,
            details: [.init("UploadId", id)])
    }

    static func invalidPart(number: Int, uploadID: String) -> CloudError {
        CloudError(
            "InvalidPart",
            "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
            details: [.init("UploadId", uploadID), .init("PartNumber", "\(number)")])
    }

    static func entityTooSmall(_ part: MultipartUpload.Part) -> CloudError {
        CloudError(
            "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size",
            details: [
                .init("ProposedSize", "\(part.byteCount)"), .init("MinSizeAllowed", "\(MultipartUpload.smallestPartBytes)"),
                .init("PartNumber", "\(part.number)"), .init("ETag", part.tag),
            ])
    }

    static func invalidRange(_ range: String, byteCount: Int) -> CloudError {
        CloudError(
            "InvalidRange", "The requested range is not satisfiable", status: 416,
            details: [.init("RangeRequested", range), .init("ActualObjectSize", "\(byteCount)")])
    }

    static func checksumMismatch(_ algorithm: ChecksumAlgorithm) -> CloudError {
        CloudError("BadDigest", "The \(algorithm.rawValue) you specified did not match the calculated checksum.")
    }

    static func invalidChecksum(_ field: String) -> CloudError {
        CloudError("InvalidRequest", "Value for \(field) header is invalid.")
    }
}
