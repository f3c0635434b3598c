import HTTPCore
import Platform
import TestKit
import Testing

@testable import HTTPServer

/// One task answers many requests; none may feel another.
@Suite struct WorkerTests {
    @Test func `a task answers one request after another, of any connection`() async throws {
        let responder: Responder = { _ in .text(currentTask()) }
        try await RunningServer.run(answering: responder) { running in
            let tasks = try (0..<4).map { _ in
                let connection = try running.connect()
                return [try connection.exchange(request("GET /1")).text, try connection.exchange(request("GET /2")).text]
            }
            #expect(Set(tasks.joined()).count == 1)
        }
    }

    @Test func `a request whose peer left does not cancel the next one`() async throws {
        let begun = Lock(0)
        let responder: Responder = { request in
            if request.target.path == "/patient" { return .text("\(Task.isCancelled)") }
            begun.withLock { $0 += 1 }
            // Longer than any test; ends when it is cancelled.
            try? await Task.sleep(for: .seconds(3_600))
            return .text("cancelled")
        }
        try await RunningServer.run(answering: responder) { running in
            for round in 1...20 {
                let leaving = try running.connect()
                try leaving.send(request("GET /leaving"))
                #expect(eventually { begun.withLock { $0 } == round })
                leaving.reset()
                #expect(running.waitForConnections(0))
                let staying = try running.connect()
                #expect(try staying.exchange(request("GET /patient")).text == "false")
                #expect(try staying.exchange(request("GET /patient")).text == "false")
            }
        }
    }

    @Test func `cancelling a connection that was answered cancels nobody else`() async throws {
        let responder: Responder = { _ in .text("\(Task.isCancelled)") }
        try await RunningServer.run(answering: responder) { running in
            let first = try running.connect()
            #expect(try first.exchange(request("GET /")).text == "false")
            let second = try running.connect()
            running.onEveryLoop { loop, isolation in loop.state.connections.first?.abort(on: isolation) }
            #expect(try second.exchange(request("GET /")).text == "false")
        }
    }

    @Test func `more requests than idle workers are answered at once`() async throws {
        let arrived = Lock(0)
        let responder: Responder = { _ in
            arrived.withLock { $0 += 1 }
            while arrived.withLock({ $0 }) < 200, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(5)) }
            return .text("all are here")
        }
        try await RunningServer.run(answering: responder) { running in
            let connections = try (0..<200).map { _ in try running.connect() }
            for connection in connections { try connection.send(request("GET /")) }
            for connection in connections { #expect(try connection.readResponse().text == "all are here") }
        }
    }
}

private func currentTask() -> String { withUnsafeCurrentTask { "\($0.hashValue)" } }
