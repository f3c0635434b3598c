import Dispatch
import HTTPCore
import Platform
import Reactor
import TestKit
import Testing
import Web

/// Handlers that block their thread.
@Suite struct BlockingTests {
    @Test func `while a handler blocks a thread of its pool, everybody else on its loop is answered`() async throws {
        let release = DispatchSemaphore(value: 0)
        let pool = BlockingPool(label: "test", threads: 1, queueLimit: 0)
        let application = Application { routes in
            routes.get("/quick") { Text("quick") }
            routes.get("/blocking", options: [.blocking(on: pool)]) {
                release.wait()
                return Text("released")
            }
        }
        try await RunningServer.run(answering: { await application.respond(to: $0) }) { running in
            let blocked = try running.connect()
            try blocked.send(request("GET /blocking"))
            #expect(eventually { pool.pendingCount == 1 })
            let quick = try running.connect()
            for _ in 0..<100 { #expect(try quick.exchange(request("GET /quick")).text == "quick") }
            // One more than the pool holds is told so at once.
            let busy = try quick.exchange(request("GET /blocking"))
            #expect(busy.status == 503)
            #expect(busy["Retry-After"] == "1")
            release.signal()
            #expect(try blocked.readResponse().text == "released")
        }
    }

    @Test func `handlers that block for two seconds leave the p99 of other requests under one`() async throws {
        let pool = BlockingPool(label: "test", threads: 2, queueLimit: 8)
        let application = Application { routes in
            routes.get("/quick") { Text("quick") }
            routes.get("/blocking", options: [.blocking(on: pool)]) {
                usleepMilliseconds(2_000)
                return Text("slow")
            }
        }
        try await RunningServer.run(answering: { await application.respond(to: $0) }) { running in
            let blocked = try (0..<2).map { _ in try running.connect() }
            for connection in blocked { try connection.send(request("GET /blocking") + request("GET /blocking")) }
            let quick = try running.connect()
            var seconds: [Double] = []
            for _ in 0..<100 {
                let start = monotonicSeconds()
                #expect(try quick.exchange(request("GET /quick")).status == 200)
                seconds.append(monotonicSeconds() - start)
                usleepMilliseconds(20)
            }
            #expect(seconds.sorted()[98] < 1)
            for connection in blocked { #expect(try connection.readResponse().text == "slow") }
        }
    }

    /// Several requests are under way, and the one that began last, or was read last, is not the slow one.
    @Test(arguments: [false, true]) func `the watchdog names the slow request among others`(waitsFirst: Bool) async throws {
        let reports = Lock<[String]>([])
        let slowPass = SlowPassReport { _, activity in reports.withLock { $0.append(activity) } }
        let gate = Gate()
        let responder: Responder = { request in
            switch request.target.path {
            // Holds the loop until the others have been sent.
            case "/hold": usleepMilliseconds(200)
            case "/slow":
                if waitsFirst { await gate.pass() }
                usleepMilliseconds(100)
            case "/quick": gate.open()
            default: break
            }
            return .text("")
        }
        try await RunningServer.run(slowPass: slowPass, answering: responder) { running in
            let peers = try (0..<3).map { _ in try running.connect() }
            for peer in peers { #expect(try peer.exchange(request("GET /warm")).status == 200) }
            try peers[0].send(request("GET /hold"))
            usleepMilliseconds(50)
            try peers[1].send(request("GET /slow"))
            try peers[2].send(request("GET /quick"))
            for peer in peers { #expect(try peer.readResponse().status == 200) }
            #expect(eventually { reports.withLock { $0.contains("/slow") } })
        }
    }

    @Test func `the watchdog names the request that held its loop`() async throws {
        let reports = Lock<[String]>([])
        let slowPass = SlowPassReport { duration, activity in if duration >= .milliseconds(20) { reports.withLock { $0.append(activity) } } }
        let responder: Responder = { _ in
            usleepMilliseconds(30)
            return .text("")
        }
        try await RunningServer.run(slowPass: slowPass, answering: responder) { running in
            let own = try running.connect()
            #expect(try own.exchange(request("GET /slow/route")).status == 200)
            #expect(eventually { reports.withLock { $0.contains("/slow/route") } })
        }
    }
}
