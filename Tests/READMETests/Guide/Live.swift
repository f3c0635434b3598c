import HTTPCore
import JSON
import TestKit
import Testing
import Web
import WebSocketCore

struct Remark: JSONObject {
    var text: String
    static let json = Object("Remark", { Self(text: $0) }, Field("text", \.text, .length(1...100)))
}

func countDown(last: LastEventID) async throws -> EventStream {
    let start = last.value.flatMap { Int($0) } ?? 3
    return EventStream { events in
        for number in (0..<start).reversed() { try await events.send(json: number, event: "tick", id: "\(number)") }
    }
}

let liveRoutes = Application { routes in
    routes.webSocket("/chat/{grade}") { (grade: Path<Grade>, socket: WebSocket) in
        while let remark = try await socket.receive(json: Remark.self) { try await socket.send(text: "\(grade.value): \(remark.text)") }
    }
    routes.get("/countdown", countDown)
}

// MARK: - Tests

@Suite(.serialized) struct `Live routes in the guide` {
    @Test(arguments: TestClient.Medium.allCases) func `talk both ways`(medium: TestClient.Medium) async throws {
        try await TestClient.with(liveRoutes, over: medium) { client in
            try await client.webSocket("/chat/5") { (socket: TestWebSocket) async throws in
                try await socket.send(text: #"{"text": "猫"}"#)
                #expect(try await socket.receiveText() == "n5: 猫")
                try await socket.send(text: #"{"text": ""}"#)
                #expect(try await socket.receive() == nil)
                #expect(socket.closure?.code == .invalidPayload)
            }
            let refused = await #expect(throws: UnexpectedAnswer.self) { try await client.webSocket("/chat/1") { _ in } }
            #expect(refused?.response.status == 422)
        }
    }

    @Test(arguments: TestClient.Medium.allCases) func `go on where the client was`(medium: TestClient.Medium) async throws {
        try await TestClient.with(liveRoutes, over: medium) { client in
            try await client.events("/countdown", lastEventID: "2") { (events: TestEvents) async throws in
                #expect(try await events.next() == TestEvent("1", type: "tick", lastEventID: "1"))
                #expect(try await events.next() == TestEvent("0", type: "tick", lastEventID: "0"))
                #expect(try await events.next() == nil)
            }
        }
    }
}
