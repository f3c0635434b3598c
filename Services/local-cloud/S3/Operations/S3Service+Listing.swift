import AWS
import Encoding
import HTTPCore
import Platform

extension S3Service {
    func listObjects(in bucket: BucketName, _ query: QueryString, isSecond: Bool) async throws -> Response {
        let parameters = try ListingParameters(query, isSecond: isSecond)
        let objects = try store.ask { (index) throws(CloudError) in try index.bucket(bucket).objects }
        return ListingDocument(bucket: bucket, parameters: parameters, listing: Listing(of: objects, parameters.request)).response(query)
    }

    /// Deletes up to 1,000 objects, and tells which.
    func deleteObjects(in bucket: BucketName, _ call: CloudCall) async throws -> Response {
        let fields = call.request.fields
        guard fields.contains("Content-MD5") || ChecksumAlgorithm.allCases.contains(where: { fields.contains(FieldName($0.field)) }) else {
            throw CloudError("InvalidRequest", "Missing required header for this request: Content-MD5")
        }
        let bytes = try await receiver.document(call, limitBytes: 4 * 1_048_576)
        let root = try Self.document(bytes, "Delete"), isQuiet = root["Quiet"]?.text == "true"
        let keys = root.children.filter { $0.name == "Object" }.compactMap { $0["Key"].map { ObjectKey($0.text) } }
        guard (1...ListingRequest.mostKeys).contains(keys.count) else { throw CloudError.malformedXML }
        try await workers.run { [store] in for key in keys { try store.delete(key, in: bucket) } }
        let deleted = isQuiet ? [] : keys.map { XMLText.element("Deleted", [XMLText.element("Key", $0.text)]) }
        return .s3("DeleteResult", deleted)
    }

    /// A document in XML with this root.
    static func document(_ bytes: [UInt8], _ root: String) throws(CloudError) -> XMLElement {
        guard let element = try? XMLReader.read(bytes), element.name == root else { throw .malformedXML }
        return element
    }
}

/// What the query of a listing says.
struct ListingParameters: Sendable, Equatable {
    var request: ListingRequest
    var isSecond: Bool
    /// Names are percent-encoded, so that XML can hold them all.
    var isEncoded: Bool

    init(_ query: QueryString, isSecond: Bool) throws(CloudError) {
        self.isSecond = isSecond
        let encoding = query.last("encoding-type")
        guard encoding == nil || encoding == "url" else {
            throw .invalidArgument("Invalid Encoding Method specified in Request", name: "encoding-type", value: encoding ?? "")
        }
        isEncoded = encoding != nil
        request = ListingRequest(prefix: Array((query.last("prefix") ?? "").utf8), delimiter: Array((query.last("delimiter") ?? "").utf8))
        request.maximumKeys = try Self.maximumKeys(query)
        request.position = try isSecond ? Self.position(query) : Self.marker(query, request.delimiter)
    }

    private static func maximumKeys(_ query: QueryString) throws(CloudError) -> Int {
        guard let text = query.last("max-keys") else { return ListingRequest.mostKeys }
        guard let count = Int(text), count >= 0 else {
            throw .invalidArgument("Provided max-keys not an integer or within integer range", name: "max-keys", value: text)
        }
        return min(count, ListingRequest.mostKeys)
    }

    private static func position(_ query: QueryString) throws(CloudError) -> ListingPosition {
        if let token = query.last("continuation-token") {
            guard let position = ContinuationToken.position(token) else {
                throw .invalidArgument("The continuation token provided is incorrect", name: "continuation-token", value: token)
            }
            return position
        }
        return query.last("start-after").map { .after(ObjectKey($0)) } ?? .start
    }

    /// The first version goes on behind a key or a common prefix, told as they are.
    private static func marker(_ query: QueryString, _ delimiter: [UInt8]) -> ListingPosition {
        guard let text = query.last("marker"), !text.isEmpty else { return .start }
        let key = ObjectKey(text)
        return !delimiter.isEmpty && key.bytes.suffix(delimiter.count).elementsEqual(delimiter) ? .afterPrefix(key) : .after(key)
    }
}

/// A page of a listing in XML. Source: Amazon S3 API, ListObjectsV2 and ListObjects.
struct ListingDocument {
    let bucket: BucketName
    let parameters: ListingParameters
    let listing: Listing

    func response(_ query: QueryString) -> Response {
        var head: [XMLText.Pair] = [
            .init("Name", bucket.text), .init("Prefix", name(parameters.request.prefix)), .init("MaxKeys", "\(parameters.request.maximumKeys)"),
            .init("IsTruncated", listing.next == nil ? "false" : "true"),
        ]
        if !parameters.request.delimiter.isEmpty { head.append(.init("Delimiter", name(parameters.request.delimiter))) }
        if parameters.isEncoded { head.append(.init("EncodingType", "url")) }
        head += parameters.isSecond ? second(query) : first(query)
        let contents = listing.objects.map { object(_: $0, withOwner: !parameters.isSecond || query.last("fetch-owner") == "true") }
        let prefixes = listing.commonPrefixes.map { XMLText.element("CommonPrefixes", [XMLText.element("Prefix", name($0.bytes))]) }
        return .s3("ListBucketResult", [XMLText.elements(head)] + contents + prefixes)
    }

    private func second(_ query: QueryString) -> [XMLText.Pair] {
        var pairs = [XMLText.Pair("KeyCount", "\(listing.count)")]
        if let token = query.last("continuation-token") { pairs.append(.init("ContinuationToken", token)) }
        if let next = listing.next { pairs.append(.init("NextContinuationToken", ContinuationToken.text(next))) }
        if let start = query.last("start-after") { pairs.append(.init("StartAfter", name(Array(start.utf8)))) }
        return pairs
    }

    private func first(_ query: QueryString) -> [XMLText.Pair] {
        let marker = XMLText.Pair("Marker", name(Array((query.last("marker") ?? "").utf8)))
        switch listing.next {
        case .after(let key), .afterPrefix(let key): return [marker, .init("NextMarker", name(key.bytes))]
        case .start, nil: return [marker]
        }
    }

    private func object(_ object: StoredObject, withOwner: Bool) -> String {
        var pairs: [XMLText.Pair] = [
            .init("Key", name(object.key.bytes)), .init("LastModified", object.lastModified.s3Text), .init("ETag", "\"\(object.tag)\""),
            .init("Size", "\(object.byteCount)"), .init("StorageClass", "STANDARD"),
        ]
        if let checksum = object.checksum {
            pairs += [.init("ChecksumAlgorithm", checksum.algorithm.rawValue), .init("ChecksumType", checksum.scope.rawValue)]
        }
        return XMLText.element("Contents", [XMLText.elements(pairs), withOwner ? S3Service.owner("Owner") : ""])
    }

    private func name(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return parameters.isEncoded ? PercentEncoding.encode(text, allowed: .path) : text
    }
}
