import CHyperscan
import Glibc

/// Patterns that are looked for together, in one pass over a text whose time grows with its length alone.
///
/// Compiling takes up to some seconds for hundreds of patterns: do it once, off the loops, or open what `serialized()` gave in a few milliseconds. A set may
/// be used by any number of threads at once. Never made of a stranger's patterns.
public final class PatternSet: Sendable {
    /// A pattern that was found.
    public struct Match: Sendable, Hashable {
        /// The pattern's place in the list.
        public let pattern: Int
        /// Where it was found, in bytes; starts at 0 for patterns without `.start`.
        public let range: Range<Int>

        /// A match.
        public init(pattern: Int, range: Range<Int>) {
            self.pattern = pattern
            self.range = range
        }
    }

    /// The database is written once, before anybody else has it.
    private struct Database: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    private let database: Database
    private let scratches: ScratchPool

    /// Compiles patterns; they must be at least one. For any processor of this architecture.
    public convenience init(_ patterns: [ScanPattern]) throws(TextScanError) {
        try self.init(owning: try Self.compile(patterns))
    }

    /// Opens a set that was compiled before, by the same version of the engine; a damaged one is refused.
    public convenience init(serialized bytes: [UInt8]) throws(TextScanError) {
        var pointer: OpaquePointer?
        let code = bytes.withUnsafeBytes { hs_deserialize_database($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, &pointer) }
        guard code == HS_SUCCESS, let pointer else { throw .database(code: code) }
        try self.init(owning: pointer)
    }

    private init(owning pointer: OpaquePointer) throws(TextScanError) {
        database = Database(pointer: pointer)
        do throws(TextScanError) {
            scratches = try ScratchPool(for: pointer)
        } catch {
            hs_free_database(pointer)
            throw error
        }
    }

    deinit { hs_free_database(database.pointer) }

    /// The engine's version, as it tells it.
    static var engineVersion: String { hs_version().map { String(cString: $0) } ?? "" }

    /// What a later process opens instead of compiling.
    public func serialized() throws(TextScanError) -> [UInt8] {
        var bytes: UnsafeMutablePointer<CChar>?
        var count = 0
        let code = hs_serialize_database(database.pointer, &bytes, &count)
        guard code == HS_SUCCESS, let bytes else { throw .database(code: code) }
        defer { free(bytes) }
        return Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }

    /// Calls `found` for each match, in the order of their ends, until it returns false.
    public func scan(_ text: borrowing Span<UInt8>, found: (Match) -> Bool) throws(TextScanError) {
        guard text.count <= Int(UInt32.max) else { throw .textTooLong }
        let code = try scratches.withScratch { scratch in
            text.withUnsafeBufferPointer { bytes in scan(bytes, scratch, found) }
        }
        guard code == HS_SUCCESS || code == HS_SCAN_TERMINATED else { throw .engine(code: code) }
    }

    /// All matches of a text, at most `limit` of them.
    public func matches(in text: borrowing Span<UInt8>, limit: Int = 1_000) throws(TextScanError) -> [Match] {
        var matches: [Match] = []
        try scan(text) { match in
            matches.append(match)
            return matches.count < limit
        }
        return matches
    }

    private func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ scratch: OpaquePointer, _ found: (Match) -> Bool) -> hs_error_t {
        guard let start = bytes.baseAddress else {
            // Nothing to look at; the engine wants an address all the same.
            return withUnsafePointer(to: UInt8(0)) { scan($0, 0, scratch, found) }
        }
        return scan(start, bytes.count, scratch, found)
    }

    private func scan(_ start: UnsafePointer<UInt8>, _ count: Int, _ scratch: OpaquePointer, _ found: (Match) -> Bool) -> hs_error_t {
        withoutActuallyEscaping(found) { found in
            var listener = Listener(found: found)
            return withUnsafeMutablePointer(to: &listener) { listener in
                UnsafeRawPointer(start).withMemoryRebound(to: CChar.self, capacity: count) {
                    hs_scan(database.pointer, $0, UInt32(count), 0, scratch, hear, listener)
                }
            }
        }
    }

    private static func compile(_ patterns: [ScanPattern]) throws(TextScanError) -> OpaquePointer {
        precondition(!patterns.isEmpty, "a set has patterns")
        // No feature of one processor: where it runs is not where it may have been compiled.
        var platform = hs_platform_info_t()
        var pointer: OpaquePointer?
        var problem: UnsafeMutablePointer<hs_compile_error_t>?
        let code = withCStrings(patterns.map(\.expression)) { expressions in
            hs_compile_multi(
                expressions, patterns.map(\.options.rawValue), (0..<UInt32(patterns.count)).map(\.self), UInt32(patterns.count), UInt32(HS_MODE_BLOCK),
                &platform, &pointer, &problem)
        }
        defer { hs_free_compile_error(problem) }
        if code == HS_SUCCESS, let pointer { return pointer }
        let message = problem?.pointee.message.map { String(cString: $0) } ?? "code \(code)"
        throw .pattern(index: problem.flatMap { $0.pointee.expression >= 0 ? Int($0.pointee.expression) : nil }, message: message)
    }
}

/// Whom the engine tells, at an address that stays during the scan.
private struct Listener {
    let found: (PatternSet.Match) -> Bool
}

/// Called by the engine; 0 goes on.
private func hear(_ id: UInt32, _ from: UInt64, _ to: UInt64, _ flags: UInt32, _ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let listener = context?.assumingMemoryBound(to: Listener.self) else { return 1 }
    return listener.pointee.found(PatternSet.Match(pattern: Int(id), range: Int(from)..<Int(to))) ? 0 : 1
}

/// Lends the texts as C's strings.
private func withCStrings<Value>(_ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> Value) -> Value {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies.map { UnsafePointer($0) })
}
