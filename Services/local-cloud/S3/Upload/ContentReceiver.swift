import HTTPCore
import Platform

/// Brings the content of uploads to the disk, and short contents to memory.
struct ContentReceiver: Sendable {
    let folder: S3Folder
    let workers: BlockingPool

    /// So much is gathered before a thread is asked to write it.
    private static let pieceBytes = 262_144

    /// Writes the content of a call to a new data file.
    ///
    /// - Throws: `CloudError` for content that is not as it was announced, `RequestBodyError`, `StateError`, `BlockingPoolError`.
    func receive(_ call: CloudCall, limitBytes: Int) async throws -> (file: ContentFile, dataID: String, facts: ContentVerifier.Facts) {
        let expectation = try ContentExpectation(call.request.fields)
        if let declared = expectation.decodedBytes ?? call.request.body.declaredLength, declared > limitBytes { throw CloudError.entityTooLarge }
        let dataID = UUIDText.random(), path = folder.data(dataID), verified = call.verified
        let file = try await workers.run { try ContentFile(path, ContentVerifier(verified, expectation, limitBytes: limitBytes)) }
        var chunks = call.request.body.makeChunks(), pending: [UInt8] = []
        while let chunk = try await chunks.next() {
            pending += chunk
            guard pending.count >= Self.pieceBytes else { continue }
            try await write(pending, to: file)
            pending = []
        }
        if !pending.isEmpty { try await write(pending, to: file) }
        return (file, dataID, try await workers.run { try file.finish() })
    }

    private func write(_ bytes: [UInt8], to file: ContentFile) async throws { try await workers.run { try file.take(bytes) } }

    /// The content of a call whose content is a document.
    func document(_ call: CloudCall, limitBytes: Int) async throws -> [UInt8] {
        let verifier = ContentVerifier(call.verified, try ContentExpectation(call.request.fields), limitBytes: limitBytes)
        // What signatures of chunks add is less than as much again.
        let bytes = try verifier.take(try await call.request.body.collect(upTo: 2 * limitBytes))
        _ = try verifier.finish()
        return bytes
    }
}
