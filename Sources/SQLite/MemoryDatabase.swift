import CSQLite

/// A database in memory that becomes a file's bytes: for formats that are SQLite files.
///
/// Its calls do not wait for a disk; what they cost is the work itself.
public struct MemoryDatabase: ~Copyable {
    private let handle: OpaquePointer

    /// An empty database.
    public init() throws(SQLiteError) {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            let error = SQLiteError(code, opened)
            sqlite3_close_v2(opened)
            throw error
        }
        handle = opened
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs statements without values, separated by semicolons.
    public func execute(_ statements: StaticString) throws(SQLiteError) { try check(sqlite3_exec(handle, "\(statements)", nil, nil, nil)) }

    /// Runs one statement with values in the places of its question marks; rows it gives are left.
    public func run(_ statement: StaticString, _ values: [SQLiteValue]) throws(SQLiteError) {
        var prepared: OpaquePointer?
        try check(sqlite3_prepare_v2(handle, "\(statement)", -1, &prepared, nil))
        defer { sqlite3_finalize(prepared) }
        for (place, value) in values.enumerated() { try check(bind(value, at: Int32(place + 1), of: prepared)) }
        let code = sqlite3_step(prepared)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw SQLiteError(code, handle) }
    }

    private func bind(_ value: SQLiteValue, at place: Int32, of statement: OpaquePointer?) -> Int32 {
        switch value {
        case .integer(let number): return sqlite3_bind_int64(statement, place, Int64(number))
        case .text(let text):
            // With its NUL, so that an empty text has an address and is no NULL.
            let bytes = text.utf8CString
            return bytes.withUnsafeBufferPointer { csqlite_bind_text(statement, place, $0.baseAddress, UInt64(bytes.count - 1)) }
        }
    }

    /// The database as a file would have it.
    public func serialized() throws(SQLiteError) -> [UInt8] {
        var count: Int64 = 0
        guard let bytes = sqlite3_serialize(handle, "main", &count, 0) else { throw SQLiteError(SQLITE_NOMEM, handle) }
        defer { sqlite3_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    private func check(_ code: Int32) throws(SQLiteError) { if code != SQLITE_OK { throw SQLiteError(code, handle) } }
}
