import Glibc

/// The few things done with files, each of which blocks.
enum Files {
    /// The ending of a file that is being written.
    static let unfinished = ".new"

    /// Makes a folder for the owner alone, and those above it, where they are missing.
    static func makeFolder(_ path: String) throws(StateError) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else { throw failure("make the folder", path) }
        try makeFolder(String(path[..<slash]))
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw failure("make the folder", path) }
    }

    /// Makes a folder of its own for a process that keeps nothing.
    static func makeTemporaryFolder() throws(StateError) -> String {
        var template = Array("/tmp/local-cloud-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw failure("make a folder in", "/tmp") }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Takes possession of a folder until the descriptor closes, at the latest with the process.
    static func lock(_ folder: String) throws(StateError) -> Int32 {
        let path = "\(folder)/lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("open", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .inUse(path: folder)
        }
        return descriptor
    }

    /// The bytes of a file, or nil when there is none.
    static func read(_ path: String, maximumBytes: Int) throws(StateError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("open", path)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read", path) }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
            guard bytes.count <= maximumBytes else { throw .unreadable(file: path, reason: "longer than \(maximumBytes) bytes") }
        }
    }

    /// Writes a file whole or not at all, readable by the owner alone.
    static func replace(_ path: String, with bytes: [UInt8]) throws(StateError) {
        let draft = path + unfinished
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("write", draft) }
        let problem = writeAll(bytes, to: descriptor) && fsync(descriptor) == 0 ? nil : failure("write", draft)
        close(descriptor)
        if let problem { throw problem }
        guard rename(draft, path) == 0 else { throw failure("write", path) }
    }

    /// The names in a folder, without `.` and `..`.
    static func names(in path: String, limit: Int) throws(StateError) -> [String] {
        guard let folder = opendir(path) else { throw failure("list", path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if name != ".", name != ".." { names.append(name) }
            guard names.count <= limit else { throw .unreadable(file: path, reason: "more than \(limit) files") }
        }
        return names.sorted()
    }

    /// Writes all bytes; false with the reason in `errno`.
    static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, bytes.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// Removes a folder with everything in it, as far as that can be.
    static func removeTree(_ path: String) {
        for name in (try? names(in: path, limit: 1_000_000)) ?? [] where unlink("\(path)/\(name)") != 0 { removeTree("\(path)/\(name)") }
        rmdir(path)
    }

    private static func failure(_ action: String, _ path: String) -> StateError { .system(action: action, path: path, code: errno) }
}

/// The system's words for an error code.
func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
