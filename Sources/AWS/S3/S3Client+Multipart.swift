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
            var tags: [String] = []
            while let part = try await Self.part(of: partBytes, next) {
                tags.append(try await uploadPart(key, id, number: tags.count + 1, part))
                if part.count < partBytes { break }
            }
            // An upload has a part at least, also an empty one.
            if tags.isEmpty { tags = [try await uploadPart(key, id, number: 1, [])] }
            return try await complete(key, id, tags)
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
        let answer = try await client.send(call("POST", key, query: [("uploads", "")], headers: attributes.headers + encryption.headers))
        guard let id = try AWSClient.readXML(answer.body, of: "CreateMultipartUpload")["UploadId"]?.text else {
            throw AWSError(.unexpectedAnswer("CreateMultipartUpload answered without UploadId"))
        }
        return id
    }

    private func uploadPart(_ key: String, _ id: String, number: Int, _ content: [UInt8]) async throws(AWSError) -> String {
        var call = call("PUT", key, query: [("partNumber", "\(number)"), ("uploadId", id)], headers: [Self.checksum(of: content)])
        call.content = .bytes(content)
        return try entityTag(try await client.send(call))
    }

    private func complete(_ key: String, _ id: String, _ tags: [String]) async throws(AWSError) -> String {
        let parts = tags.enumerated().map { "<Part><PartNumber>\($0.offset + 1)</PartNumber><ETag>\(XMLText.escaped($0.element))</ETag></Part>" }
        let document = #"<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">"# + parts.joined() + "</CompleteMultipartUpload>"
        var call = call("POST", key, query: [("uploadId", id)], headers: [.init("Content-Type", "application/xml")])
        call.content = .bytes(Array(document.utf8))
        let answer = try await client.send(call)
        let root = try AWSClient.readXML(answer.body, of: "CompleteMultipartUpload")
        // S3 answers 200 before it knows, and says in the content that it failed.
        guard let tag = root["ETag"]?.text, root.name != "Error" else {
            throw AWSError(.service(AWSServiceError(status: answer.status, header: answer.header, body: answer.body)))
        }
        return tag
    }

    private func abort(_ key: String, _ id: String) async throws(AWSError) {
        _ = try await client.send(call("DELETE", key, query: [("uploadId", id)]))
    }
}
