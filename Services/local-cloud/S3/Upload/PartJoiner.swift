import Encoding
import Glibc
import Platform

/// Makes one file of the parts of an upload. Blocks.
struct PartJoiner: Sendable {
    let folder: S3Folder

    private static let pieceBytes = 1_048_576

    /// The object of these parts, its content in a new data file.
    ///
    /// - Parameter expecting: the checksum of the whole in base64, if whoever completes the upload tells one.
    func join(_ parts: [MultipartUpload.Part], of upload: MultipartUpload, at moment: UnixTime, expecting told: String?) throws -> StoredObject {
        let dataID = UUIDText.random(), whole = (upload.checksumScope == .whole ? upload.checksumAlgorithm : nil).map { RunningChecksum($0) }
        try write(parts, to: dataID, whole)
        let checksum =
            whole.map { Checksum($0.algorithm, Base64.encode($0.finish())) } ?? upload.checksumAlgorithm.flatMap { MultipartUpload.checksum(of: parts, $0) }
        if let told, let checksum, checksum.value != told, checksum.value.prefix(while: { $0 != "-" }) != told {
            folder.removeData(dataID)
            throw CloudError.checksumMismatch(checksum.algorithm)
        }
        return StoredObject(
            key: upload.key, dataID: dataID, byteCount: parts.reduce(0) { $0 + $1.byteCount }, tag: MultipartUpload.tag(of: parts), lastModified: moment,
            attributes: upload.attributes, checksum: checksum)
    }

    private func write(_ parts: [MultipartUpload.Part], to dataID: String, _ checksum: RunningChecksum?) throws {
        try folder.write(dataID) { write throws in
            for part in parts {
                let file = try OpenFile(folder.data(part.dataID))
                for start in stride(from: 0, to: part.byteCount, by: Self.pieceBytes) {
                    let bytes = try file.read(start..<min(start + Self.pieceBytes, part.byteCount))
                    try write(bytes)
                    checksum?.update(bytes)
                }
            }
        }
    }
}

extension S3Folder {
    /// Writes a new content piece by piece; nothing is left of it when that fails.
    func write(_ id: String, _ produce: ((_ bytes: [UInt8]) throws -> Void) throws -> Void) throws {
        let path = data(id), descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StateError.system(action: "write", path: path, code: errno) }
        defer { close(descriptor) }
        do {
            try produce { bytes throws in
                guard !bytes.isEmpty, Files.writeAll(bytes, to: descriptor) else { throw StateError.system(action: "write", path: path, code: errno) }
            }
            guard fsync(descriptor) == 0 else { throw StateError.system(action: "write", path: path, code: errno) }
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Removes a content nobody names.
    func removeData(_ id: String) { unlink(data(id)) }
}
