import CFilesystem
import Glibc

/// A folder from which files are opened by relative paths that never lead out of it, whatever the path says.
///
/// The kernel keeps the promise (openat2(2), `RESOLVE_BENEATH`), so that no rename meanwhile can break it; before Linux 5.6 no symbolic link is followed.
/// Devices, pipes and sockets are never opened. Looking up may wait for the disk: do it on a `BlockingPool`.
public struct Folder: Sendable {
    /// What happens to symbolic links inside the folder; the folder's own path may always lead over some.
    public enum SymbolicLinks: Sendable {
        /// Followed as long as they are relative and stay inside.
        case withinFolder
        /// As if they were not there.
        case refused
    }

    /// What lies at a path.
    public enum Entry: Sendable {
        case file(OpenFile)
        case folder
    }

    /// Where it is; looked up anew each time, so that a folder that was replaced is noticed.
    public let path: String
    private let links: SymbolicLinks
    let hasBeneath: Bool

    /// Names a folder.
    public init(_ path: String, symbolicLinks: SymbolicLinks = .withinFolder) { self.init(path, symbolicLinks: symbolicLinks, hasBeneath: true) }

    init(_ path: String, symbolicLinks: SymbolicLinks, hasBeneath: Bool) {
        self.path = path
        links = symbolicLinks
        self.hasBeneath = hasBeneath
    }

    /// True when it is there.
    public var exists: Bool {
        guard let root = try? openRoot() else { return false }
        close(root)
        return true
    }

    /// What lies at a path such as `css/app.css`; nil when nothing does, or nothing that may be opened.
    ///
    /// - Throws: `FileError` for what is not the caller's fault: no descriptors left, a broken disk.
    public func entry(_ path: String) throws(FileError) -> Entry? {
        // The system's strings end at the first NUL: what follows would not be looked at.
        guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
        let root = try openRoot()
        defer { close(root) }
        do throws(FileError) {
            // Looked at without being opened first: opening alone may wake a device or a writer on a pipe.
            let place = try open(path, cfilesystem_path_only, below: root)
            defer { close(place) }
            switch try FileStatus(of: place).kind {
            case .folder: return .folder
            case .other: return nil
            case .regular: break
            }
            // Something else may lie there by now; then it is opened without waiting, seen to be no file, and closed.
            return .file(try OpenFile(owning: try open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY, below: root)))
        } catch {
            if error.isAbsence || error.code == EINVAL { return nil }
            throw error
        }
    }

    private func openRoot() throws(FileError) -> Int32 {
        let root = Glibc.open(path, cfilesystem_path_only | O_DIRECTORY | O_CLOEXEC)
        guard root >= 0 else { throw FileError(code: errno) }
        return root
    }

    private func open(_ path: String, _ flags: Int32, below root: Int32) throws(FileError) -> Int32 {
        var result = hasBeneath ? cfilesystem_open_beneath(root, path, flags, links == .withinFolder ? 1 : 0) : -ENOSYS
        // EPERM: a sandbox that does not know openat2 yet.
        if result == -ENOSYS || result == -EPERM { result = cfilesystem_open_stepwise(root, path, flags) }
        guard result >= 0 else { throw FileError(code: -result) }
        return result
    }
}
