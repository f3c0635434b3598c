import HTTPCore
import HTTPServer
import Reactor
import TestKit
import Testing

/// Peers that do what they should not, and handlers that do unusual things.
@Suite struct ResilienceTests {
    private static let echo: Responder = { .text($0.target.description) }

    @Test func `peers that reset at any moment do not end the server`() async throws {
        let content = [UInt8](repeating: 0x61, count: 300_000)
        try await RunningServer.run(loops: 2, answering: { _ in Response(body: .bytes(content)) }) { running in
            for round in 0..<200 {
                let connection = try running.connect()
                try connection.send(request("GET /") + request("GET /"))
                if round % 2 == 0 { _ = try connection.read(atMost: 1_000) }
                connection.reset()
            }
            #expect(running.waitForConnections(0))
            let own = try running.connect()
            #expect(try own.exchange(request("GET /")).body == content)
        }
    }

    @Test func `a peer that has said everything still gets the answer (RFC 9112 §9.6)`() async throws {
        try await RunningServer.run(answering: Self.echo) { running in
            for _ in 0..<50 {
                let connection = try running.connect()
                try connection.send(request("GET /1") + request("GET /2"))
                connection.closeWrites()
                #expect(try connection.readResponse().text == "/1")
                #expect(try connection.readResponse().text == "/2")
                #expect(connection.isClosedByPeer())
            }
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>) func `mutated requests are answered or closed, and the server goes on`(seed: UInt64) async throws {
        let responder: Responder = { request in
            let body = try? await request.body.collect(upTo: 1_000)
            return .text("\(body?.count ?? -1)")
        }
        try await RunningServer.run(configure: { $0.lingerTimeout = .milliseconds(50) }, answering: responder) { running in
            var random = SeededRandom(seed: seed)
            for _ in 0..<100 {
                let connection = try running.connect()
                // The server may refuse before everything is sent.
                try? connection.send(random.mutate([UInt8](Self.good.utf8)))
                connection.closeWrites()
                let answers = (try? connection.readToEnd()) ?? []
                #expect(answers.isEmpty || answers.starts(with: Array("HTTP/1.1 ".utf8)))
            }
            #expect(running.waitForConnections(0))
            let own = try running.connect()
            #expect(try own.exchange(request("POST /", "Content-Length: 5", body: "hello")).text == "5")
        }
    }

    private static let good =
        request("GET /a?b=c", "Accept: */*") + request("POST /", "Content-Length: 5", body: "hello")
        + request("PUT /", "Transfer-Encoding: chunked", body: "5\r\nhello\r\n0\r\nA: b\r\n\r\n") + request("GET /last", "Connection: close")

    @Test func `content may be read off the loop`() async throws {
        let responder: Responder = { request in
            let count = await Task.detached { (try? await request.body.collect(upTo: 1_000_000).count) ?? -1 }.value
            return .text("\(count)")
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            for _ in 0..<5 {
                try connection.send(request("POST /", "Content-Length: 500000"))
                for _ in 0..<10 { try connection.send([UInt8](repeating: 0x41, count: 50_000)) }
                #expect(try connection.readResponse().text == "500000")
            }
        }
    }

    @Test func `content may be sent back while it arrives, with back-pressure both ways`() async throws {
        let responder: Responder = { request in
            Response(
                body: .stream(lengthBytes: nil) { writer in
                    var chunks = request.body.makeChunks()
                    while let chunk = try await chunks.next() { try await writer.write(chunk) }
                    try await writer.write(Array(chunks.trailers.map { "\($0.name)=\($0.value)" }.joined().utf8))
                })
        }
        try await RunningServer.run(answering: responder) { running in
            // Read and written by two threads: the two directions share nothing.
            nonisolated(unsafe) let connection = try running.connect()
            let sent = Promised<Bool>()
            let sender = Task {
                await onOwnThread {
                    do {
                        try connection.send(request("POST /", "Transfer-Encoding: chunked"))
                        for _ in 0..<200 { try connection.send(Array("c350\r\n".utf8) + [UInt8](repeating: 0x41, count: 50_000) + Array("\r\n".utf8)) }
                        try connection.send("0\r\nSum: x\r\n\r\n")
                        sent.keep(true)
                    } catch {
                        sent.keep(false)
                    }
                }
            }
            usleepMilliseconds(200)
            let response = try connection.readResponse()
            #expect(sent.wait() == true)
            #expect(response.body.count == 10_000_005)
            #expect(response.text.hasSuffix("ASum=x"))
            sender.cancel()
        }
    }

    @Test func `a slow handler does not hold up other connections of its loop`() async throws {
        let gate = Gate()
        let responder: Responder = { request in
            if request.target.path == "/slow" { await gate.pass() }
            return .text(request.target.description)
        }
        try await RunningServer.run(answering: responder) { running in
            let slow = try running.connect()
            try slow.send(request("GET /slow"))
            let other = try running.connect()
            for _ in 0..<10 { #expect(try other.exchange(request("GET /quick")).text == "/quick") }
            gate.open()
            #expect(try slow.readResponse().text == "/slow")
        }
    }
}

extension SeededRandom {
    /// Replaces, adds, removes or doubles a few bytes.
    fileprivate mutating func mutate(_ original: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...3, using: &self) {
            let index = Int.random(in: 0..<bytes.count, using: &self)
            switch Int.random(in: 0..<4, using: &self) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &self)
            case 1: bytes.insert(Array("\r\n\0:; 9fF".utf8).randomElement(using: &self) ?? 0, at: index)
            case 2: bytes.remove(at: index)
            default: bytes.insert(contentsOf: bytes[index..<min(index + 20, bytes.count)], at: index)
            }
        }
        return bytes
    }
}
