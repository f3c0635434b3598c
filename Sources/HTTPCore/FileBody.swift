public import Platform

/// Content that lies in a file: all of it, a part, or several parts with text between them (`multipart/byteranges`).
public final class FileBody: Sendable {
    /// A piece of the file and what is sent before it.
    public struct Part: Sendable {
        /// Bytes before the piece.
        public let prefix: [UInt8]
        /// Where the piece lies in the file; never empty.
        public let range: Range<Int>

        /// A piece of a file.
        public init(prefix: [UInt8] = [], range: Range<Int>) {
            precondition(!range.isEmpty, "a part of a file has bytes")
            self.prefix = prefix
            self.range = range
        }
    }

    /// The file.
    public let file: OpenFile
    /// Its pieces in the order they are sent.
    public let parts: [Part]
    /// Bytes after the last piece.
    public let suffix: [UInt8]
    /// The length of the whole content.
    public let lengthBytes: Int

    /// A file as it was long when it was opened, or a range of it.
    public convenience init(_ file: OpenFile, range: Range<Int>? = nil) {
        let range = range ?? 0..<file.status.byteCount
        self.init(file, parts: range.isEmpty ? [] : [Part(range: range)])
    }

    /// Pieces of a file.
    public init(_ file: OpenFile, parts: [Part], suffix: [UInt8] = []) {
        self.file = file
        self.parts = parts
        self.suffix = suffix
        lengthBytes = parts.reduce(suffix.count) { $0 + $1.prefix.count + $1.range.count }
    }

    /// The whole content in memory, for tests and small files; waits for the disk.
    ///
    /// - Throws: `FileError`, or `ResponseBodyError.disconnected` when the file is shorter than it was.
    public func bytes() throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lengthBytes)
        for part in parts {
            let piece = try file.read(part.range)
            guard piece.count == part.range.count else { throw ResponseBodyError.disconnected }
            bytes += part.prefix
            bytes += piece
        }
        return bytes + suffix
    }
}
