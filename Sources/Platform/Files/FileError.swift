import Glibc

/// A file that could not be opened or read; the code is that of `errno`.
public struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The value of `errno`.
    public let code: Int32

    /// Wraps a value of `errno`.
    public init(code: Int32) { self.code = code }

    /// True when the answer is the same as for a file that is not there: no such name, or one that must not be followed or read.
    public var isAbsence: Bool { [ENOENT, ENOTDIR, ELOOP, EXDEV, ENAMETOOLONG, EACCES, EPERM, ENXIO].contains(code) }

    /// The system's words for the error.
    public var description: String { "file: \(String(cString: strerror(code)))" }
}
