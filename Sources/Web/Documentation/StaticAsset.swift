import Glibc
import HTTPCore

/// A file that is kept in memory and validated by its ETag (RFC 9110 §8.8.3).
struct StaticAsset: Sendable {
    /// The largest file that is read.
    static let maximumBytes = 16 * 1024 * 1024

    let bytes: [UInt8]
    private let tag: EntityTag
    private let fields: Fields

    init(_ bytes: [UInt8], type: String, cacheControl: String = "public, max-age=3600", policy: String? = nil) {
        self.bytes = bytes
        tag = EntityTag(hexadecimal(Self.fingerprint(bytes), UInt64(bytes.count)))
        var fields: Fields = [.contentType: type, .cacheControl: cacheControl, .etag: tag.description]
        if let policy { fields.append(.contentSecurityPolicy, policy) }
        self.fields = fields
    }

    /// Reads a file at start-up; nil when it is not there or too large.
    static func read(_ path: String, type: String) -> StaticAsset? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= maximumBytes else { return nil }
        }
        return ferror(file) == 0 ? StaticAsset(bytes, type: type) : nil
    }

    /// 200 with the content, or 304 when the caller has it (RFC 9110 §13.1.2: weak comparison, `*` matches).
    func response(to request: Request) -> Response {
        let isKnown = EntityTagList(request.fields.all(.ifNoneMatch)).contains(tag) { $0.matchesWeakly($1) }
        return isKnown ? Response(status: .notModified, fields: fields) : Response(fields: fields, body: .bytes(bytes))
    }

    /// FNV-1a, 64 bits: an identity for caches, not a proof.
    private static func fingerprint(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
