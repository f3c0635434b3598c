import Glibc

/// Uploads in parts: `uploads/<id>/upload.json`, and `<number>.json` beside it for each part. Without the first file there is no upload.
extension S3Folder {
    var uploads: String { "\(path)/uploads" }
    func upload(_ id: String) -> String { "\(uploads)/\(id)" }
    func uploadRecord(_ id: String) -> String { "\(upload(id))/upload.json" }
    func partRecord(_ number: Int, of id: String) -> String { "\(upload(id))/\(number).json" }

    func keep(_ upload: MultipartUpload) throws(StateError) {
        try Files.makeFolder(self.upload(upload.id))
        try Files.replace(uploadRecord(upload.id), with: upload.record)
    }

    func keep(_ part: MultipartUpload.Part, of id: String) throws(StateError) { try Files.replace(partRecord(part.number, of: id), with: part.record) }

    /// Ends an upload and removes everything of it: its record first, so that a crash leaves no half of it.
    func remove(_ upload: MultipartUpload) {
        unlink(uploadRecord(upload.id))
        Files.removeTree(self.upload(upload.id))
        for part in upload.parts.values { removeData(part.dataID) }
    }

    /// What was begun in a bucket that is still there.
    func loadUploads(of buckets: [S3Bucket]) throws(StateError) -> [MultipartUpload] {
        let names = Set(buckets.map(\.name))
        var found: [MultipartUpload] = []
        for id in try Files.names(in: uploads, limit: 2 * S3Index.maximumUploads) {
            if let upload = try loadUpload(id), names.contains(upload.bucket) { found.append(upload) } else { Files.removeTree(self.upload(id)) }
        }
        return found
    }

    private func loadUpload(_ id: String) throws(StateError) -> MultipartUpload? {
        guard MultipartUpload.isID(id), let bytes = try Files.read(uploadRecord(id), maximumBytes: 131_072) else { return nil }
        guard var upload = MultipartUpload(record: bytes, id: id) else {
            throw .unreadable(file: uploadRecord(id), reason: "not an upload; remove it to go on without")
        }
        for file in try Files.names(in: self.upload(id), limit: 2 * MultipartUpload.partNumbers.upperBound + 2) where file != "upload.json" {
            let path = "\(self.upload(id))/\(file)"
            guard file.hasSuffix(".json"), let bytes = try Files.read(path, maximumBytes: 65_536) else {
                unlink(path)
                continue
            }
            guard let part = MultipartUpload.Part(record: bytes) else { throw .unreadable(file: path, reason: "not a part; remove it to go on without") }
            _ = upload.put(part)
        }
        return upload
    }
}
