import Dispatch
import HTTPCore
import Platform
import TestKit
import Testing
import Web

/// How many handlers held the pool's threads when the inputs were settled.
private struct HeldBefore: RequestInput {
    let count: Int

    static func resolve(in context: RequestContext) async throws -> HeldBefore {
        HeldBefore(count: context.provided(BlockingPool.self).pendingCount)
    }

    static func describe(in operation: inout Operation) {}
}

@Suite struct `Routes that block` {
    private let pool = BlockingPool(label: "test", threads: 1, queueLimit: 0)

    private func client(_ options: [RouteOption]) -> TestClient {
        TestClient(
            Application { [pool] routes in
                routes.provide(pool)
                routes.get("/held", options: options) { (before: HeldBefore, context: RequestContext) in
                    await Task.yield()
                    return Text("\(before.count) \(pool.pendingCount) \(context.request.target.path)")
                }
                routes.get("/missing", options: options) { () async throws -> Text in throw HTTPError.notFound("no-such", "None.") }
            })
    }

    @Test func `the handler holds a thread of the pool, its inputs do not`() async throws {
        let client = client([.blocking(on: pool)])
        // The thread is given back in a moment.
        for _ in 0..<3 {
            #expect(try await client.get("/held").text == "0 1 /held")
            try await eventually { pool.pendingCount == 0 }
        }
    }

    @Test func `other routes hold none`() async throws {
        #expect(try await client([]).get("/held").text == "0 0 /held")
    }

    @Test func `errors are answered as on any route`() async throws {
        #expect(try await client([.blocking(on: pool)]).get("/missing").status == .notFound)
    }

    @Test func `when the pool holds all it may, the answer is 503 with Retry-After`() async throws {
        let release = DispatchSemaphore(value: 0)
        let holder = Task { [pool] in try await pool.run { release.wait() } }
        try await eventually { pool.pendingCount > 0 }
        let response = try await client([.blocking(on: pool)]).get("/held")
        #expect(response.status == .serviceUnavailable)
        #expect(response.fields[.retryAfter] == "1")
        #expect(response.text.contains(#""type":"busy""#))
        release.signal()
        try await holder.value
    }
}
