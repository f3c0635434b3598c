import Glibc

/// A folder for the length of a test; gone with the last reference.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Makes it; a machine without a place for it fails the test.
    public init() {
        var template = Array("/tmp/folder-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil, "no temporary folder")
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path) }

    /// Writes a file and the folders it lies in, in the place of what was there.
    ///
    /// - Parameter modifiedAt: its time stamp in seconds since the epoch; nil leaves that of now.
    public func write(_ text: String, to name: String, modifiedAt: Int? = nil) { write(Array(text.utf8), to: name, modifiedAt: modifiedAt) }

    /// Writes bytes, as above.
    public func write(_ bytes: [UInt8], to name: String, modifiedAt: Int? = nil) {
        let parts = name.split(separator: "/")
        for count in 1..<max(1, parts.count) { mkdir("\(path)/\(parts[..<count].joined(separator: "/"))", 0o755) }
        let file = fopen("\(path)/\(name)", "wb")!
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
        if let modifiedAt { touch(name, modifiedAt) }
    }

    /// Sets a file's time stamp.
    public func touch(_ name: String, _ seconds: Int) {
        let time = timespec(tv_sec: seconds, tv_nsec: 0), times = [time, time]
        utimensat(AT_FDCWD, "\(path)/\(name)", times, 0)
    }

    /// What lies in it.
    public var names: [String] { Self.names(in: path) }

    /// What lies in any folder; nothing where there is none.
    public static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            names.append(withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names.filter { $0 != "." && $0 != ".." }
    }

    /// Makes an empty folder.
    public func makeFolder(_ name: String) { mkdir("\(path)/\(name)", 0o755) }

    /// Makes a symbolic link.
    public func link(_ name: String, to target: String) { symlink(target, "\(path)/\(name)") }

    /// Makes a pipe with a name.
    public func makePipe(_ name: String) { mkfifo("\(path)/\(name)", 0o644) }

    /// Removes a file.
    public func remove(_ name: String) { Self.remove("\(path)/\(name)") }

    /// Gives a file another name, in the place of what was there.
    public func rename(_ name: String, to other: String) { Glibc.rename("\(path)/\(name)", "\(path)/\(other)") }

    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            unlink(path)
            return
        }
        for name in names(in: path) { remove("\(path)/\(name)") }
        rmdir(path)
    }
}
