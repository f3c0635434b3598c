/// One SQL statement with its parameters: interpolation binds, it never pastes text.
///
///     let word: SQL = "select english from words where id = \(id) and user_id = \(user)"
///
/// The text comes from literals alone, so nothing that arrives from outside can become part of it. A `String` is bound as text of
/// unknown type, so the server infers `uuid`, `timestamptz`, an enum and so on from where it stands; where nothing tells (`$1 is null`,
/// `concat($1)`), write a cast after it: `\(name)::text`. `Int` is bound as `bigint`, arrays as `bigint[]`, `text[]`, `boolean[]`.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// Where one parameter stands in the text and where its value lies.
    struct Parameter: Sendable {
        /// Bytes of the text in front of the placeholder.
        var textOffset: Int
        var type: PostgresType
        /// Start of the value; negative for NULL.
        var valueOffset: Int
        var valueBytes: Int
        var isBinary: Bool
    }

    /// The text without placeholders.
    private(set) var text: [UInt8]
    private(set) var values: [UInt8] = []
    private(set) var parameters: [Parameter] = []
    /// Place (from 1) of a text that holds a NUL character: PostgreSQL cannot store it, and libpq would cut the text short there.
    private(set) var parameterWithNUL: Int?

    /// A statement without parameters.
    public init(stringLiteral text: StaticString) {
        self.text = []
        append(text)
    }

    /// The statement an interpolated literal describes.
    public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.statement }

    init(reservingTextBytes textBytes: Int, parameters count: Int) {
        text = []
        text.reserveCapacity(textBytes)
        parameters.reserveCapacity(count)
    }

    /// What its messages are long, at most: Parse, Bind, Describe and Execute of the extended protocol.
    var messageBytes: Int { text.count + values.count + 20 * parameters.count + 64 }

    mutating func append(_ literal: StaticString) {
        if literal.hasPointerRepresentation {
            text.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
        } else {
            literal.withUTF8Buffer { text.append(contentsOf: $0) }
        }
    }

    mutating func append(verbatim more: String) { text.append(contentsOf: more.utf8) }

    mutating func bind<Value: PostgresEncodable>(_ value: Value?) {
        var parameter = Parameter(textOffset: text.count, type: Value.postgresType, valueOffset: -1, valueBytes: 0, isBinary: Value.isBinary)
        if let value {
            parameter.valueOffset = values.count
            var writer = ParameterWriter(bytes: values)
            values = []
            value.encode(into: &writer)
            values = writer.bytes
            parameter.valueBytes = values.count - parameter.valueOffset
            if !Value.isBinary, parameterWithNUL == nil, values[parameter.valueOffset...].contains(0) { parameterWithNUL = parameters.count + 1 }
            // Ends texts for libpq, and gives empty values an address: none means NULL.
            values.append(0)
        }
        parameters.append(parameter)
    }
}

extension SQL {
    /// Puts another statement's text and parameters behind this one's.
    public static func += (left: inout SQL, right: SQL) {
        let textBytes = left.text.count
        let valueBytes = left.values.count
        if left.parameterWithNUL == nil { left.parameterWithNUL = right.parameterWithNUL.map { $0 + left.parameters.count } }
        left.text += right.text
        left.values += right.values
        for var parameter in right.parameters {
            parameter.textOffset += textBytes
            if parameter.valueOffset >= 0 { parameter.valueOffset += valueBytes }
            left.parameters.append(parameter)
        }
    }

    /// One statement after the other; parameters are numbered anew.
    public static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum += right
        return sum
    }

    /// Fragments with `separator` between them.
    public static func joined(_ fragments: some Sequence<SQL>, separator: SQL = ", ") -> SQL {
        var result: SQL = ""
        for (index, fragment) in fragments.enumerated() {
            if index > 0 { result += separator }
            result += fragment
        }
        return result
    }
}
