import HTTPCore
import JSON
import Reactor
import TestKit
import Testing
import Web

/// A text that remembers whether it was read on an event loop.
private struct Reading: JSONValue {
    var wasOnLoop: Bool

    static func read(from reader: inout JSONReader) throws(JSONReader.Failure) -> Reading {
        _ = try reader.readString()
        return Reading(wasOnLoop: EventLoop.current != nil)
    }

    static func validate(_ input: JSONFragment, _ problems: inout ProblemCollector) -> Reading? {
        problems.add("string_type", "Input should be a valid string", input: input)
        return nil
    }

    static func schema(in registry: inout SchemaRegistry) -> JSONSchema { ["type": "string"] }
    func write(to writer: inout JSONWriter) { writer.write(wasOnLoop) }
}

private struct Routes {
    func read(body: Body<Reading>) async throws -> [Bool] { [body.value.wasOnLoop, EventLoop.current != nil] }
}

private let client = TestClient(Application { routes in routes.post("/", Routes().read) })

private func post(_ text: String, on loop: isolated EventLoop) async throws -> TestResponse { try await client.post("/", json: text) }

@Suite struct `A long body` {
    @Test(arguments: [(10, true), (30_000, true), (40_000, false), (2_000_000, false)])
    func `is read away from the event loop, and the handler runs on it`(count: Int, isReadThere: Bool) async throws {
        let group = EventLoopGroup(count: 1)
        let response = try await post("\"" + String(repeating: "x", count: count) + "\"", on: group.loops[0])
        group.stop()
        #expect(response.text == "[\(isReadThere),true]")
    }

    @Test(arguments: [10, 40_000]) func `is judged like a short one`(count: Int) async throws {
        let text = String(repeating: "x", count: count)
        let list = try await client.post("/", json: "[\"\(text)\"]"), open = try await client.post("/", json: "\"\(text)")
        #expect(list.text.contains(#""type":"string_type""#) && open.text.contains(#""type":"json_invalid""#))
        let plain = try await client.post("/", json: "\"\(text)\"", headers: ["Content-Type": "text/plain"])
        #expect(plain.status == .unprocessableContent)
    }
}
