import Glibc
import HTTPCore
import Platform

/// Looks static files up on the disk; waits for it.
struct StaticFileLoader: Sendable {
    /// What lies at a path.
    enum Found: Sendable {
        case resource(StaticResource)
        case folder
        case nothing
    }

    private static let codings = [("br", ".br"), ("gzip", ".gz")]

    let folder: Folder
    let options: StaticFilesOptions

    init(_ path: String, _ options: StaticFilesOptions) {
        folder = Folder(path, symbolicLinks: options.symbolicLinks)
        self.options = options
    }

    /// What lies at `path` now; `known` itself when nothing has changed.
    func load(_ path: String, known: StaticResource?) throws(FileError) -> Found {
        switch try folder.entry(path) {
        case nil: return .nothing
        case .folder: return .folder
        case .file(let file):
            let siblings = try siblings(of: path, file.status)
            if let known, isSame(known, file, siblings) { return .resource(known) }
            return .resource(try resource(path, file, siblings))
        }
    }

    /// The compressed files beside one, when they are not older.
    private func siblings(of path: String, _ original: FileStatus) throws(FileError) -> [(coding: String, file: OpenFile)] {
        guard options.sendsPrecompressed else { return [] }
        var found: [(String, OpenFile)] = []
        for (coding, ending) in Self.codings {
            guard case .file(let file) = try folder.entry(path + ending), file.status.modified.seconds >= original.modified.seconds else { continue }
            found.append((coding, file))
        }
        return found
    }

    private func isSame(_ known: StaticResource, _ file: OpenFile, _ siblings: [(coding: String, file: OpenFile)]) -> Bool {
        guard known.identity.isSettled, known.identity.status == file.status, known.encoded.count == siblings.count else { return false }
        return zip(known.encoded, siblings).allSatisfy { $0.coding == $1.coding && $0.variant.isSettled && $0.variant.status == $1.file.status }
    }

    private func resource(_ path: String, _ file: OpenFile, _ siblings: [(coding: String, file: OpenFile)]) throws(FileError) -> StaticResource {
        let type = MediaTypes.type(of: path, among: options.mediaTypes)
        var fields: Fields = [.cacheControl: options.cacheRules.first { $0.fits(path) }?.cacheControl ?? options.cacheControl]
        if !siblings.isEmpty { fields.append(.vary, "Accept-Encoding") }
        let identity = try variant(file, type, fields, coding: nil)
        var encoded: [(String, StaticResource.Variant)] = []
        for (coding, file) in siblings { encoded.append((coding, try variant(file, type, fields, coding: coding))) }
        return StaticResource(
            identity: identity, encoded: encoded,
            allowsCompression: siblings.isEmpty && file.status.byteCount <= options.memoryFileBytes && CompressionPolicy().isCompressible(type))
    }

    private func variant(_ file: OpenFile, _ type: String, _ fields: Fields, coding: String?) throws(FileError) -> StaticResource.Variant {
        let status = file.status
        var describing: Fields = [:]
        if let coding { describing.append(.contentEncoding, coding) }
        if type.hasPrefix("text/html") { describing.append(.contentSecurityPolicy, options.contentSecurityPolicy) }
        let suffix = coding.map { "-" + $0 } ?? ""
        var content = FileRepresentation.Content(file), version = FileVersion(status, suffix: suffix)
        if status.byteCount <= max(FileVersion.hashedBytes, options.memoryFileBytes) {
            let bytes = try file.read(0..<status.byteCount)
            // Somebody writes to it just now.
            guard bytes.count == status.byteCount else { throw FileError(code: EAGAIN) }
            version = FileVersion(bytes, status, suffix: suffix)
            if bytes.count <= options.memoryFileBytes { content = .memory(bytes) }
        }
        let representation = FileRepresentation(
            content, contentType: type, tag: version.tag, lastModified: version.lastModified, describing: describing, fields: fields)
        return StaticResource.Variant(representation: representation, status: status, isSettled: version.isSettled)
    }
}
