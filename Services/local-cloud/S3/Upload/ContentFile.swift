import Glibc
import Platform

/// A file that content is written to while it arrives; it is removed again unless it is taken over.
final class ContentFile: Sendable {
    private struct State {
        var descriptor: Int32
        var verifier: ContentVerifier
        var isTaken = false
    }

    let path: String
    private let state: Lock<State>

    /// Makes the file. Blocks, as everything here does.
    init(_ path: String, _ verifier: sending ContentVerifier) throws(StateError) {
        self.path = path
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(action: "write", path: path, code: errno) }
        state = Lock(State(descriptor: descriptor, verifier: verifier))
    }

    deinit {
        let (descriptor, isTaken) = state.withLock { ($0.descriptor, $0.isTaken) }
        if descriptor >= 0 { close(descriptor) }
        if !isTaken { unlink(path) }
    }

    /// Verifies what arrived and writes the content in it.
    func take(_ bytes: [UInt8]) throws {
        try state.withLock { state throws in
            let content = try state.verifier.take(bytes)
            guard Files.writeAll(content, to: state.descriptor) else { throw StateError.system(action: "write", path: path, code: errno) }
        }
    }

    /// Verifies the whole.
    func finish() throws -> ContentVerifier.Facts {
        try state.withLock { state throws in
            let facts = try state.verifier.finish()
            guard fsync(state.descriptor) == 0 else { throw StateError.system(action: "write", path: path, code: errno) }
            return facts
        }
    }

    /// The file stays.
    func keep() { state.withLock { $0.isTaken = true } }
}
