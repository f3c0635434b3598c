import HTTPCore
import JSON
import Platform
import Postgres
import ServiceKit
import ServiceKitPostgres
import Web

/// The routes `make bench` measures beside its peers, through the whole web layer with the access log on.
@main struct BenchServer: Service {
    static let name = "bench-server"
    private let database: DatabaseSettings

    init(from environment: inout EnvironmentReader) {
        database = DatabaseSettings(from: &environment)
    }

    func start(in context: ServiceContext) async throws -> Application {
        let rows = BenchRows(pool: try await database.open([], in: context))
        return Application(context.applicationConfiguration(title: "Benchmark")) { routes in
            HealthRoutes(readiness: context.readiness).register(on: &routes)
            routes.get("/plaintext", summary: "A constant text") { Text("Hello, World!") }
            routes.get("/json", summary: "A constant object") { Greeting(message: "Hello, World!") }
            routes.get("/typed/{id}", summary: "A path and two query inputs", typed)
            routes.post("/echo", summary: "A validated object, sent back", echo)
            routes.get("/page", summary: "A hundred words") { [BenchWord](repeating: .sample, count: 100) }
            routes.get("/row/{id}", summary: "One row", rows.show)
        }
    }

    @Sendable private func typed(id: Path<ItemID>, paging: Query<Paging>) async throws -> TypedAnswer {
        TypedAnswer(id: id.value.rawValue, limit: paging.value.limit, q: paging.value.q)
    }

    @Sendable private func echo(word: Body<BenchWord>) async throws -> BenchWord { word.value }
}

/// Reads single rows of `bench_words`.
struct BenchRows: Sendable {
    let pool: PostgresPool

    @Sendable func show(id: Path<ItemID>) async throws -> BenchWord {
        let number = id.value.rawValue
        let rows = try await pool.query("select id, japanese, romaji, english from bench_words where id = \(number)", idempotent: true)
        guard let row = rows.first else { throw HTTPError.notFound("word-not-found", "There is no such word; choose an id from 1 to 10000.") }
        return BenchWord(id: try row.decode(0), japanese: try row.decode(1), romaji: try row.decode(2), english: try row.decode(3))
    }
}
