import Encoding
import HTTPCore

/// What a request asks of S3, decided by method, place and query.
enum S3Operation: Sendable, Equatable {
    case listBuckets
    case createBucket, headBucket, deleteBucket, locateBucket
    case getPolicy, putPolicy, deletePolicy
    /// The second version of listing, or the first.
    case listObjects(isSecond: Bool)
    case deleteObjects
    case listUploads
    case getObject, headObject, putObject, copyObject, deleteObject
    case createUpload
    case uploadPart(uploadID: String, number: Int)
    case copyPart(uploadID: String, number: Int)
    case listParts(uploadID: String)
    case completeUpload(uploadID: String)
    case abortUpload(uploadID: String)

    init(_ request: Request, _ place: S3Place) throws(CloudError) {
        if let unknown = place.query.pairs.first(where: { Self.unknownResources.contains($0.name) }) { throw .notImplemented("?\(unknown.name)") }
        if let unknown = Self.unknownHeader(request.fields) { throw .notImplementedHeader(unknown) }
        if place.bucket == nil {
            guard request.method == .get else { throw .methodNotAllowed }
            self = .listBuckets
        } else if place.key == nil {
            self = try Self.ofBucket(request, place)
        } else {
            self = try Self.ofObject(request, place)
        }
    }

    private static func ofBucket(_ request: Request, _ place: S3Place) throws(CloudError) -> S3Operation {
        switch request.method {
        case .put: place.has("policy") ? .putPolicy : .createBucket
        case .head: .headBucket
        case .delete: place.has("policy") ? .deletePolicy : .deleteBucket
        case .post where place.has("delete"): .deleteObjects
        case .get where place.has("location"): .locateBucket
        case .get where place.has("policy"): .getPolicy
        case .get where place.has("uploads"): .listUploads
        case .get: .listObjects(isSecond: place.query.last("list-type") == "2")
        case .post: throw .notImplemented("POST of forms")
        default: throw .methodNotAllowed
        }
    }

    private static func ofObject(_ request: Request, _ place: S3Place) throws(CloudError) -> S3Operation {
        let uploadID = place.query.last("uploadId"), isCopy = request.fields.contains("x-amz-copy-source")
        switch (request.method, uploadID) {
        case (.put, let id?):
            let number = try partNumber(place)
            return isCopy ? .copyPart(uploadID: id, number: number) : .uploadPart(uploadID: id, number: number)
        case (.put, nil): return isCopy ? .copyObject : .putObject
        case (.get, let id?): return .listParts(uploadID: id)
        case (.get, nil), (.head, nil):
            if place.has("partNumber") { throw .notImplemented("partNumber of downloads") }
            return request.method == .get ? .getObject : .headObject
        case (.delete, let id?): return .abortUpload(uploadID: id)
        case (.delete, nil): return .deleteObject
        case (.post, let id?): return .completeUpload(uploadID: id)
        case (.post, nil) where place.has("uploads"): return .createUpload
        default: throw .methodNotAllowed
        }
    }

    private static func partNumber(_ place: S3Place) throws(CloudError) -> Int {
        let text = place.query.last("partNumber") ?? ""
        guard let number = Int(text), MultipartUpload.partNumbers.contains(number) else {
            throw .invalidArgument("Part number must be an integer between 1 and 10000, inclusive", name: "partNumber", value: text)
        }
        return number
    }

    /// Sub-resources of S3 that this stand-in has not: to ignore them would be to answer something else than was asked.
    private static let unknownResources: Set = [
        "accelerate", "acl", "analytics", "attributes", "cors", "encryption", "intelligent-tiering", "inventory", "legal-hold", "lifecycle", "logging",
        "metrics",
        "notification", "object-lock", "ownershipControls", "policyStatus", "publicAccessBlock", "renameObject", "replication", "requestPayment", "restore",
        "retention", "select", "tagging", "torrent", "versionId", "versioning", "versions", "website",
    ]
    /// A header that asks for what this stand-in has not; one that asks for what everybody has anyway is nothing to refuse.
    private static func unknownHeader(_ fields: Fields) -> String? {
        for (name, value) in fields {
            let name = name.text.lowercased()
            guard let harmless = unknownHeaders[name] ?? (name.hasPrefix("x-amz-grant-") ? [] : nil) else { continue }
            if !harmless.contains(value) { return name }
        }
        return nil
    }

    /// With the values that change nothing here.
    private static let unknownHeaders: [String: Set<String>] = [
        "x-amz-acl": ["private", "bucket-owner-full-control", "bucket-owner-read"], "x-amz-storage-class": ["STANDARD"], "x-amz-tagging": [""],
        "x-amz-server-side-encryption-customer-algorithm": [], "x-amz-copy-source-server-side-encryption-customer-algorithm": [],
        "x-amz-object-lock-mode": [], "x-amz-object-lock-legal-hold": ["OFF"], "x-amz-object-lock-retain-until-date": [],
        "x-amz-bucket-object-lock-enabled": ["false"], "x-amz-website-redirect-location": [], "x-amz-write-offset-bytes": [],
    ]
}
