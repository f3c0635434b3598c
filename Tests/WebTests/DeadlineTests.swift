import HTTPCore
import Platform
import Synchronization
import TestKit
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(5))) struct `Deadlines` {
    private let clock = ManualClock()

    private func application(_ declare: (RouteGroup) -> Void) -> Application {
        var configuration = ApplicationConfiguration()
        configuration.clock = clock
        configuration.deadline = .seconds(9)
        return Application(configuration) { declare($0) }
    }

    @Test func `are the route's, else the inner group's, else the application's`() async throws {
        let client = TestClient(
            application { routes in
                let show: @Sendable (RequestContext) async throws -> Int = { Int($0.remainingTime.components.seconds) }
                routes.get("/application", show)
                let outer = routes.group("/outer", options: [.deadline(.seconds(7))])
                outer.get("/group", show)
                outer.group("/inner", options: [.deadline(.seconds(5))]).get("/group", show)
                outer.get("/route", options: [.deadline(.seconds(3))], show)
            })
        for (path, seconds) in [("/application", 9), ("/outer/group", 7), ("/outer/inner/group", 5), ("/outer/route", 3)] {
            #expect(try await client.get(path).text == "\(seconds)", "\(path)")
        }
    }

    @Test func `leave no time once they have passed`() async throws {
        // A closure that takes a context and has a capture list is refused by Swift 6.3.
        let clock = clock
        let client = TestClient(
            application { routes in
                routes.get("/") { (context: RequestContext) in
                    clock.advance(by: .seconds(4))
                    let left = context.remainingTime
                    clock.advance(by: .seconds(6))
                    return [Int(left.components.seconds), Int(context.remainingTime.components.seconds)]
                }
            })
        #expect(try await client.get("/").text == "[5,0]")
    }

    @Test func `that pass answer 503, and the log tells what the handler was doing`() async throws {
        let sink = CapturingLogSink()
        var configuration = ApplicationConfiguration()
        configuration.clock = clock
        configuration.logger = Logger(service: "test", sink: sink)
        let app = Application(configuration) { routes in
            routes.get("/slow") { [clock] () -> NoContent in
                clock.advance(by: .seconds(25))
                await untilCancelled()
                throw HTTPError.conflict("half-done", "It was being written.")
            }
        }
        let response = try await Task { try await TestClient(app).get("/slow") }.value
        #expect(response.status == .serviceUnavailable && response.text.contains(#""type":"deadline-exceeded""#) && response[.retryAfter] == "1")
        #expect(sink.lines.contains { $0.contains("request.failed") && $0.contains("half-done") && $0.contains(#""route":"/slow""#) })
    }

    @Test func `that pass do not take an answer away that came all the same`() async throws {
        let app = application { routes in
            routes.get("/late") { [clock] () in
                clock.advance(by: .seconds(9))
                await untilCancelled()
                return Text("late")
            }
        }
        let response = try await Task { try await TestClient(app).get("/late") }.value
        #expect(response.status == .ok && response.text == "late")
    }

    @Test func `have nothing to do with a caller who goes away`() async throws {
        let app = application { routes in
            routes.get("/") { () -> NoContent in
                withUnsafeCurrentTask { $0?.cancel() }
                try Task.checkCancellation()
                return NoContent()
            }
        }
        #expect(try await Task { try await TestClient(app).get("/").status }.value == 499)
    }
}

@Suite(.timeLimit(.minutes(5))) struct `A deadline watch` {
    private let clock = ManualClock()

    @Test func `cancels who is late, once, and nobody else`() async throws {
        let watch = DeadlineWatch(clock: clock)
        let begun = Lock(0), gate = AsyncStream<Never>.makeStream()
        let tasks = [3, 5].map { seconds in
            Task { [gate = gate.stream] in
                let ticket = watch.begin(until: .seconds(seconds))
                begun.withLock { $0 += 1 }
                if seconds == 3 { await untilCancelled() } else { for await _ in gate {} }
                return (Task.isCancelled, watch.end(ticket))
            }
        }
        try await eventually { begun.withLock { $0 } == 2 }
        clock.advance(by: .seconds(3) - .nanoseconds(1))
        #expect(watch.sweep() == 2)
        clock.advance(by: .nanoseconds(1))
        _ = watch.sweep()
        #expect(await tasks[0].value == (true, true))
        #expect(watch.sweep() == 1)
        gate.continuation.finish()
        #expect(await tasks[1].value == (false, false))
        #expect(watch.sweep() == 0)
    }

    @Test func `does not touch who has ended before the deadline`() async {
        let watch = DeadlineWatch(clock: clock)
        await Task { [clock] in
            let ended = watch.begin(until: .seconds(1)), open = watch.begin(until: .seconds(9))
            #expect(!watch.end(ended))
            clock.advance(by: .seconds(2))
            #expect(watch.sweep() == 1 && !Task.isCancelled)
            #expect(!watch.end(open))
        }.value
    }

    @Test func `uses a place again and forgets who was there`() async {
        let watch = DeadlineWatch(clock: clock)
        await Task { [clock] in
            for _ in 0..<100 {
                let ticket = watch.begin(until: clock.uptime() + .seconds(1))
                clock.advance(by: .milliseconds(10))
                #expect(watch.sweep() == 1)
                #expect(!watch.end(ticket) && !Task.isCancelled)
            }
            let late = watch.begin(until: clock.uptime()), next = watch.begin(until: clock.uptime() + .seconds(1))
            _ = watch.sweep()
            #expect(watch.end(late) && !watch.end(next))
            let again = watch.begin(until: clock.uptime() + .seconds(1))
            #expect(!watch.end(again))
        }.value
    }
}
