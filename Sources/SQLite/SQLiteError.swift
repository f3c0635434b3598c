import CSQLite

/// What SQLite says is wrong: our statement, or memory that is out.
public struct SQLiteError: Error, Sendable, Equatable, CustomStringConvertible {
    /// One of `SQLITE_ERROR` and its sisters.
    public let code: Int32
    /// In SQLite's words.
    public let description: String

    init(_ code: Int32, _ database: OpaquePointer?) {
        self.code = code
        description = database.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
    }
}
