import Glibc

/// What the file system says about a file (stat(2)).
public struct FileStatus: Sendable, Equatable {
    /// What lies behind a name.
    public enum Kind: Sendable, Equatable {
        case regular, folder
        /// A device, a pipe, a socket or a symbolic link
        case other
    }

    /// What it is.
    public let kind: Kind
    /// The length.
    public let byteCount: Int
    /// When the content was last changed.
    public let modified: UnixTime
    /// When content or metadata were last changed; unlike `modified`, nobody can set it.
    public let changed: UnixTime
    /// The file system it lies on.
    public let device: UInt64
    /// Its number there.
    public let inode: UInt64

    /// The status of an open file.
    public init(of descriptor: Int32) throws(FileError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(code: errno) }
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .folder
            default: .other
            }
        byteCount = Int(status.st_size)
        modified = UnixTime(seconds: Int64(status.st_mtim.tv_sec), nanoseconds: Int32(status.st_mtim.tv_nsec))
        changed = UnixTime(seconds: Int64(status.st_ctim.tv_sec), nanoseconds: Int32(status.st_ctim.tv_nsec))
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }
}
