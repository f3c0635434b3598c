/// One value of a result, borrowed: valid while its rows are.
public struct PostgresCell {
    /// First byte in the type's binary form; nil for NULL.
    public let base: UnsafeRawPointer?
    /// Length in bytes.
    public let count: Int
    /// The column's type.
    public let type: PostgresType

    /// Describes borrowed bytes.
    public init(base: UnsafeRawPointer?, count: Int, type: PostgresType) {
        self.base = base
        self.count = count
        self.type = type
    }

    /// The bytes; empty for NULL.
    public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: base == nil ? 0 : count) }

    /// Reads an integer in network order; nil when the length does not fit it.
    @inline(__always)
    func integer<Integer: FixedWidthInteger>(_ type: Integer.Type = Integer.self, at offset: Int = 0) -> Integer? {
        guard let base, offset >= 0, offset + MemoryLayout<Integer>.size <= count else { return nil }
        return Integer(bigEndian: (base + offset).loadUnaligned(as: Integer.self))
    }
}

/// What a column can be read as.
public protocol PostgresDecodable {
    /// Reads a value that may be NULL.
    ///
    /// - Throws: why the value is not what it should be.
    static func decode(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> Self
}

extension PostgresError.DecodingFailure.Reason: Error {}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    /// Reads the value as it travelled.
    @inlinable
    public static func decode(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> Wrapped? {
        cell.base == nil ? nil : try Wrapped.decode(cell)
    }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
    /// Reads what the type wraps; `.malformed` when it is none of its values.
    public static func decode(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> Self {
        guard let value = Self(rawValue: try RawValue.decode(cell)) else { throw .malformed }
        return value
    }
}
