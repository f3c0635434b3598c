import HTTPClient
import Platform
import Reactor
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A curl client's time limits` {
    private static let short = Duration.milliseconds(150)
    /// Long enough for a loaded machine to get to what is waited for.
    private static let medium = Duration.seconds(3)
    private static let long = Duration.seconds(600)
    private static let head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"

    @Test func `a connection that does not come about, TLS included`() async throws {
        // Answers nothing to the greeting of TLS.
        let server = ScriptedServer { _ in .stall("") }
        defer { server.stop() }
        let client = client()
        for limits in [
            HTTPClientLimits(connectTimeout: Self.short, firstByteTimeout: Self.long, totalTimeout: Self.long),
            HTTPClientLimits(connectTimeout: Self.long, firstByteTimeout: Self.long, totalTimeout: Self.medium),
        ] {
            let request = HTTPClientRequest(url: "https://127.0.0.1:\(server.port)/", limits: limits)
            let error = await failure { () async throws(HTTPClientError) in try await client.send(request) }
            #expect(error == .timedOut(.connecting))
            #expect(error?.wasNeverSent == true)
        }
        try await eventually { server.openConnections == 0 }
    }

    @Test(arguments: [[UInt8](), pattern(200_000)])
    func `an answer that does not begin`(body: [UInt8]) async throws {
        let server = ScriptedServer { _ in .stall("") }
        defer { server.stop() }
        let limits = HTTPClientLimits(firstByteTimeout: Self.short, totalTimeout: Self.long)
        let request = HTTPClientRequest(method: "POST", url: server.url("/"), body: body, limits: limits)
        let error = await failure { () async throws(HTTPClientError) in try await client().send(request) }
        #expect(error == .timedOut(.firstByte) && error?.wasNeverSent == false)
        try await eventually { server.openConnections == 0 }
    }

    @Test(arguments: ["HTTP/1.1 103 Early Hints\r\n\r\n", "HTTP/1.1 200 O", Self.head, Self.head + "half"])
    func `an answer that does not end`(text: String) async throws {
        let server = ScriptedServer { _ in .stall(text) }
        defer { server.stop() }
        let limits = HTTPClientLimits(firstByteTimeout: Self.long, totalTimeout: Self.medium)
        let request = HTTPClientRequest(url: server.url("/"), limits: limits)
        #expect(await failure { () async throws(HTTPClientError) in try await client().send(request) } == .timedOut(.total))
        try await eventually { server.openConnections == 0 }
    }

    @Test func `an answer that has begun is not measured by its first byte`() async throws {
        let gate = Gate()
        let server = ScriptedServer { _ in
            .script { peer in
                peer.send(Self.head + "12345")
                gate.wait()
                peer.send("67890")
            }
        }
        defer { server.stop() }
        let limits = HTTPClientLimits(firstByteTimeout: .seconds(2), totalTimeout: Self.long)
        let stream = try await client().stream(HTTPClientRequest(url: server.url("/"), limits: limits))
        try await Task.sleep(for: .seconds(2.5))
        gate.open()
        #expect(try await stream.collect() == Array("1234567890".utf8))
    }

    @Test func `a stream that nobody reads`() async throws {
        let server = ScriptedServer { _ in .stall(Self.head + "half") }
        defer { server.stop() }
        let limits = HTTPClientLimits(totalTimeout: Self.medium)
        let stream = try await client().stream(HTTPClientRequest(url: server.url("/"), limits: limits))
        try await eventually { server.openConnections == 0 }
        #expect(await failure { () async throws(HTTPClientError) in try await stream.next() } == .timedOut(.total))
        #expect(await failure { () async throws(HTTPClientError) in try await stream.next() } == .timedOut(.total))
    }

    @Test func `a place that does not become free, by the time that the task has left that asks`() async throws {
        let server = ScriptedServer { _ in .stall("") }
        defer { server.stop() }
        let client = client({ $0.connectionsPerHost = 1 }, on: oneLoop)
        let request = HTTPClientRequest(url: server.url("/"), limits: HTTPClientLimits(firstByteTimeout: Self.long, totalTimeout: Self.long))
        let holder = Task { await failure { () async throws(HTTPClientError) in try await client.send(request) } }
        try await eventually { !server.seen.isEmpty }
        // The clock stands still, so that nobody cancels the tasks.
        let watch = DeadlineWatch(clock: ManualClock())
        let waiting = (0..<3).map { _ in
            Task {
                let ticket = watch.begin(until: .milliseconds(200))
                defer { _ = watch.end(ticket) }
                return await failure { () async throws(HTTPClientError) in try await client.send(request) }
            }
        }
        for task in waiting { #expect(await task.value == .timedOut(.waiting)) }
        #expect(server.seen.count == 1)
        holder.cancel()
        #expect(await holder.value == .cancelled)
    }

    @Test func `the time that the task has left that asks, for an exchange under way`() async {
        let server = ScriptedServer { _ in .stall("") }
        defer { server.stop() }
        let request = HTTPClientRequest(url: server.url("/"), limits: HTTPClientLimits(firstByteTimeout: Self.long, totalTimeout: Self.long))
        let watch = DeadlineWatch(clock: ManualClock())
        let ticket = watch.begin(until: Self.medium)
        #expect(await failure { () async throws(HTTPClientError) in try await client().send(request) } == .timedOut(.total))
        _ = watch.end(ticket)
        // Not over by the clock that stands still, so that nobody cancels the task.
        let late = watch.begin(until: .nanoseconds(1))
        #expect(await failure { () async throws(HTTPClientError) in try await client().send(request) } == .timedOut(.waiting))
        _ = watch.end(late)
        #expect(server.seen.count == 1)
    }
}
