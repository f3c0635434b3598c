import CPostgres

/// One row of a result.
public struct PostgresRow: Sendable {
    let result: ResultStorage
    let index: Int32

    /// How many columns there are.
    public var columnCount: Int { Int(PQnfields(result.pointer)) }

    /// Reads one column, from 0.
    ///
    /// - Throws: `.decoding` for NULL in a type that is not optional, another type, a value out of range, or a column that is not there.
    @inlinable
    public func decode<Value: PostgresDecodable>(_ column: Int, as type: Value.Type = Value.self) throws(PostgresError) -> Value {
        let cell = try cell(column, wanted: Value.self)
        do {
            return try Value.decode(cell)
        } catch {
            throw failure(error, column: column, wanted: Value.self)
        }
    }

    /// Reads the first columns in order: `try row.decode(Int.self, String.self, Bool?.self)`.
    ///
    /// - Throws: as `decode(_:as:)`.
    @inlinable
    public func decode<each Value: PostgresDecodable>(_ types: repeat (each Value).Type) throws(PostgresError) -> (repeat each Value) {
        var column = 0
        return (repeat try next(&column, as: each types))
    }

    @inlinable
    func next<Value: PostgresDecodable>(_ column: inout Int, as type: Value.Type) throws(PostgresError) -> Value {
        defer { column += 1 }
        return try decode(column, as: type)
    }

    /// Lends a column's bytes in the type's binary form; nil for NULL. They may not leave `body`.
    public func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer?) throws -> Result) throws -> Result {
        let cell = try cell(column, wanted: [UInt8].self)
        return try withExtendedLifetime(result) { try body(cell.base == nil ? nil : cell.bytes) }
    }

    @usableFromInline
    func cell(_ column: Int, wanted: Any.Type) throws(PostgresError) -> PostgresCell {
        guard column >= 0, column < columnCount else { throw failure(.noSuchColumn, column: column, wanted: wanted) }
        let place = Int32(column)
        let isNull = PQgetisnull(result.pointer, index, place) != 0
        return PostgresCell(
            base: isNull ? nil : UnsafeRawPointer(PQgetvalue(result.pointer, index, place)), count: Int(PQgetlength(result.pointer, index, place)),
            type: PostgresType(id: PQftype(result.pointer, place)))
    }

    @usableFromInline
    func failure(_ reason: PostgresError.DecodingFailure.Reason, column: Int, wanted: Any.Type) -> PostgresError {
        let name = PQfname(result.pointer, Int32(clamping: column)).map { String(cString: $0) } ?? "?"
        let type = PostgresType(id: PQftype(result.pointer, Int32(clamping: column)))
        return .decoding(.init(column: column, name: name, type: type, wanted: "\(wanted)", reason: reason))
    }
}
