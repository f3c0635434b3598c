import CFilesystem
import Glibc

/// A regular file open for reading; its descriptor is closed when nobody holds it any more.
///
/// Reading may wait for the disk: do it on a `BlockingPool`.
public final class OpenFile: Sendable {
    /// The descriptor, open as long as this value lives.
    public let descriptor: Int32
    /// What the file was when it was opened.
    public let status: FileStatus

    /// Takes a descriptor over, and closes it also when this throws.
    ///
    /// - Throws: `FileError`, `EINVAL` when it is no regular file.
    public init(owning descriptor: Int32) throws(FileError) {
        do throws(FileError) {
            status = try FileStatus(of: descriptor)
            guard status.kind == .regular else { throw FileError(code: EINVAL) }
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Opens a file by a path that nobody outside chose; for others there is `Folder`.
    public convenience init(_ path: String) throws(FileError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw FileError(code: errno) }
        try self.init(owning: descriptor)
    }

    /// The bytes of a range; fewer when the file ends before.
    public func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
        var failure: FileError?
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                let count = pread(descriptor, buffer.baseAddress! + filled, range.count - filled, off_t(range.lowerBound + filled))
                if count < 0, errno == EINTR { continue }
                if count < 0 { failure = FileError(code: errno) }
                guard count > 0 else { return }
                filled += count
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// False when reading at `offset` would wait for the disk, as far as the file system can tell.
    public func isInMemory(at offset: Int) -> Bool { cfilesystem_is_resident(descriptor, Int64(offset)) != 0 }
}
