import Glibc
import HTTPCore
import Platform

/// A temporary file without a name, written to its end and read anywhere; made when first written to.
///
/// Its name is removed as soon as it is open, so that no crash leaves it behind; its space is free again when the last value that reads from it is gone.
final class Spool: Sendable {
    private struct State {
        var descriptor: Int32 = -1
        var byteCount = 0
    }

    private let folder: String
    private let pool: BlockingPool
    private let state = Lock(State())

    /// A file in this folder, used on threads of this pool.
    init(in folder: String, on pool: BlockingPool) {
        self.folder = folder
        self.pool = pool
    }

    deinit {
        let descriptor = state.withLock { $0.descriptor }
        if descriptor >= 0 { close(descriptor) }
    }

    /// Writes to the end and tells where; one caller at a time.
    ///
    /// - Throws: `SpoolError`, or `BlockingPoolError` when too many wait for the disk.
    func append(_ bytes: [UInt8]) async throws -> Range<Int> {
        try await pool.run { [self] in
            let (descriptor, start) = try place()
            try Self.write(bytes, to: descriptor, at: start)
            state.withLock { $0.byteCount = start + bytes.count }
            return start..<start + bytes.count
        }
    }

    /// The bytes of a range that was written.
    func read(_ range: Range<Int>) async throws -> [UInt8] {
        try await pool.run { [self] in
            let (descriptor, _) = try place()
            return try Self.read(range, from: descriptor)
        }
    }

    private func place() throws -> (descriptor: Int32, end: Int) {
        try state.withLock { state in
            if state.descriptor < 0 { state.descriptor = try Self.open(in: folder) }
            return (state.descriptor, state.byteCount)
        }
    }

    private static func open(in folder: String) throws(SpoolError) -> Int32 {
        var template = Array("\(folder)/upload.XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw SpoolError(code: errno) }
        unlink(&template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, at start: Int) throws(SpoolError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress! + done, $0.count - done, off_t(start + done)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SpoolError(code: errno) }
            done += count
        }
    }

    private static func read(_ range: Range<Int>, from descriptor: Int32) throws(SpoolError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count), done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress! + done, $0.count - done, off_t(range.lowerBound + done)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SpoolError(code: errno) }
            done += count
        }
        return bytes
    }
}

/// The disk does not take or give an uploaded file; the code is that of `errno`.
struct SpoolError: Error, HTTPErrorConvertible {
    var code: Int32

    var httpError: HTTPError {
        .unavailable(
            "upload-storage", "Uploads cannot be stored just now; try again in a moment.", retryAfter: .seconds(10),
            debugDescription: "temporary file of an upload: \(String(cString: strerror(code)))")
    }
}
