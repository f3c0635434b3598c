import HTTPCore
import JSON
import TestKit
import Testing
import Web

enum Grade: Int, JSONEnum, CaseIterable, PathParameter {
    case n5 = 5, n4 = 4
    static let parameterName = "grade"
}

struct Listing: JSONObject {
    var page: Int, tags: [String], order: String?
    static let json = Object(
        "Listing", { Self(page: $0, tags: $1, order: $2) }, Field("page", \.page, .range(1...), default: 1),
        Field("tag", \.tags, .count(...2), default: [], alsoNamed: ["label"]), Field("order", \.order, .oneOf(["kana", "date"]), deprecated: true))
}

struct Device: JSONObject {
    var version: Int
    static let json = Object("Device", { Self(version: $0) }, Field("x-app-version", \.version, .greaterThan(0)))
}

func listWords(grade: Path<Grade>, query: Query<Listing>, header: Header<Device>) async throws -> [String] {
    ["N\(grade.value.rawValue)", "page \(query.value.page)", "version \(header.value.version)"] + query.value.tags
}

let parameterRoutes = Application { routes in routes.get("/grades/{grade}/words", summary: "The words of a grade", listWords) }

// MARK: - Tests

@Suite struct `Parameters in the guide` {
    private let client = TestClient(parameterRoutes)

    @Test func `are parsed, have defaults and other names`() async throws {
        let answer = try await client.get("/grades/4/words?label=food", headers: ["X-App-Version": "12"])
        #expect(answer.text == #"["N4","page 1","version 12","food"]"#)
    }

    @Test func `are all told of in the 422 that the guide shows`() async throws {
        let answer = try await client.get("/grades/3/words?page=0")
        #expect(answer.status == 422)
        let shown = try #require(try guide().blocks("json").first)
        #expect(try answer.json == JSON.parse(Array(shown.utf8)))
    }

    @Test func `that are deprecated are documented so`() async throws {
        let operation = try await client.get("/openapi.json").json["paths"]?["/grades/{grade}/words"]?["get"]
        let deprecated = operation?["parameters"]?.arrayValue?.filter { $0["deprecated"] == true }.map { $0["name"]?.stringValue }
        #expect(deprecated == ["order"])
    }
}
