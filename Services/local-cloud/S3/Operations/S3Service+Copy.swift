import Encoding
import Glibc
import HTTPCore
import Platform

/// What a copy is made from: `/bucket/key` in `x-amz-copy-source`, percent-encoded.
struct CopySource: Sendable, Equatable {
    var bucket: BucketName
    var key: ObjectKey

    init(_ text: String) throws(CloudError) {
        let path = text.hasPrefix("/") ? text.dropFirst() : Substring(text)
        let parts = path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let bucket = BucketName(String(parts[0])), let key = PercentEncoding.decode(String(parts[1])), !key.isEmpty else {
            throw .invalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey", name: "x-amz-copy-source", value: text)
        }
        self.bucket = bucket
        self.key = ObjectKey(key)
    }
}

extension S3Service {
    /// The content is shared with the source, for contents are never changed.
    func copyObject(_ key: ObjectKey, in bucket: BucketName, _ request: Request) async throws -> Response {
        let source = try CopySource(request.fields["x-amz-copy-source"] ?? "")
        let replacesMetadata = request.fields["x-amz-metadata-directive"]?.uppercased() == "REPLACE"
        let told = try attributes(of: request, in: bucket), conditions = ObjectConditions(request.fields, prefix: "x-amz-copy-source-"), now = store.now
        let copy = try await workers.run { [store] in
            let dataID = UUIDText.random()
            let copy = try store.shareContent(of: source.key, in: source.bucket, as: dataID) { original in
                guard conditions.outcome(tag: original.tag, lastModified: original.lastModified) == .proceed else { throw CloudError.preconditionFailed }
                var copy = original
                copy.key = key
                copy.dataID = dataID
                copy.lastModified = now
                if replacesMetadata { copy.attributes = told } else { copy.attributes.encryption = told.encryption }
                guard source != CopySource(bucket: bucket, key: key) || copy.attributes != original.attributes || replacesMetadata else {
                    throw CloudError.copyOntoItself
                }
                return copy
            }
            do {
                try store.put(copy, in: bucket)
            } catch {
                store.folder.removeData(dataID)
                throw error
            }
            return copy
        }
        let result = XMLText.elements([.init("ETag", "\"\(copy.tag)\""), .init("LastModified", copy.lastModified.s3Text)])
        let checksum = copy.checksum.map { XMLText.element($0.algorithm.element, $0.value) } ?? ""
        return .s3("CopyObjectResult", [result, checksum], fields: ObjectFields.encryption(copy.attributes.encryption))
    }
}

extension S3Store {
    /// How often a copy begins anew whose source was replaced meanwhile.
    private static let copyAttempts = 100

    /// Gives the content of an object a further name, and returns what `copy` makes of the object whose content it is.
    fileprivate func shareContent(
        of key: ObjectKey, in bucket: BucketName, as dataID: String, _ copy: (StoredObject) throws -> StoredObject
    ) throws -> StoredObject {
        let path = folder.data(dataID)
        for _ in 0..<Self.copyAttempts {
            let (original, file) = try open(key, in: bucket)
            let copy = try copy(original)
            let status = withExtendedLifetime(file) { linkat(AT_FDCWD, "/proc/self/fd/\(file.descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) }
            if status == 0 { return copy }
            // A content that has lost its last name meanwhile gets no other: its object was replaced or removed.
            guard errno == ENOENT else { throw StateError.system(action: "link", path: path, code: errno) }
        }
        throw StateError.system(action: "link", path: path, code: ENOENT)
    }
}

extension CopySource {
    fileprivate init(bucket: BucketName, key: ObjectKey) {
        self.bucket = bucket
        self.key = key
    }
}
