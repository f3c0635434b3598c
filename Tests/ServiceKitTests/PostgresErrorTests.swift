import HTTPCore
import JSON
import Platform
import Postgres
import ServiceKitPostgres
import TestKit
import Testing
import Web

@Suite struct `A database error that nobody expected` {
    private func answer(to error: any Error, _ sink: CapturingLogSink = CapturingLogSink()) async throws -> TestResponse {
        var configuration = ApplicationConfiguration()
        configuration.logger = Logger(service: "test", sink: sink)
        return try await TestClient(
            Application(configuration) { routes in
                routes.use(PostgresErrorRendering())
                routes.get("/") { () -> NoContent in throw error }
            }
        ).get("/")
    }

    @Test(arguments: [
        (PostgresError.unavailable(retryAfter: .milliseconds(250), reason: "10.0.0.1 refused"), "1"),
        (.unavailable(retryAfter: .milliseconds(2_100), reason: "10.0.0.1 refused"), "3"), (.poolExhausted, "1"), (.closed, "1"),
        (.connectionLost(sent: true, reason: "10.0.0.1 closed"), "1"), (.connectionLost(sent: false, reason: "10.0.0.1 closed"), "1"),
        (.server(ServerError(state: SQLState("53300"), message: "10.0.0.1 has too many connections")), "1"),
    ])
    func `is 503 with Retry-After while the database is away or busy`(error: PostgresError, retryAfter: String) async throws {
        let sink = CapturingLogSink()
        let response = try await answer(to: error, sink)
        #expect(response.status == .serviceUnavailable && response[.retryAfter] == retryAfter && response[.cacheControl] == "no-store")
        #expect(response.text.contains(error == .poolExhausted ? #""type":"database-busy""# : #""type":"database-unavailable""#))
        #expect(!response.text.contains("10.0.0.1"))
        let line = try #require(sink.lines.first { $0.contains("request.failed") })
        #expect(line.contains("10.0.0.1") || !String(reflecting: error).contains("10.0.0.1"), "the log has it all")
    }

    @Test func `is 503 with Retry-After when the database was too slow`() async throws {
        let response = try await answer(to: PostgresError.timeout(after: .seconds(10)))
        #expect(response.status == .serviceUnavailable && response.text.contains(#""type":"database-timeout""#) && response[.retryAfter] == "1")
    }

    @Test(arguments: [SQLState.queryCanceled, .lockNotAvailable, .serializationFailure, .deadlockDetected])
    func `is 503 with Retry-After when others were first`(state: SQLState) async throws {
        let response = try await answer(to: PostgresError.server(ServerError(state: state, message: "lost")))
        #expect(response.status == .serviceUnavailable && response.text.contains(#""type":"database-busy""#) && response[.retryAfter] == "1")
    }

    @Test(arguments: [
        PostgresError.server(ServerError(state: .uniqueViolation, message: "duplicate key", detail: "Key (name)=(hanako)", constraint: "words_pkey")),
        .transactionEnded, .unexpectedRowCount(found: 2, expected: "one"), .invalidParameter(.containsNUL(position: 1)),
    ])
    func `is a bland 500 otherwise`(error: PostgresError) async throws {
        let sink = CapturingLogSink()
        let response = try await answer(to: error, sink)
        #expect(response.status == .internalServerError && response.text.contains(#""type":"internal-error""#) && response[.retryAfter] == nil)
        #expect(!response.text.contains("words_pkey") && !response.text.contains("hanako") && !sink.lines.contains { $0.contains("hanako") })
        #expect(sink.lines.contains { $0.contains("request.failed") })
    }

    @Test func `is nobody's error when the caller went away`() async throws {
        #expect(try await answer(to: PostgresError.cancelled).status == 499)
    }

    @Test func `lets other errors and answers pass`() async throws {
        #expect(try await answer(to: HTTPError.notFound("word-not-found", "There is no such word.")).status == .notFound)
    }
}
