import Dispatch
import HTTPCore
import HTTPServer
import Reactor
import TestKit
import Testing
import Web

/// Answers, and tells what it does afterwards.
private func leaving(_ events: Events, until gate: Gate) -> Responder {
    { request in
        var response = Response.text(request.target.description)
        response.completion = { failure in
            events.add(failure.map { "failed: \($0)" } ?? "answered")
            await gate.pass()
            events.add(Task.isCancelled ? "cancelled" : "done")
        }
        return response
    }
}

extension EventLoop {
    /// Blocks the calling thread, as no handler should.
    fileprivate static func hold(until signal: DispatchSemaphore) { _ = signal.wait(timeout: .now() + 60) }
}

@Suite struct `What an answer leaves to be done` {
    @Test func `is done when the client has its answer, and keeps nobody waiting`() async throws {
        let (events, gate) = (Events(), Gate())
        try await RunningServer.run(answering: leaving(events, until: gate)) { running in
            let connection = try running.connect()
            #expect(try connection.exchange(request("GET /1")).text == "/1")
            #expect(events.next() == "answered")
            #expect(try connection.exchange(request("GET /2")).text == "/2")
            #expect(events.next() == "answered")
            gate.open()
            #expect(events.next() == "done" && events.next() == "done")
        }
    }

    @Test func `begins when the answer has left, even if it keeps the loop busy`() async throws {
        let read = DispatchSemaphore(value: 0)
        let responder: Responder = { request in
            var response = Response.text("bye")
            response.completion = { _ in EventLoop.hold(until: read) }
            return response
        }
        try await RunningServer.run(answering: responder) { running in
            let response = try running.connect().exchange(request("GET /"))
            #expect(response.text == "bye")
            read.signal()
        }
    }

    @Test func `hears that nobody was there to hear the answer, and is not cancelled for that`() async throws {
        let (events, gate, afterwards) = (Events(), Gate(), Gate())
        let answer = leaving(events, until: afterwards)
        let responder: Responder = { request in
            events.add("started")
            await gate.pass()
            return await answer(request)
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            try connection.send(request("GET /"))
            #expect(events.next() == "started")
            connection.close()
            #expect(running.waitForConnections(0))
            gate.open()
            #expect(events.next() == "failed: disconnected")
            afterwards.open()
            #expect(events.next() == "done")
        }
    }

    @Test func `hears why the content broke off`() async throws {
        struct Failure: Error {}
        let (events, gate) = (Events(), Gate())
        gate.open()
        let answer = leaving(events, until: gate)
        let responder: Responder = { request in
            var response = await answer(request)
            response.body = .stream(lengthBytes: nil) { _ in throw Failure() }
            return response
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            try connection.send(request("GET /"))
            #expect(events.next() == "failed: Failure()")
            #expect(events.next() == "done")
        }
    }

    @Test func `is waited for at shutdown`() async throws {
        let (events, gate) = (Events(), Gate())
        try await RunningServer.run(configure: { $0.drainLimit = .seconds(60) }, answering: leaving(events, until: gate)) { running in
            let connection = try running.connect()
            _ = try connection.exchange(request("GET /"))
            connection.close()
            #expect(events.next() == "answered" && running.waitForConnections(0))
            let finished = running.startShutdown()
            #expect(eventually { running.server.isDraining })
            gate.open()
            #expect(finished.wait() == true)
            #expect(events.next() == "done", "the shutdown ended after it")
        }
    }

    @Test func `is cancelled at the drain limit`() async throws {
        let events = Events()
        let responder: Responder = { _ in
            var response = Response.text("bye")
            response.completion = { _ in
                events.add("started")
                try? await Task.sleep(for: .seconds(600))
                events.add("\(Task.isCancelled)")
            }
            return response
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            _ = try connection.exchange(request("GET /"))
            #expect(events.next() == "started")
            #expect(running.shutdown() == false)
            #expect(events.next() == "true")
        }
    }

    @Test func `is released undisturbed where its work is cancelled`() async throws {
        let events = Events()
        let application = Application { routes in
            routes.get("/") { (context: RequestContext) in
                context.onRelease { _ in
                    await Task.yield()
                    events.add("released, cancelled: \(Task.isCancelled)")
                }
                try context.afterResponse {
                    events.add("started")
                    try await Task.sleep(for: .seconds(600))
                }
                try context.afterResponse { events.add("never") }
                return NoContent()
            }
        }
        try await RunningServer.run(answering: { await application.respond(to: $0) }) { running in
            let connection = try running.connect()
            _ = try connection.exchange(request("GET /"))
            #expect(events.next() == "started")
            #expect(running.shutdown() == false)
            #expect(events.next() == "released, cancelled: false")
            #expect(events.isEmpty)
        }
    }

    @Test func `is released when the client goes away in the middle of the handler`() async throws {
        let (events, gate) = (Events(), Gate())
        // Other tests may hold the threads of the tasks for longer than a clean-up may take.
        var configuration = ApplicationConfiguration()
        configuration.completion.releaseLimit = .seconds(120)
        let application = Application(configuration) { routes in
            routes.get("/") { (context: RequestContext) in
                context.onRelease { outcome in
                    await Task.yield()
                    events.add("released: \(outcome.error.map { "\($0)" } ?? "answered"), cancelled: \(Task.isCancelled)")
                }
                events.add("started")
                await gate.pass()
                try Task.checkCancellation()
                return NoContent()
            }
        }
        try await RunningServer.run(answering: { await application.respond(to: $0) }) { running in
            let connection = try running.connect()
            try connection.send(request("GET /"))
            #expect(events.next() == "started")
            connection.close()
            #expect(running.waitForConnections(0))
            gate.open()
            #expect(events.next() == "released: CancellationError(), cancelled: false")
        }
    }
}
