import AWS
import Crypto
import Encoding
import HTTPCore
import Platform

extension S3Service {
    func createUpload(_ key: ObjectKey, in bucket: BucketName, _ request: Request) async throws -> Response {
        let attributes = try attributes(of: request, in: bucket), expectation = try ContentExpectation(request.fields)
        let id = Hex.encode(SecureRandom.bytes(24))
        var upload = MultipartUpload(
            id: id, bucket: bucket, key: key, attributes: attributes, checksumAlgorithm: expectation.algorithm, startedAt: store.now)
        upload.checksumScope = try Self.checksumScope(request.fields, expectation.algorithm)
        let begun = upload
        try await workers.run { [store] in try store.begin(begun) }
        var fields = ObjectFields.encryption(attributes.encryption)
        if let algorithm = upload.checksumAlgorithm {
            fields.append("x-amz-checksum-algorithm", algorithm.rawValue)
            fields.append("x-amz-checksum-type", upload.checksumScope.rawValue)
        }
        let result = XMLText.elements([.init("Bucket", bucket.text), .init("Key", key.text), .init("UploadId", id)])
        return .s3("InitiateMultipartUploadResult", [result], fields: fields)
    }

    /// Digests are of the parts unless they are asked for of the whole, which only those of CRC can be made of.
    private static func checksumScope(_ fields: Fields, _ algorithm: ChecksumAlgorithm?) throws(CloudError) -> Checksum.Scope {
        let text = fields["x-amz-checksum-type"]?.uppercased()
        let scope = text.flatMap(Checksum.Scope.init) ?? (algorithm == .crc64nvme ? .whole : .parts)
        let isPossible = scope == .whole ? algorithm != .sha1 && algorithm != .sha256 : algorithm != .crc64nvme
        guard isPossible else {
            throw CloudError("InvalidRequest", "The \(scope.rawValue) checksum type cannot be used with the \(algorithm?.rawValue ?? "") checksum algorithm.")
        }
        return scope
    }

    func uploadPart(_ number: Int, of id: String, _ key: ObjectKey, in bucket: BucketName, _ call: CloudCall) async throws -> Response {
        let upload = try store.ask { (index) throws(CloudError) in try index.upload(id, bucket, key) }
        let (file, dataID, facts) = try await receiver.receive(call, limitBytes: Self.maximumUploadBytes)
        let part = MultipartUpload.Part(
            number: number, dataID: dataID, byteCount: facts.byteCount, tag: Hex.encode(facts.md5), checksum: facts.checksum, lastModified: store.now)
        try await workers.run { [store] in
            try store.put(part, of: id)
            file.keep()
        }
        var fields: Fields = [.etag: "\"\(part.tag)\""]
        fields.append(contentsOf: ObjectFields.encryption(upload.attributes.encryption))
        if let checksum = part.checksum { fields.append(FieldName(checksum.algorithm.field), checksum.value) }
        return Response(fields: fields)
    }

    func abortUpload(_ id: String, _ key: ObjectKey, in bucket: BucketName) async throws -> Response {
        _ = try store.ask { (index) throws(CloudError) in try index.upload(id, bucket, key) }
        try await workers.run { [store] in try store.end(id) }
        return Response(status: .noContent)
    }

    func completeUpload(_ id: String, _ key: ObjectKey, in bucket: BucketName, _ call: CloudCall) async throws -> Response {
        let upload = try store.ask { (index) throws(CloudError) in try index.upload(id, bucket, key) }
        let root = try Self.document(try await receiver.document(call, limitBytes: 4 * 1_048_576), "CompleteMultipartUpload")
        let parts = try upload.assemble(try root.children.filter { $0.name == "Part" }.map(MultipartUpload.WantedPart.init(_:)))
        let conditions = ObjectConditions(call.request.fields), now = store.now, told = try ContentExpectation(call.request.fields).checksum
        let object = try await workers.run { [store] in
            let object = try PartJoiner(folder: store.folder).join(parts, of: upload, at: now, expecting: told)
            do {
                try store.put(object, in: bucket, if: conditions)
            } catch {
                store.folder.removeData(object.dataID)
                throw error
            }
            try store.end(id)
            return object
        }
        var pairs: [XMLText.Pair] = [
            .init("Location", "http://\(call.request.fields[.host] ?? "")/\(bucket.text)/\(PercentEncoding.encode(key.text, allowed: .path))"),
            .init("Bucket", bucket.text), .init("Key", key.text), .init("ETag", "\"\(object.tag)\""),
        ]
        if let checksum = object.checksum { pairs += [.init(checksum.algorithm.element, checksum.value), .init("ChecksumType", checksum.scope.rawValue)] }
        return .s3("CompleteMultipartUploadResult", [XMLText.elements(pairs)], fields: ObjectFields.encryption(object.attributes.encryption))
    }

    func listParts(of id: String, _ key: ObjectKey, in bucket: BucketName, _ query: QueryString) throws -> Response {
        let upload = try store.ask { (index) throws(CloudError) in try index.upload(id, bucket, key) }
        let marker = query.last("part-number-marker").flatMap(Int.init) ?? 0
        let limit = min(max(query.last("max-parts").flatMap(Int.init) ?? 1_000, 0), 1_000)
        let (parts, isTruncated) = upload.list(after: marker, limit: limit)
        let head: [XMLText.Pair] = [
            .init("Bucket", bucket.text), .init("Key", key.text), .init("UploadId", id), .init("PartNumberMarker", "\(marker)"),
            .init("NextPartNumberMarker", "\(parts.last?.number ?? 0)"), .init("MaxParts", "\(limit)"), .init("IsTruncated", "\(isTruncated)"),
            .init("StorageClass", "STANDARD"),
        ]
        let elements = parts.map { part in
            let pairs: [XMLText.Pair] = [
                .init("PartNumber", "\(part.number)"), .init("LastModified", part.lastModified.s3Text), .init("ETag", "\"\(part.tag)\""),
                .init("Size", "\(part.byteCount)"),
            ]
            return XMLText.element("Part", [XMLText.elements(pairs + (part.checksum.map { [.init($0.algorithm.element, $0.value)] } ?? []))])
        }
        return .s3("ListPartsResult", [XMLText.elements(head)] + elements)
    }

    func listUploads(in bucket: BucketName) throws -> Response {
        let uploads = try store.ask { (index) throws(CloudError) in
            _ = try index.bucket(bucket)
            return index.uploads.values.filter { $0.bucket == bucket }.sorted { ($0.key, $0.startedAt, $0.id) < ($1.key, $1.startedAt, $1.id) }
        }
        let elements = uploads.map {
            XMLText.element("Upload", [XMLText.elements([.init("Key", $0.key.text), .init("UploadId", $0.id), .init("Initiated", $0.startedAt.s3Text)])])
        }
        let head = XMLText.elements([.init("Bucket", bucket.text), .init("MaxUploads", "\(S3Index.maximumUploads)"), .init("IsTruncated", "false")])
        return .s3("ListMultipartUploadsResult", [head] + elements)
    }
}

extension MultipartUpload.WantedPart {
    /// Reads `<Part>` of CompleteMultipartUpload.
    fileprivate init(_ element: XMLElement) throws(CloudError) {
        guard let number = element["PartNumber"].flatMap({ Int($0.text) }), let tag = element["ETag"]?.text else { throw .malformedXML }
        let checksums = ChecksumAlgorithm.allCases.compactMap { algorithm in element[algorithm.element].map { Checksum(algorithm, $0.text) } }
        self.init(number: number, tag: tag.filter { $0 != "\"" }, checksum: checksums.first)
    }
}
