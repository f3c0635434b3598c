/// Why the state folder cannot be used.
enum StateError: Error, Equatable, CustomStringConvertible {
    /// A system call failed.
    case system(action: String, path: String, code: Int32)
    /// Another process has the folder.
    case inUse(path: String)
    /// A file holds something else than it should.
    case unreadable(file: String, reason: String)

    var description: String {
        switch self {
        case .system(let action, let path, let code): "cannot \(action) \(path): \(systemMessage(code))"
        case .inUse(let path): "\(path) is in use by another local-cloud: stop it, or set LOCAL_CLOUD_STATE to another folder"
        case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
        }
    }
}
