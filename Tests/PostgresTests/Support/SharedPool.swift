import Postgres
import TestKit

/// Pools on the database that is always there, for tests that create nothing; they live as long as the process.
enum SharedPool {
    private static let pools = PostgresFixture.Road.allCases.map { road in
        Result { PostgresPool(try PostgresFixture.configuration(road), on: PostgresFixture.group, blocking: PostgresFixture.blocking) }
    }

    static func get(_ road: PostgresFixture.Road = .direct) throws -> PostgresPool {
        try pools[road == .direct ? 0 : 1].get()
    }

    /// The only value of a statement.
    static func read<Value: PostgresDecodable>(
        _ sql: SQL, as type: Value.Type = Value.self, by road: PostgresFixture.Road = .direct
    ) async throws -> Value {
        try await get(road).query(sql).exactlyOne().decode(0)
    }

    /// Why the only value of a statement cannot be read so; nil when it can.
    static func failure<Value: PostgresDecodable>(_ sql: SQL, as type: Value.Type) async throws -> PostgresError.DecodingFailure? {
        do {
            _ = try await read(sql, as: type)
            return nil
        } catch PostgresError.decoding(let failure) {
            return failure
        }
    }
}
