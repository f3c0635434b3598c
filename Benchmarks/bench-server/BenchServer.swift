import HTTPCore
import JSON
import Platform
import Postgres
import ServiceKit
import ServiceKitPostgres
import Web
import WebSocketCore

/// The routes `make bench` measures beside its peers, through the whole web layer with the access log on.
@main struct BenchServer: Service {
    static let name = "bench-server"
    private let database: DatabaseSettings
    /// A folder that is served, if there is one.
    private let files: String?

    init(from environment: inout EnvironmentReader) {
        database = DatabaseSettings(from: &environment)
        files = environment.optionalString("BENCH_FILES")
    }

    func start(in context: ServiceContext) async throws -> Application {
        let rows = BenchRows(pool: try await database.open([], in: context))
        return Application(context.applicationConfiguration(title: "Benchmark")) { routes in
            HealthRoutes(readiness: context.readiness).register(on: &routes)
            routes.get("/plaintext", summary: "A constant text") { Text("Hello, World!") }
            routes.get("/json", summary: "A constant object") { Greeting(message: "Hello, World!") }
            routes.get("/typed/{id}", summary: "A path and two query inputs", typed)
            routes.post("/echo", summary: "A validated object, sent back", echo)
            routes.get("/row/{id}", summary: "One row", rows.show)
            routes.get("/page", summary: "A hundred words") { Page.hundredWords }
            routes.webSocket("/websocket", socket: Self.compressed) { socket in
                for try await message in socket { try await socket.send(message) }
            }
            if let files { routes.staticFiles("/files", at: files) }
            routes.get("/events", summary: "Three events after the last one seen", events)
        }
    }

    private static var compressed: WebSocketOptions {
        var options = WebSocketOptions()
        options.compression = WebSocketCompression()
        return options
    }

    @Sendable private func events(last: LastEventID) async throws -> EventStream {
        let seen = last.value.flatMap { UInt16($0) }.map(Int.init) ?? 0
        return EventStream { events in
            for number in seen + 1...seen + 3 { try await events.send("\(number)\n言葉", event: "tick", id: "\(number)") }
        }
    }

    @Sendable private func typed(id: Path<ItemID>, paging: Query<Limit>) async throws -> TypedAnswer {
        TypedAnswer(id: id.value.rawValue, limit: paging.value.limit)
    }

    @Sendable private func echo(order: Body<Order>) async throws -> Order { order.value }
}

/// Reads single rows of `bench_rows`.
struct BenchRows: Sendable {
    let pool: PostgresPool

    @Sendable func show(id: Path<ItemID>) async throws -> BenchRow {
        let number = id.value.rawValue
        guard let row = try await pool.queryOne("select id, name, score from bench_rows where id = \(number)", idempotent: true) else {
            throw HTTPError.notFound("row-not-found", "There is no such row; choose an id from 1 to 10000.")
        }
        return BenchRow(id: try row.decode(0), name: try row.decode(1), score: try row.decode(2))
    }
}
