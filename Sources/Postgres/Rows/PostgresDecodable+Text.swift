extension String: PostgresDecodable {
    /// Reads text and its kin, enums, json, jsonb, and numeric and uuid as PostgreSQL prints them.
    public static func decode(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> String {
        guard cell.base != nil else { throw .null }
        switch cell.type {
        case .text, .varchar: return String(decoding: cell.bytes, as: UTF8.self)
        case .boolean, .bigint, .smallint, .integer, .objectID, .real, .double, .bytes, .date, .timestamp, .timestamptz: throw .type
        case .numeric: return try Numeric(cell).text
        case .uuid: return try uuid(cell)
        case .jsonb: return String(decoding: cell.bytes.dropFirst(), as: UTF8.self)
        case .integerArray, .bigintArray, .textArray, .varcharArray, .booleanArray, .doubleArray: throw .type
        default: return try validText(cell)
        }
    }

    /// Enums have ids that only their database knows; their binary form is their text.
    private static func validText(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> String {
        guard let text = String(validating: cell.bytes, as: UTF8.self), !cell.bytes.contains(0) else { throw .type }
        return text
    }

    private static func uuid(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> String {
        guard cell.count == 16 else { throw .malformed }
        return String(unsafeUninitializedCapacity: 36) { output in
            var place = 0
            for (index, byte) in cell.bytes.enumerated() {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    output[place] = UInt8(ascii: "-")
                    place += 1
                }
                output[place] = hexDigit(byte >> 4)
                output[place + 1] = hexDigit(byte & 15)
                place += 2
            }
            return 36
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value + UInt8(ascii: "0") : value - 10 + UInt8(ascii: "a") }
}
