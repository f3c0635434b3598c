import HTTPCore
import Reactor
import TestKit
import Testing

@testable import HTTPServer

@Suite struct ResponseContentTests {
    private static func streaming(_ length: Int?, _ pieces: [String]) -> Responder {
        { _ in
            Response(
                body: .stream(lengthBytes: length) { writer in
                    for piece in pieces { try await writer.write(Array(piece.utf8)) }
                })
        }
    }

    @Test func `content of unknown length comes in chunks, and the connection stays (RFC 9112 §7.1)`() async throws {
        try await RunningServer.run(answering: Self.streaming(nil, ["hello", "", " world"])) { running in
            let connection = try running.connect()
            for _ in 1...2 {
                let response = try connection.exchange(request("GET /"))
                #expect(response.text == "hello world")
                #expect(response.chunkSizes == [5, 6])
                #expect(response["Content-Length"] == nil)
            }
        }
    }

    @Test func `content of known length comes as it is, and the connection stays (RFC 9110 §8.6)`() async throws {
        try await RunningServer.run(answering: Self.streaming(11, ["hello", " world"])) { running in
            let connection = try running.connect()
            for _ in 1...2 {
                let response = try connection.exchange(request("GET /"))
                #expect(response.text == "hello world")
                #expect(response.chunkSizes.isEmpty)
            }
        }
    }

    @Test func `HTTP/1.0 gets no chunks but the end of the connection (RFC 9112 §6.1)`() async throws {
        try await RunningServer.run(answering: Self.streaming(nil, ["hello", " world"])) { running in
            let response = try running.connect().exchange("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            #expect(response.text == "hello world")
            #expect(response["Connection"] == "close")
            #expect(response["Transfer-Encoding"] == nil)
        }
    }

    @Test func `HEAD does not run the producer (RFC 9110 §9.3.2)`() async throws {
        let events = Events()
        let responder: Responder = { _ in Response(body: .stream(lengthBytes: 5) { _ in events.add("produced") }) }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            #expect(try connection.exchange(request("HEAD /"), isHead: true)["Content-Length"] == "5")
            #expect(try connection.exchange(request("HEAD /"), isHead: true)["Content-Length"] == "5")
            #expect(events.isEmpty)
        }
    }

    @Test func `pieces are sent as they are written`() async throws {
        let gate = Gate()
        let responder: Responder = { _ in
            Response(
                body: .stream(lengthBytes: nil) { writer in
                    try await writer.write(Array("first".utf8))
                    await gate.pass()
                    try await writer.write(Array("second".utf8))
                })
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            try connection.send(request("GET /"))
            while try !connection.readLine().isEmpty {}
            #expect(try connection.readLine() == "5")
            #expect(try connection.readLine() == "first")
            gate.open()
            #expect(try connection.readLine() == "6")
            #expect(try connection.readLine() == "second")
            #expect(try connection.readLine() == "0")
        }
    }

    @Test func `a producer that fails breaks the answer visibly (RFC 9112 §8)`() async throws {
        let responder: Responder = { _ in
            Response(
                body: .stream(lengthBytes: nil) { writer in
                    try await writer.write(Array("half".utf8))
                    throw RequestBodyError.timedOut
                })
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            try connection.send(request("GET /"))
            #expect(throws: RawConnectionError.self) { try connection.readResponse() }
        }
    }

    @Test(arguments: [["short"], ["much too long for that"], []]) func `another length than declared breaks the answer visibly (RFC 9112 §8)`(
        pieces: [String]
    ) async throws {
        try await RunningServer.run(answering: Self.streaming(10, pieces)) { running in
            let connection = try running.connect()
            try connection.send(request("GET /") + request("GET /"))
            #expect(throws: RawConnectionError.self) { try connection.readResponse() }
        }
    }

    @Test func `a slow reader of 100 MB costs little memory, and gets every byte`() async throws {
        let piece = [UInt8](repeating: 0x61, count: 50_000)
        let responder: Responder = { _ in
            Response(body: .stream(lengthBytes: nil) { writer in for _ in 0..<2_000 { try await writer.write(piece) } })
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect(receiveBufferBytes: 65_536)
            try connection.send(request("GET /"))
            #expect(running.waitForConnections { $0.drainWaiter != nil })
            while try !connection.readLine().isEmpty {}
            var count = 0
            var mostHeld = 0
            while true {
                let size = try #require(Int(try connection.readLine(), radix: 16))
                if size == 0 { break }
                count += try connection.read(exactly: size).count
                _ = try connection.readLine()
                if count % 5_000_000 == 0 { mostHeld = max(mostHeld, running.connections { $0.output.bytes.capacity }.max() ?? 0) }
            }
            #expect(count == 100_000_000)
            // 256 KiB wait at most; what was sent is dropped when it is the larger part.
            #expect(mostHeld > 0 && mostHeld < 2_000_000)
        }
    }

    @Test func `a large answer that is there whole reaches a slow reader`() async throws {
        let content = [UInt8]((0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        try await RunningServer.run(answering: { _ in Response(body: .bytes(content)) }) { running in
            let connection = try running.connect(receiveBufferBytes: 16_384)
            try connection.send(request("GET /") + request("GET /"))
            usleepMilliseconds(50)
            #expect(try connection.readResponse().body == content)
            #expect(try connection.readResponse().body == content)
        }
    }

    @Test func `a peer that leaves is an error to the producer`() async throws {
        let events = Events()
        let responder: Responder = { _ in
            Response(
                body: .stream(lengthBytes: nil) { writer in
                    do {
                        while true { try await writer.write([UInt8](repeating: 0x61, count: 50_000)) }
                    } catch {
                        events.add("\(error)")
                        throw error
                    }
                })
        }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect()
            try connection.send(request("GET /"))
            _ = try connection.read()
            connection.reset()
            #expect(events.next() == "disconnected")
            #expect(running.waitForConnections(0))
        }
    }
}
