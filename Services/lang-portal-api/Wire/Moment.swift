import Encoding
import JSON
import Postgres

/// A moment as the portal's clients know it: ISO 8601 in UTC without a zone, `2026-02-08T17:20:23.123456`.
struct Moment: Equatable, Sendable {
    var timestamp: Timestamp
}

extension Moment: PostgresDecodable {
    /// Microseconds from 1970-01-01 to 2000-01-01, where PostgreSQL begins to count.
    private static let postgresEpoch: Int64 = 946_684_800_000_000

    static func decode(_ cell: PostgresCell) throws(PostgresError.DecodingFailure.Reason) -> Moment {
        guard let base = cell.base else { throw .null }
        guard cell.type == .timestamptz else { throw .type }
        guard cell.count == 8 else { throw .malformed }
        let microseconds = Int64(bigEndian: base.loadUnaligned(as: Int64.self))
        return Moment(timestamp: Timestamp(microsecondsSinceEpoch: microseconds + postgresEpoch))
    }
}

extension Moment: JSONValue {
    static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Moment {
        guard let timestamp = Timestamp(iso8601: try String.read(from: &reader)) else { throw reader.mismatch() }
        return Moment(timestamp: timestamp)
    }

    static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Moment? {
        guard let timestamp = input.stringValue.flatMap({ Timestamp(iso8601: $0) }) else {
            problems.add("datetime_parsing", "Input should be a valid datetime", input: input)
            return nil
        }
        return Moment(timestamp: timestamp)
    }

    func write(to writer: inout JSONWriter) { timestamp.iso8601(.unwritten).write(to: &writer) }

    static func schema(in registry: inout SchemaRegistry) -> JSONSchema {
        ["type": "string", "examples": ["2026-02-08T17:20:23.123456"], "description": "ISO 8601 in UTC, without zone"]
    }
}
