import HTTPCore
import TestKit
import Testing
import Web

struct Book: RequestInput {
    let shelf: Shelf
    static func describe(in operation: inout Operation) { operation.requires(Shelf.self) }
    static func resolve(in context: RequestContext) async throws -> Book {
        let shelf = context.provided(Shelf.self)
        shelf.note("lent")
        context.onRelease { outcome in shelf.note(outcome.error == nil ? "returned" : "returned after an error") }
        return Book(shelf: shelf)
    }
}

struct Page: RequestInput {
    static func describe(in operation: inout Operation) { operation.depend(on: Book.self) }
    static func resolve(in context: RequestContext) async throws -> Page {
        let shelf = try await context.resolve(Book.self).shelf
        context.onRelease { _ in shelf.note("closed") }
        return Page()
    }
}

func library(_ shelf: Shelf) -> Application {
    Application { routes in
        routes.provide(shelf)
        routes.get("/read") { (page: Page, book: Book) in Text("once upon a time") }
    }
}

// MARK: - Tests

@Suite struct `Dependencies in the guide` {
    private let shelf = Shelf()

    @Test func `are made once for a request and released in reverse order`() async throws {
        #expect(try await TestClient(library(shelf)).get("/read").text == "once upon a time")
        #expect(shelf.notes == ["lent", "closed", "returned"])
    }

    @Test func `hear of the error that ended the request`() async throws {
        struct Strict: Middleware {
            func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
                _ = try await next(context)
                throw HTTPError.forbidden("strict", "Not this one.")
            }
        }
        let strict = Application { routes in
            routes.provide(shelf)
            routes.use(Strict())
            routes.get("/read") { (page: Page) in NoContent() }
        }
        #expect(try await TestClient(strict).get("/read").status == .forbidden)
        #expect(shelf.notes == ["lent", "closed", "returned after an error"])
    }

    @Test func `that need what the application was not given trap at start-up`() async {
        await #expect(processExitsWith: .failure) { _ = Application { $0.get("/") { (page: Page) in NoContent() } } }
    }
}
