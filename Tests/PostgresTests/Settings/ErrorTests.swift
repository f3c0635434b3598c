import Postgres
import Testing

@Suite struct `A database error` {
    private static let all: [PostgresError] = [
        .unavailable(retryAfter: .milliseconds(250), reason: "10.0.0.1 refused"), .poolExhausted,
        .server(ServerError(state: .uniqueViolation, message: "duplicate key", detail: "Key (email)=(hanako@example.test) exists", constraint: "words_pkey")),
        .timeout(after: .seconds(1)), .connectionLost(sent: true, reason: "10.0.0.1 closed"), .cancelled,
        .invalidParameter(.containsNUL(position: 1)), .unexpectedRowCount(found: 2, expected: "one"), .transactionEnded, .closed,
    ]

    @Test(arguments: all) func `tells the user nothing of the inside`(error: PostgresError) {
        for inside in ["10.0.0.1", "words", "hanako", "key", "row", "parameter"] { #expect(!"\(error)".contains(inside)) }
    }

    @Test(arguments: all) func `tells the log more, but no value`(error: PostgresError) {
        #expect(String(reflecting: error) != "\(error)" && !String(reflecting: error).contains("hanako"))
    }

    @Test func `is an unavailability when trying again later may help`() {
        let full = PostgresError.server(ServerError(state: SQLState("53300"), message: "too many connections"))
        let unavailable = (Self.all + [full]).filter(\.isUnavailability)
        #expect(unavailable == [Self.all[0], .poolExhausted, Self.all[4], .closed, full])
        #expect(unavailable.map(\.retryAfter) == [.milliseconds(250), .seconds(1), .seconds(1), .seconds(1), .seconds(1)])
        #expect(PostgresError.timeout(after: .seconds(1)).retryAfter == nil)
    }

    @Test func `knows which rule was broken`() {
        func error(_ state: SQLState) -> PostgresError { .server(ServerError(state: state, message: "", constraint: "words_pkey")) }
        #expect(error(.uniqueViolation).isUniqueViolation && !error(.checkViolation).isUniqueViolation)
        #expect(error(.foreignKeyViolation).isForeignKeyViolation && !error(.uniqueViolation).isForeignKeyViolation)
        #expect(error(.checkViolation).isCheckViolation && !error(.notNullViolation).isCheckViolation)
        #expect(error(.serializationFailure).isTransactionConflict && error(.deadlockDetected).isTransactionConflict)
        #expect(!error(.lockNotAvailable).isTransactionConflict && !PostgresError.poolExhausted.isTransactionConflict)
        #expect(error(.uniqueViolation).constraint == "words_pkey" && PostgresError.cancelled.constraint == nil)
    }

    @Test(arguments: ["22P02", "P0001"]) func `of a kind that quotes values is cut before the quotation`(state: String) {
        let error = ServerError(state: SQLState(state), message: #"invalid input syntax for type uuid: "hunter2""#)
        #expect(error.debugDescription == "server error \(state): invalid input syntax for type uuid")
    }

    @Test func `carries what the server said`() async throws {
        let error = await #expect(throws: PostgresError.self) { try await SharedPool.get().query("select 'x' from pg_class where nonsense = 1") }
        let server = try #require(error?.serverError)
        #expect(server.state == SQLState("42703") && server.message.contains("nonsense"))
    }
}
