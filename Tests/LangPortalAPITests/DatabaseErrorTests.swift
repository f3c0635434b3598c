import HTTPCore
import Postgres
import ServiceKitPostgres
import Testing
import Web

@Suite struct DatabaseErrorTests {
    @Test(arguments: ["57014", "55P03", "40001", "40P01"])
    func `a statement that lost against others or the clock is 503 and worth another try`(state: String) {
        let error = HTTPError(PostgresError.server(ServerError(state: SQLState(state), message: "no")))
        #expect(error.status == .serviceUnavailable && error.type == "database-busy" && error.fields[.retryAfter] == "1")
    }

    @Test func `a full pool is busy, not away`() {
        let error = HTTPError(PostgresError.poolExhausted)
        #expect(error.status == .serviceUnavailable && error.type == "database-busy" && error.fields[.retryAfter] == "1")
        #expect(error.detail.contains("busy"))
    }

    @Test func `a time-out is 503 and worth another try`() {
        let error = HTTPError(PostgresError.timeout(after: .seconds(10)))
        #expect(error.status == .serviceUnavailable && error.type == "database-timeout" && error.fields[.retryAfter] == "1")
    }

    @Test func `a database that is away says when to come again`() {
        let error = HTTPError(PostgresError.unavailable(retryAfter: .seconds(3), reason: "connection refused"))
        #expect(error.status == .serviceUnavailable && error.type == "database-unavailable" && error.fields[.retryAfter] == "3")
    }

    @Test(arguments: ["23505", "42P01", "22P02"])
    func `a statement that is wrong is our mistake`(state: String) {
        let error = HTTPError(PostgresError.server(ServerError(state: SQLState(state), message: "no")))
        #expect(error.status == .internalServerError && error.fields[.retryAfter] == nil)
    }
}
