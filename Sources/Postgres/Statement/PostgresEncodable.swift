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
    public static var isBinary: Bool { true }
}

/// Identifiers and enums bind as what they wrap.
extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
    public static var postgresType: PostgresType { RawValue.postgresType }
    public static var isBinary: Bool { RawValue.isBinary }
    public func encode(into writer: inout ParameterWriter) { rawValue.encode(into: &writer) }
}

extension Int: PostgresEncodable {
    public static var postgresType: PostgresType { .bigint }
    public func encode(into writer: inout ParameterWriter) { writer.write(Int64(self)) }
}

extension Int64: PostgresEncodable {
    public static var postgresType: PostgresType { .bigint }
    public func encode(into writer: inout ParameterWriter) { writer.write(self) }
}

extension Int32: PostgresEncodable {
    public static var postgresType: PostgresType { .integer }
    public func encode(into writer: inout ParameterWriter) { writer.write(self) }
}

extension Int16: PostgresEncodable {
    public static var postgresType: PostgresType { .smallint }
    public func encode(into writer: inout ParameterWriter) { writer.write(self) }
}

extension Bool: PostgresEncodable {
    public static var postgresType: PostgresType { .boolean }
    public func encode(into writer: inout ParameterWriter) { writer.write(self ? UInt8(1) : 0) }
}

extension Double: PostgresEncodable {
    public static var postgresType: PostgresType { .double }
    public func encode(into writer: inout ParameterWriter) { writer.write(bitPattern) }
}

extension String: PostgresEncodable {
    public static var postgresType: PostgresType { .inferred }
    public static var isBinary: Bool { false }
    public func encode(into writer: inout ParameterWriter) { writer.write(self) }
}

extension Substring: PostgresEncodable {
    public static var postgresType: PostgresType { .inferred }
    public static var isBinary: Bool { false }
    public func encode(into writer: inout ParameterWriter) { writer.write(bytes: utf8) }
}
