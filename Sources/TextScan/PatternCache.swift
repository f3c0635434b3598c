import Crypto
import Glibc
import Platform

/// Compiled sets in a folder, so that the next process opens in milliseconds what this one compiled in seconds.
///
/// A file is named by the digest of its patterns, and holds the digest of its content before it: what is damaged, foreign or from another version of the engine is
/// compiled anew. Whoever writes into the folder decides what is found, so files that belong to others, or that others may write to, count as absent.
public struct PatternCache: Sendable {
    private let folder: String
    private static let maximumBytes = 64 << 20

    /// A cache in a folder that exists; one that does not is no error, and keeps nothing.
    public init(folder: String) { self.folder = folder }

    /// The set of these patterns, opened or compiled.
    public func set(_ patterns: [ScanPattern]) throws(TextScanError) -> PatternSet {
        let name = Self.name(patterns), path = "\(folder)/\(name).patterns"
        if let bytes = Self.read(path, name), let set = try? PatternSet(serialized: bytes) { return set }
        let set = try PatternSet(patterns)
        if let bytes = try? set.serialized() { Self.write(bytes, path, name) }
        return set
    }

    /// The engine's version is in it: another one compiles otherwise.
    private static func name(_ patterns: [ScanPattern]) -> String {
        var text = PatternSet.engineVersion
        for pattern in patterns { text += "\n\(pattern.options.rawValue) \(pattern.expression.utf8.count) \(pattern.expression)" }
        return hex(SHA256.hash(text).prefix(20))
    }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func read(_ path: String, _ name: String) -> [UInt8]? {
        guard let file = try? OpenFile(path), isOurs(file.descriptor), (SHA256.digestBytes...maximumBytes).contains(file.status.byteCount),
            let content = try? file.read(0..<file.status.byteCount)
        else { return nil }
        let bytes = Array(content.dropFirst(SHA256.digestBytes))
        return Array(content.prefix(SHA256.digestBytes)) == digest(bytes, name) ? bytes : nil
    }

    /// Of the name, too: one set's file is nothing in another's place.
    private static func digest(_ bytes: [UInt8], _ name: String) -> [UInt8] { SHA256.hash(Array(name.utf8) + bytes) }

    private static func isOurs(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_uid == geteuid() && status.st_mode & (S_IWGRP | S_IWOTH) == 0
    }

    /// Beside its place first, then into it: nobody reads half of it. A failure leaves the cache as it was.
    private static func write(_ bytes: [UInt8], _ path: String, _ name: String) {
        let draft = "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let content = digest(bytes, name) + bytes
        var written = 0
        while written < content.count {
            let count = content.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            written += count
        }
        if close(descriptor) != 0 || written < content.count || rename(draft, path) != 0 { unlink(draft) }
    }
}
