import Postgres
import TestKit

/// A fresh database with one table `t` whose only column `n` is its key.
enum TableOfNumbers {
    static func with(_ road: PostgresFixture.Road = .direct, _ body: @Sendable (PostgresPool) async throws -> Void) async throws {
        try await PostgresFixture.with(road) { fixture in
            try await fixture.pool.execute("create table t (n bigint primary key)")
            try await body(fixture.pool)
        }
    }

    static func rows(_ pool: PostgresPool) async throws -> [Int] {
        try await pool.query("select n from t order by n").map { try $0.decode(0) }
    }
}
