import Encoding
import HTTPCore
import Platform

extension S3Service {
    /// Makes a part of an object that is there, or of a range of it. Source: Amazon S3 API, UploadPartCopy.
    func copyPart(_ number: Int, of id: String, _ key: ObjectKey, in bucket: BucketName, _ request: Request) async throws -> Response {
        let upload = try store.ask { (index) throws(CloudError) in try index.upload(id, bucket, key) }
        let source = try CopySource(request.fields["x-amz-copy-source"] ?? ""), told = request.fields["x-amz-copy-source-range"]
        let conditions = ObjectConditions(request.fields, prefix: "x-amz-copy-source-"), now = store.now
        let part = try await workers.run { [store] in
            let (original, file) = try store.open(source.key, in: source.bucket)
            guard conditions.outcome(tag: original.tag, lastModified: original.lastModified) == .proceed else { throw CloudError.preconditionFailed }
            let range = try told.map { (text) throws(CloudError) in try CopySource.range(text, byteCount: original.byteCount) } ?? 0..<original.byteCount
            guard range.count <= Self.maximumUploadBytes else { throw CloudError.copyTooLarge }
            let part = try PartCopier(folder: store.folder).copy(range, of: file, number: number, upload.checksumAlgorithm, at: now)
            do {
                try store.put(part, of: id)
            } catch {
                store.folder.removeData(part.dataID)
                throw error
            }
            return part
        }
        let result = XMLText.elements([.init("ETag", "\"\(part.tag)\""), .init("LastModified", part.lastModified.s3Text)])
        let checksum = part.checksum.map { XMLText.element($0.algorithm.element, $0.value) } ?? ""
        return .s3("CopyPartResult", [result, checksum], fields: ObjectFields.encryption(upload.attributes.encryption))
    }
}

extension CopySource {
    /// The bytes that `x-amz-copy-source-range` names, which must be there and be told exactly.
    static func range(_ text: String, byteCount: Int) throws(CloudError) -> Range<Int> {
        let bounds =
            text.hasPrefix("bytes=") ? text.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false).map { isNumber($0) ? Int($0) : nil } : []
        guard bounds.count == 2, let first = bounds[0], let last = bounds[1], first <= last else {
            throw .invalidArgument(
                "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy",
                name: "x-amz-copy-source-range", value: text)
        }
        guard last < byteCount else {
            throw .invalidArgument("Range specified is not valid for source object of size: \(byteCount)", name: "x-amz-copy-source-range", value: text)
        }
        return first..<last + 1
    }

    private static func isNumber(_ text: Substring) -> Bool { (1...18).contains(text.utf8.count) && text.utf8.allSatisfy { $0 &- 48 < 10 } }
}
