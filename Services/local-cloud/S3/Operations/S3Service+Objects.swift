import Encoding
import HTTPCore
import Platform

extension S3Service {
    func putObject(_ key: ObjectKey, in bucket: BucketName, _ call: CloudCall) async throws -> Response {
        let attributes = try attributes(of: call.request, in: bucket)
        let (file, dataID, facts) = try await receiver.receive(call, limitBytes: Self.maximumUploadBytes)
        let object = StoredObject(
            key: key, dataID: dataID, byteCount: facts.byteCount, tag: Hex.encode(facts.md5), lastModified: store.now, attributes: attributes,
            checksum: facts.checksum)
        let conditions = ObjectConditions(call.request.fields)
        try await workers.run { [store] in
            try store.put(object, in: bucket, if: conditions)
            file.keep()
        }
        return Response(fields: ObjectFields.written(object))
    }

    /// What the head says about an object; refused where the bucket's policy wants another encryption.
    func attributes(of request: Request, in bucket: BucketName) throws(CloudError) -> ObjectAttributes {
        let attributes = try ObjectAttributes(request.fields)
        let requiresKMS = try store.ask { (index) throws(CloudError) in try index.bucket(bucket).policy?.requiresKMS ?? false }
        if requiresKMS, attributes.encryption == .aes256 { throw .encryptionDenied }
        return attributes
    }

    func getObject(_ key: ObjectKey, in bucket: BucketName, _ request: Request, _ query: QueryString) async throws -> Response {
        let (object, file) = try await workers.run { [store] in try store.open(key, in: bucket) }
        switch ObjectConditions(request.fields).outcome(tag: object.tag, lastModified: object.lastModified) {
        case .proceed: break
        case .notModified: return Response(status: .notModified, fields: ObjectFields.validators(object))
        case .failed: throw CloudError.preconditionFailed
        }
        let range = request.fields[.range]
        switch ObjectRange(range, byteCount: object.byteCount) {
        case .unsatisfiable: throw CloudError.invalidRange(range ?? "", byteCount: object.byteCount)
        case .whole:
            let wantsChecksum = request.fields["x-amz-checksum-mode"]?.lowercased() == "enabled"
            return Response(fields: ObjectFields.read(object, query, withChecksum: wantsChecksum), body: .file(FileBody(file)))
        case .part(let part):
            // A checksum of the whole would be taken for one of the part.
            var fields = ObjectFields.read(object, query, withChecksum: false)
            fields.append(.contentRange, "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(object.byteCount)")
            return Response(status: 206, fields: fields, body: .file(FileBody(file, range: part)))
        }
    }

    func deleteObject(_ key: ObjectKey, in bucket: BucketName) async throws -> Response {
        try await workers.run { [store] in try store.delete(key, in: bucket) }
        return Response(status: .noContent)
    }
}
