/// What an array column may hold.
public protocol PostgresDecodableElement {
    /// Reads a whole array column.
    static func decodeArray(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> [Self]
}

extension Array: PostgresDecodable where Element: PostgresDecodableElement {
    /// Reads a one-dimensional array; `[UInt8]` reads the bytes of a column of any type.
    public static func decode(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> [Element] {
        guard cell.base != nil else { throw .null }
        return try Element.decodeArray(cell)
    }
}

extension PostgresDecodableElement where Self: PostgresDecodable {
    /// Reads the value as it travelled.
    public static func decodeArray(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> [Self] {
        // Arrays of the database's own types have ids that we do not know, so the form must tell: dimensions, flags, the element's type.
        guard let dimensions = cell.integer(Int32.self), let flags = cell.integer(UInt32.self, at: 4), let type = cell.integer(UInt32.self, at: 8),
            flags <= 1, type != 0, dimensions != 0 || cell.count == 12
        else { throw .type }
        if dimensions == 0 { return [] }
        guard dimensions == 1, let length = cell.integer(Int32.self, at: 12), length >= 0, Int(length) <= cell.count / 4 else { throw .type }
        var result: [Self] = []
        result.reserveCapacity(Int(length))
        var offset = 20
        for _ in 0..<length {
            guard let size = cell.integer(Int32.self, at: offset), offset + 4 + Int(max(0, size)) <= cell.count else { throw .malformed }
            let element = PostgresCell(base: size < 0 ? nil : cell.base.map { $0 + offset + 4 }, count: Int(max(0, size)), type: PostgresType(id: type))
            result.append(try decode(element))
            offset += 4 + Int(max(0, size))
        }
        return result
    }
}

extension Int: PostgresDecodableElement {}
extension Int64: PostgresDecodableElement {}
extension Int32: PostgresDecodableElement {}
extension Bool: PostgresDecodableElement {}
extension Double: PostgresDecodableElement {}
extension String: PostgresDecodableElement {}
extension Optional: PostgresDecodableElement where Wrapped: PostgresDecodable {}

extension UInt8: PostgresDecodableElement {
    /// Reads the value as it travelled.
    public static func decodeArray(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> [UInt8] { [UInt8](cell.bytes) }
}
