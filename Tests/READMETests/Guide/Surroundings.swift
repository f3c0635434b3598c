import HTTPCore
import JSON
import TestKit
import Testing
import Web

struct RouteName: Middleware {
    func respond(to context: RequestContext, next: Endpoint) async throws -> Response {
        var response = try await next(context)
        response.fields.append("X-Route", context.route?.template ?? "none")
        return response
    }
}

struct SoldOut: Error { var item: String }

func shop(_ warehouse: Shelf) -> Application {
    Application { routes in
        routes.lifespan("warehouse", start: { warehouse.note("open") }, stop: { warehouse.note("closed") })
        routes.use(RouteName())
        routes.handle(SoldOut.self, answers: [.conflict]) { error, _ in HTTPError.conflict("sold-out", "There is no \(error.item) left; come back tomorrow.") }
        routes.get("/tea") { () -> Text in throw SoldOut(item: "tea") }
        routes.get("/rice") { () in Text("rice") }
    }
}

// MARK: - Tests

@Suite struct `Surroundings in the guide` {
    private let warehouse = Shelf()

    @Test func `begin before the first request and end after the last`() async throws {
        try await TestClient.with(shop(warehouse)) { client in
            #expect(warehouse.notes == ["open"])
            let answer = try await client.get("/rice")
            #expect(answer.text == "rice" && answer["X-Route"] == "/rice")
        }
        #expect(warehouse.notes == ["open", "closed"])
    }

    @Test func `make answers of errors`() async throws {
        let answer = try await TestClient(shop(warehouse)).get("/tea")
        let json = try answer.json
        #expect(answer.status == .conflict && json["type"] == "sold-out" && json["detail"] == "There is no tea left; come back tomorrow.")
        #expect(json["request_id"]?.stringValue == answer[.xRequestID])
    }
}
