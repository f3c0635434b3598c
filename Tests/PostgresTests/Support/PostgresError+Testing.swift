public import Postgres
public import Testing

/// A test that fails says what the log would, not what a user may read.
extension PostgresError: CustomTestStringConvertible {
    /// What a failed expectation prints.
    public var testDescription: String { debugDescription }
}
