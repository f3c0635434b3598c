extension Int64: PostgresDecodable {
    /// Reads bigint, integer, smallint, oid, and numeric without a fraction.
    public static func decode(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> Int64 {
        guard cell.base != nil else { throw .null }
        let value: Int64? =
            switch cell.type {
            case .bigint: cell.integer(Int64.self)
            case .integer: cell.integer(Int32.self).map(Int64.init)
            case .smallint: cell.integer(Int16.self).map(Int64.init)
            case .objectID: cell.integer(UInt32.self).map(Int64.init)
            case .numeric: try Numeric(cell).integer()
            default: throw .type
            }
        guard let value else { throw .malformed }
        return value
    }
}

extension Int: PostgresDecodable {
    /// Reads what `Int64` reads.
    public static func decode(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> Int {
        guard let value = Int(exactly: try Int64.decode(cell)) else { throw .outOfRange }
        return value
    }
}

extension Int32: PostgresDecodable {
    /// Reads what `Int64` reads, if it fits.
    public static func decode(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> Int32 {
        guard let value = Int32(exactly: try Int64.decode(cell)) else { throw .outOfRange }
        return value
    }
}

extension Double: PostgresDecodable {
    /// Reads double precision, real, numeric and the integer types.
    public static func decode(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> Double {
        guard cell.base != nil else { throw .null }
        switch cell.type {
        case .double:
            guard let bits = cell.integer(UInt64.self) else { throw .malformed }
            return Double(bitPattern: bits)
        case .real:
            guard let bits = cell.integer(UInt32.self) else { throw .malformed }
            return Double(Float(bitPattern: bits))
        case .numeric:
            guard let value = Double(try Numeric(cell).text) else { throw .malformed }
            return value
        default: return Double(try Int64.decode(cell))
        }
    }
}

extension Bool: PostgresDecodable {
    /// Reads boolean.
    public static func decode(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> Bool {
        guard cell.base != nil else { throw .null }
        guard cell.type == .boolean else { throw .type }
        guard let value = cell.integer(UInt8.self) else { throw .malformed }
        return value != 0
    }
}
