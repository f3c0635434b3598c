import HTTPClient
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A cancelled caller of a curl client` {
    private let patient = HTTPClientLimits(connectTimeout: .seconds(600), firstByteTimeout: .seconds(600), totalTimeout: .seconds(600))

    private func sending(_ request: HTTPClientRequest, by client: CurlClient, upload: HTTPClientUpload? = nil) -> Task<HTTPClientError?, Never> {
        Task {
            await failure { () async throws(HTTPClientError) in
                let stream = try await client.stream(request, upload: upload)
                while try await stream.next() != nil {}
            }
        }
    }

    @Test func `sends nothing when it was cancelled before`() async {
        let server = ScriptedServer { _ in .text("HTTP/1.1 204 No Content\r\n\r\n") }
        defer { server.stop() }
        let (client, gate) = (client(), Gate())
        let caller = Task {
            gate.wait()
            return await failure { () async throws(HTTPClientError) in try await client.send(HTTPClientRequest(url: server.url("/"))) }
        }
        caller.cancel()
        gate.open()
        #expect(await caller.value == .cancelled)
        #expect(server.connections == 0)
    }

    @Test(arguments: ["", "HTTP/1.1 103 Early Hints\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"])
    func `frees its connection at once while it waits for the answer, and others go on`(text: String) async throws {
        let server = ScriptedServer { $0.path == "/slow" ? .stall(text) : .text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
        defer { server.stop() }
        let client = client({ $0.connectionsPerHost = 1 }, on: oneLoop)
        let caller = sending(HTTPClientRequest(url: server.url("/slow"), limits: patient), by: client)
        try await eventually { !server.seen.isEmpty }
        let other = Task { try await client.send(HTTPClientRequest(url: server.url("/fast"), limits: patient)).status }
        caller.cancel()
        #expect(await caller.value == .cancelled)
        #expect(try await other.value == 200)
        try await eventually { server.openConnections == 1 }
    }

    @Test func `frees its connection at once while TLS is being set up`() async throws {
        let server = ScriptedServer { _ in .stall("") }
        defer { server.stop() }
        let caller = sending(HTTPClientRequest(url: "https://127.0.0.1:\(server.port)/", limits: patient), by: client())
        try await eventually { server.openConnections == 1 }
        caller.cancel()
        #expect(await caller.value == .cancelled)
        try await eventually { server.openConnections == 0 }
    }

    @Test func `leaves the line of those who wait for a place`() async throws {
        let server = ScriptedServer { $0.path == "/slow" ? .stall("") : .text("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
        defer { server.stop() }
        let client = client({ ($0.connectionsPerHost, $0.waitingLimit) = (1, 1) }, on: oneLoop)
        let holder = sending(HTTPClientRequest(url: server.url("/slow"), limits: patient), by: client)
        try await eventually { !server.seen.isEmpty }
        for _ in 0..<5 {
            // Each takes the only place in the line, so the one before has left it.
            var (caller, isRefused) = waiting(by: client, server)
            try await eventually {
                let error = await failure { () async throws(HTTPClientError) in
                    try await client.send(HTTPClientRequest(url: server.url("/fast"), limits: HTTPClientLimits(totalTimeout: .milliseconds(1))))
                }
                // This one may have had the place when the caller came.
                if error != .busy, isRefused.value > 0 { (caller, isRefused) = waiting(by: client, server) }
                return error == .busy
            }
            caller.cancel()
            #expect(await caller.value == .cancelled)
        }
        holder.cancel()
        #expect(await holder.value == .cancelled)
        #expect(try await client.send(HTTPClientRequest(url: server.url("/fast"), limits: patient)).status == 200)
        #expect(server.seen.map(\.path) == ["/slow", "/fast"])
    }

    /// A caller that wants a place in the line; the counter tells when it was refused.
    private func waiting(by client: CurlClient, _ server: ScriptedServer) -> (Task<HTTPClientError?, Never>, isRefused: Counter) {
        let isRefused = Counter()
        let caller = Task {
            let error = await failure { () async throws(HTTPClientError) in
                try await client.send(HTTPClientRequest(url: server.url("/fast"), limits: patient))
            }
            if error == .busy { isRefused.add(1) }
            return error
        }
        return (caller, isRefused)
    }

    @Test func `ends the producer of its upload`() async throws {
        let server = ScriptedServer(readsBodies: false) { _ in .stall("") }
        defer { server.stop() }
        let ended = Counter()
        let upload = HTTPClientUpload {
            do {
                try await Task.sleep(for: .seconds(600))
            } catch {
                ended.add()
                throw error
            }
            return nil
        }
        let caller = sending(HTTPClientRequest(method: "PUT", url: server.url("/"), limits: patient), by: client(), upload: upload)
        try await eventually { !server.seen.isEmpty }
        caller.cancel()
        #expect(await caller.value == .cancelled)
        try await eventually { ended.value == 1 && server.openConnections == 0 }
    }
}
