/// Takes the bytes of parameters.
public struct ParameterWriter {
    var bytes: [UInt8]

    /// Adds an integer in network order.
    public mutating func write<Integer: FixedWidthInteger>(_ integer: Integer) {
        withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Adds bytes.
    public mutating func write(bytes more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Adds text as UTF-8.
    public mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

/// What can be bound as a parameter.
public protocol PostgresEncodable: Sendable {
    /// The parameter's declared type; `.inferred` leaves it to the server.
    static var postgresType: PostgresType { get }
    /// Whether `encode` writes the type's binary form (else its text form).
    static var isBinary: Bool { get }
    /// Writes the value.
    func encode(into writer: inout ParameterWriter)
}

extension PostgresEncodable {
    /// Whether values travel in the binary format.
    public static var isBinary: Bool { true }
}

/// Identifiers and enums bind as what they wrap.
extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
    /// The type the server is told.
    public static var postgresType: PostgresType { RawValue.postgresType }
    /// Whether values travel in the binary format.
    public static var isBinary: Bool { RawValue.isBinary }
    /// Writes the value as it travels.
    public func encode(into writer: inout ParameterWriter) { rawValue.encode(into: &writer) }
}

extension Int: PostgresEncodable {
    /// The type the server is told.
    public static var postgresType: PostgresType { .bigint }
    /// Writes the value as it travels.
    public func encode(into writer: inout ParameterWriter) { writer.write(Int64(self)) }
}

extension Int64: PostgresEncodable {
    /// The type the server is told.
    public static var postgresType: PostgresType { .bigint }
    /// Writes the value as it travels.
    public func encode(into writer: inout ParameterWriter) { writer.write(self) }
}

extension Int32: PostgresEncodable {
    /// The type the server is told.
    public static var postgresType: PostgresType { .integer }
    /// Writes the value as it travels.
    public func encode(into writer: inout ParameterWriter) { writer.write(self) }
}

extension Int16: PostgresEncodable {
    /// The type the server is told.
    public static var postgresType: PostgresType { .smallint }
    /// Writes the value as it travels.
    public func encode(into writer: inout ParameterWriter) { writer.write(self) }
}

extension Bool: PostgresEncodable {
    /// The type the server is told.
    public static var postgresType: PostgresType { .boolean }
    /// Writes the value as it travels.
    public func encode(into writer: inout ParameterWriter) { writer.write(self ? UInt8(1) : 0) }
}

extension Double: PostgresEncodable {
    /// The type the server is told.
    public static var postgresType: PostgresType { .double }
    /// Writes the value as it travels.
    public func encode(into writer: inout ParameterWriter) { writer.write(bitPattern) }
}

extension String: PostgresEncodable {
    /// The type the server is told.
    public static var postgresType: PostgresType { .inferred }
    /// Whether values travel in the binary format.
    public static var isBinary: Bool { false }
    /// Writes the value as it travels.
    public func encode(into writer: inout ParameterWriter) { writer.write(self) }
}

extension Substring: PostgresEncodable {
    /// The type the server is told.
    public static var postgresType: PostgresType { .inferred }
    /// Whether values travel in the binary format.
    public static var isBinary: Bool { false }
    /// Writes the value as it travels.
    public func encode(into writer: inout ParameterWriter) { writer.write(bytes: utf8) }
}
