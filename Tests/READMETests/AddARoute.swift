import HTTPCore
import JSON
import TestKit
import Testing
import Web

/// What is posted: names, rules and defaults are said once, for parsing, checking and documentation.
struct Greeting: JSONObject {
    var name: String, times: Int
    static let json = Object(
        "Greeting", { Greeting(name: $0, times: $1) },
        Field("name", \.name, .length(1...40), example: "花子"), Field("times", \.times, .range(1...3), default: 1))
}

/// The handler: what it needs are its parameters, what it answers is what it returns.
func greet(body: Body<Greeting>) async throws -> Text {
    Text(String(repeating: "こんにちは、\(body.value.name)さん。", count: body.value.times))
}

let application = Application { routes in
    routes.post("/greetings", summary: "Greet a learner", greet)
}

@Test func `a learner is greeted as often as asked`() async throws {
    let client = TestClient(application)
    #expect(try await client.post("/greetings", json: #"{"name": "花子", "times": 2}"#).text == "こんにちは、花子さん。こんにちは、花子さん。")
    #expect(try await client.post("/greetings", json: #"{"name": "", "times": 4}"#).status == 422)
}
