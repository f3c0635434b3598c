/// What an array parameter may hold: `= any(\(ids))`, `unnest(\(names))`. `[UInt8]` is `bytea`.
public protocol PostgresArrayElement: Sendable {
    /// Type of the whole parameter.
    static var postgresArrayType: PostgresType { get }
    /// Writes the whole parameter in binary form.
    static func encode(array: [Self], into writer: inout ParameterWriter)
}

extension PostgresArrayElement where Self: PostgresEncodable {
    /// Writes the elements as an array travels.
    public static func encode(array: [Self], into writer: inout ParameterWriter) { writer.writeArray(array, of: postgresType) }
}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
    /// The type the server is told.
    public static var postgresType: PostgresType { Element.postgresArrayType }
    /// Writes the value as it travels.
    public func encode(into writer: inout ParameterWriter) { Element.encode(array: self, into: &writer) }
}

extension ParameterWriter {
    /// Writes a one-dimensional array without NULLs: dimensions, flags, element type, length, lower bound, elements.
    mutating func writeArray<Element: PostgresEncodable>(_ array: [Element], of type: PostgresType) {
        write(Int32(array.isEmpty ? 0 : 1))
        write(Int32(0))
        write(type.id)
        guard !array.isEmpty else { return }
        write(Int32(clamping: array.count))
        write(Int32(1))
        for element in array { writeSized(element) }
    }

    private mutating func writeSized(_ element: some PostgresEncodable) {
        let start = bytes.count
        write(Int32(0))
        element.encode(into: &self)
        let size = Int32(clamping: bytes.count - start - 4)
        withUnsafeBytes(of: size.bigEndian) { size in
            for index in 0..<4 { bytes[start + index] = size[index] }
        }
    }
}

extension Int: PostgresArrayElement {
    /// The type of an array of these.
    public static var postgresArrayType: PostgresType { .bigintArray }
}

extension Int64: PostgresArrayElement {
    /// The type of an array of these.
    public static var postgresArrayType: PostgresType { .bigintArray }
}

extension Int32: PostgresArrayElement {
    /// The type of an array of these.
    public static var postgresArrayType: PostgresType { .integerArray }
}

extension Bool: PostgresArrayElement {
    /// The type of an array of these.
    public static var postgresArrayType: PostgresType { .booleanArray }
}

extension Double: PostgresArrayElement {
    /// The type of an array of these.
    public static var postgresArrayType: PostgresType { .doubleArray }
}

extension String: PostgresArrayElement {
    /// The type of an array of these.
    public static var postgresArrayType: PostgresType { .textArray }
    /// Writes the elements as an array travels; a single text lets the server infer its type, an array must say it.
    public static func encode(array: [String], into writer: inout ParameterWriter) { writer.writeArray(array, of: .text) }
}

extension UInt8: PostgresArrayElement {
    /// The type of an array of these.
    public static var postgresArrayType: PostgresType { .bytes }
    /// Writes the elements as an array travels.
    public static func encode(array: [UInt8], into writer: inout ParameterWriter) { writer.write(bytes: array) }
}
