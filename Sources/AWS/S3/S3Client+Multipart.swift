import Encoding
import HTTPClient

extension S3Client {
    /// Stores an object of any length, up to 5 TiB, in parts that are tried again one by one; one of them is in memory at a time.
    ///
    /// What is left of a failed upload is removed, so that nobody pays for it.
    /// - Parameters:
    ///   - partBytes: the length of a part at least, 5 MiB to 5 GiB; at most 10,000 parts. A part ends with the piece that makes it so long.
    ///   - next: gives pieces in order, nil at the end. What it throws ends the upload.
    /// - Returns: the entity tag.
    @discardableResult
    public func upload(
        _ key: String, _ attributes: S3Attributes, partBytes: Int = 8 * 1024 * 1024, next: () async throws -> [UInt8]?
    ) async throws -> String {
        precondition(partBytes >= 5 * 1024 * 1024, "parts but the last have 5 MiB at least")
        let id = try await createUpload(key, attributes)
        do {
            var parts: [UploadedPart] = []
            while let part = try await Self.part(of: partBytes, next) {
                parts.append(try await uploadPart(key, id, number: parts.count + 1, part))
                if part.count < partBytes { break }
            }
            // An upload has a part at least, also an empty one.
            if parts.isEmpty { parts = [try await uploadPart(key, id, number: 1, [])] }
            return try await complete(key, id, parts)
        } catch {
            // Not as the caller, who may have been cancelled.
            await Task { try? await abort(key, id) }.value
            throw error
        }
    }

    private static func part(of count: Int, _ next: () async throws -> [UInt8]?) async throws -> [UInt8]? {
        var part: [UInt8] = []
        while part.count < count, let piece = try await next() { part += piece }
        return part.isEmpty ? nil : part
    }

    private func createUpload(_ key: String, _ attributes: S3Attributes) async throws(AWSError) -> String {
        // Told here, or S3 takes no checksums with the parts.
        let checksum = SigningRequest.Header("X-Amz-Checksum-Algorithm", "CRC32")
        let answer = try await client.send(call("POST", key, query: [("uploads", "")], headers: attributes.headers + encryption.headers + [checksum]))
        guard let id = try AWSClient.readXML(answer.body, of: "CreateMultipartUpload")["UploadId"]?.text else {
            throw AWSError(.unexpectedAnswer("CreateMultipartUpload answered without UploadId"))
        }
        return id
    }

    private func uploadPart(_ key: String, _ id: String, number: Int, _ content: [UInt8]) async throws(AWSError) -> UploadedPart {
        let checksum = Self.checksum(of: content)
        var call = call("PUT", key, query: [("partNumber", "\(number)"), ("uploadId", id)], headers: [Self.checksumHeader(checksum)])
        call.content = .bytes(content)
        return UploadedPart(number: number, entityTag: try entityTag(try await client.send(call)), checksum: checksum)
    }

    private func complete(_ key: String, _ id: String, _ parts: [UploadedPart]) async throws(AWSError) -> String {
        let namespace = "http://s3.amazonaws.com/doc/2006-03-01/"
        let document = "<CompleteMultipartUpload xmlns=\"\(namespace)\">\(parts.map(\.xml).joined())</CompleteMultipartUpload>"
        var call = call("POST", key, query: [("uploadId", id)], headers: [.init("Content-Type", "application/xml")])
        call.content = .bytes(Array(document.utf8))
        call.mayFailInContent = true
        let answer = try await client.send(call)
        guard let tag = try AWSClient.readXML(answer.body, of: "CompleteMultipartUpload")["ETag"]?.text else {
            throw AWSError(.unexpectedAnswer("CompleteMultipartUpload answered without ETag"))
        }
        return tag
    }

    private func abort(_ key: String, _ id: String) async throws(AWSError) {
        _ = try await client.send(call("DELETE", key, query: [("uploadId", id)]))
    }
}

/// A part that S3 has, as it is named when all are put together.
private struct UploadedPart {
    let number: Int
    let entityTag: String
    let checksum: String

    var xml: String {
        "<Part><PartNumber>\(number)</PartNumber><ETag>\(XMLText.escaped(entityTag))</ETag><ChecksumCRC32>\(checksum)</ChecksumCRC32></Part>"
    }
}
