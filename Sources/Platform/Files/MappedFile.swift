import Glibc

/// A file that is read in place: its bytes come from the page cache, shared by all processes that have it open.
///
/// For files of the program's own that nobody changes while it runs: who shortens one ends the program.
public final class MappedFile: Sendable {
    private struct Mapping: @unchecked Sendable {
        let bytes: UnsafeRawBufferPointer
    }

    private let mapping: Mapping

    /// Maps a file; of one without bytes nothing can be mapped.
    public init(path: String) throws(MappedFileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw MappedFileError(path: path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw MappedFileError(path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { throw MappedFileError(path: path, code: EINVAL) }
        guard let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED else {
            throw MappedFileError(path: path, code: errno)
        }
        mapping = Mapping(bytes: UnsafeRawBufferPointer(start: start, count: Int(status.st_size)))
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: mapping.bytes.baseAddress), mapping.bytes.count) }

    /// How many bytes it has.
    public var count: Int { mapping.bytes.count }

    /// Lends the bytes for the call.
    public func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value { body(mapping.bytes) }
}

/// Why a file cannot be mapped.
public struct MappedFileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Which one.
    public let path: String
    /// The system's number.
    public let code: Int32

    /// For the log.
    public var description: String { "\(path) cannot be read: \(String(cString: strerror(code)))" }
}
