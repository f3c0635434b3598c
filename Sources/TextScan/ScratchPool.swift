import CHyperscan
import Platform

/// Memory of the engine that one scan at a time works in; as many as scans have run at once, at most one for each thread.
final class ScratchPool: Sendable {
    /// `hs_scratch_t` is the engine's own, and used by one thread at a time: whoever took it.
    struct Scratch: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    private let prototype: Scratch
    private let idle = Lock<[Scratch]>([])

    /// A pool for a database.
    init(for database: OpaquePointer) throws(TextScanError) {
        var pointer: OpaquePointer?
        let code = hs_alloc_scratch(database, &pointer)
        guard code == HS_SUCCESS, let pointer else { throw .engine(code: code) }
        prototype = Scratch(pointer: pointer)
    }

    deinit {
        for scratch in idle.withLock({ $0 }) { hs_free_scratch(scratch.pointer) }
        hs_free_scratch(prototype.pointer)
    }

    /// Lends a scratch for the call.
    func withScratch<Value: ~Copyable>(_ body: (OpaquePointer) -> Value) throws(TextScanError) -> Value {
        let scratch: Scratch
        if let waiting = idle.withLock({ $0.popLast() }) { scratch = waiting } else { scratch = try another() }
        defer { idle.withLock { $0.append(scratch) } }
        return body(scratch.pointer)
    }

    private func another() throws(TextScanError) -> Scratch {
        var pointer: OpaquePointer?
        let code = hs_clone_scratch(prototype.pointer, &pointer)
        guard code == HS_SUCCESS, let pointer else { throw .engine(code: code) }
        return Scratch(pointer: pointer)
    }
}
