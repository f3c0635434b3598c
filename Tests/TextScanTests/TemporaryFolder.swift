import Glibc

/// A folder of one test.
struct TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/patterns-XXXXXX".utf8CString)
        guard let name = mkdtemp(&template) else { throw Failure() }
        path = String(cString: name)
    }

    struct Failure: Error {}

    var names: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    func remove() {
        for name in names { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}
