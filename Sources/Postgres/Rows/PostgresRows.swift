import CPostgres

/// The rows a statement returned, and how many it affected. Owns libpq's result and clears it with the last copy.
public struct PostgresRows: Sendable {
    let result: ResultStorage
    /// How many rows there are.
    public let count: Int

    init(_ result: ResultStorage) {
        self.result = result
        count = Int(PQntuples(result.pointer))
    }

    /// Rows that INSERT, UPDATE, DELETE, MERGE or SELECT counted; 0 for other commands.
    public var affectedRows: Int { Int(String(cString: PQcmdTuples(result.pointer))) ?? 0 }

    /// The command as the server names it, such as `INSERT 0 1`.
    var commandTag: String { String(cString: PQcmdStatus(result.pointer)) }

    /// Names of the columns.
    public var columnNames: [String] { (0..<PQnfields(result.pointer)).map { String(cString: PQfname(result.pointer, $0)) } }
}

extension PostgresRows: RandomAccessCollection {
    /// 0
    public var startIndex: Int { 0 }
    /// How many rows there are.
    public var endIndex: Int { count }

    /// The row at a place from 0.
    public subscript(position: Int) -> PostgresRow {
        precondition(position >= 0 && position < count, "row \(position) of \(count)")
        return PostgresRow(result: result, index: Int32(position))
    }
}

/// Sole owner of one `PGresult`, which never changes once read: libpq allows concurrent reads.
final class ResultStorage: @unchecked Sendable {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }
    deinit { PQclear(pointer) }
}
