extension SQL {
    /// Gathers an interpolated literal: pieces of text as they are, values as parameters.
    public struct StringInterpolation: StringInterpolationProtocol {
        /// Text pieces are literals of the program.
        public typealias StringLiteralType = StaticString

        var statement: SQL

        /// Called by the compiler with sizes.
        public init(literalCapacity: Int, interpolationCount: Int) {
            statement = SQL(reservingTextBytes: literalCapacity, parameters: interpolationCount)
        }

        /// Adds a piece of the program's text.
        public mutating func appendLiteral(_ literal: StaticString) { statement.append(literal) }

        /// Binds a value as a parameter.
        public mutating func appendInterpolation(_ value: some PostgresEncodable) { statement.bind(value) }

        /// Binds a value, or NULL of its type.
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) { statement.bind(value) }

        /// Adds a fixed fragment of the program, such as a column name chosen by a `switch`.
        public mutating func appendInterpolation(unescaped fragment: StaticString) { statement.append(fragment) }

        /// Adds another statement's text and parameters.
        public mutating func appendInterpolation(sql fragment: SQL) { statement += fragment }
    }
}
