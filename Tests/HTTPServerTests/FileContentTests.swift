import Dispatch
import Glibc
import HTTPCore
import Platform
import TestKit
import Testing

@testable import HTTPServer
@testable import Reactor

/// A file without a name that holds `bytes`.
private func file(_ bytes: [UInt8]) throws -> OpenFile {
    var template = Array("/tmp/content-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    unlink(&template)
    var done = 0
    while done < bytes.count {
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + done, bytes.count - done) }
        try #require(count > 0, "a file for the test could not be written")
        done += count
    }
    return try OpenFile(owning: descriptor)
}

@Suite struct FileContentTests {
    @Test(arguments: [0, 1, 16_384, 3_000_000]) func `a file is the content, and the connection stays`(count: Int) async throws {
        let bytes = pattern(count), body = FileBody(try file(bytes))
        try await RunningServer.run(answering: { _ in Response(body: .file(body)) }) { running in
            let connection = try running.connect()
            for _ in 1...3 {
                let response = try connection.exchange(request("GET /"))
                #expect(response["Content-Length"] == "\(count)")
                #expect(response.body == bytes)
            }
        }
    }

    @Test func `parts of a file come with what is written between them`() async throws {
        let bytes = pattern(500_000)
        let parts = [FileBody.Part(prefix: Array("first:".utf8), range: 400_000..<500_000), FileBody.Part(prefix: Array("second:".utf8), range: 0..<1)]
        let body = FileBody(try file(bytes), parts: parts, suffix: Array(":end".utf8))
        let expected = Array("first:".utf8) + bytes[400_000...] + Array("second:".utf8) + [bytes[0]] + Array(":end".utf8)
        try await RunningServer.run(answering: { _ in Response(body: .file(body)) }) { running in
            let connection = try running.connect(receiveBufferBytes: 16_384)
            try connection.send(request("GET /") + request("GET /"))
            for _ in 1...2 { #expect(try connection.readResponse().body == expected) }
        }
    }

    @Test func `pipelined files come in order, also to a slow reader`() async throws {
        let bytes = pattern(3_000_000), body = FileBody(try file(bytes))
        let responder: Responder = { request in request.target.path == "/file" ? Response(body: .file(body)) : .text("between") }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect(receiveBufferBytes: 16_384)
            try connection.send(request("GET /text") + request("GET /file") + request("GET /text") + request("GET /file") + request("GET /text"))
            #expect(running.waitForConnections { $0.transfer != nil && $0.isWriteBlocked })
            for place in 0..<5 {
                let response = try connection.readResponse()
                if place % 2 == 0 { #expect(response.text == "between") } else { #expect(response.body == bytes) }
            }
        }
    }

    @Test func `HEAD gets the length and nothing of the file`() async throws {
        let body = FileBody(try file(pattern(70_000)))
        try await RunningServer.run(answering: { _ in Response(body: .file(body)) }) { running in
            let connection = try running.connect()
            for _ in 1...2 { #expect(try connection.exchange(request("HEAD /"), isHead: true)["Content-Length"] == "70000") }
        }
    }

    @Test func `HTTP/1.0 gets a file with its length, and the connection ends`() async throws {
        let bytes = pattern(2_000_000), body = FileBody(try file(bytes))
        try await RunningServer.run(answering: { _ in Response(body: .file(body)) }) { running in
            let connection = try running.connect()
            let response = try connection.exchange("GET / HTTP/1.0\r\n\r\n")
            #expect(response.body == bytes && response["Content-Length"] == "2000000")
            #expect(connection.isClosedByPeer())
        }
    }

    @Test(arguments: [true, false]) func `a file that becomes shorter breaks the answer off visibly (RFC 9112 §8)`(isSlow: Bool) async throws {
        let file = try file(pattern(6_000_000)), body = FileBody(file)
        if !isSlow { ftruncate(file.descriptor, 100) }
        try await RunningServer.run(answering: { _ in Response(body: .file(body)) }) { running in
            let connection = try running.connect(receiveBufferBytes: 16_384)
            try connection.send(request("GET /"))
            if isSlow {
                #expect(running.waitForConnections { $0.transfer != nil && $0.isWriteBlocked })
                ftruncate(file.descriptor, 100)
            }
            #expect(throws: RawConnectionError.self) { try connection.readResponse() }
            #expect(running.waitForConnections(0))
        }
    }

    @Test func `a peer that leaves in the middle gives the file back`() async throws {
        weak var watched: OpenFile?
        let body = Lock<FileBody?>(FileBody(try file(pattern(8_000_000))))
        watched = body.withLock { $0?.file }
        let responder: Responder = { _ in Response(body: body.withLock { body in body.take().map { .file($0) } ?? .empty }) }
        try await RunningServer.run(answering: responder) { running in
            let connection = try running.connect(receiveBufferBytes: 16_384)
            try connection.send(request("GET /"))
            #expect(running.waitForConnections { $0.transfer != nil && $0.isWriteBlocked })
            connection.reset()
            #expect(running.waitForConnections(0))
        }
        #expect(watched == nil)
    }

    @Test func `a reader that takes nothing is cut off`() async throws {
        let body = FileBody(try file(pattern(8_000_000)))
        try await RunningServer.run(configure: { $0.writeTimeout = .milliseconds(200) }, answering: { _ in Response(body: .file(body)) }) { running in
            let connection = try running.connect(receiveBufferBytes: 16_384)
            try connection.send(request("GET /"))
            #expect(running.waitForConnections { $0.transfer != nil })
            #expect(running.waitForConnections(0))
        }
    }

    @Test func `a cold file is read on another thread, and the loop serves others meanwhile`() async throws {
        let bytes = pattern(2_500_000), body = FileBody(try file(bytes)), events = Events(), disk = DispatchSemaphore(value: 0)
        let responder: Responder = { request in request.target.path == "/file" ? Response(body: .file(body)) : .text("others") }
        try await RunningServer.run(
            configure: {
                $0.readAhead.isInMemory = { _, offset in offset > 0 }
                $0.readAhead.read = { _, range in
                    events.add("\(range)")
                    disk.wait()
                }
            }, answering: responder
        ) { running in
            let connection = try running.connect()
            try connection.send(request("GET /file"))
            #expect(events.next() == "0..<1048576")
            #expect(try running.connect().exchange(request("GET /text")).text == "others")
            disk.signal()
            #expect(try connection.readResponse().body == bytes)
        }
    }

    @Test func `a file that is cold throughout arrives whole, and a peer may leave while the disk works`() async throws {
        let bytes = pattern(3_000_000), body = FileBody(try file(bytes)), events = Events(), disk = DispatchSemaphore(value: 0)
        let isSlow = Lock(false)
        try await RunningServer.run(
            configure: {
                $0.readAhead.isInMemory = { _, _ in false }
                $0.readAhead.read = { _, _ in
                    guard isSlow.withLock({ $0 }) else { return }
                    events.add("read")
                    disk.wait()
                }
            }, answering: { _ in Response(body: .file(body)) }
        ) { running in
            let connection = try running.connect(receiveBufferBytes: 16_384)
            for _ in 1...2 { #expect(try connection.exchange(request("GET /")).body == bytes) }
            isSlow.withLock { $0 = true }
            try connection.send(request("GET /"))
            #expect(events.next() == "read")
            connection.reset()
            #expect(running.waitForConnections(0))
            disk.signal()
        }
    }

    @Test func `a download does not hold the loop: one pass sends a bounded part`() throws {
        var pair: [Int32] = [-1, -1]
        #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0, &pair) == 0)
        defer { for descriptor in pair { close(descriptor) } }
        var transfer = FileTransfer(FileBody(try file(pattern(2_500))), passBytes: 1_000), output = OutputBuffer()
        var outcomes: [FileTransfer.Progress] = []
        for _ in 1...3 { outcomes.append(transfer.send(after: &output, to: Socket(descriptor: pair[0])).progress) }
        #expect(outcomes == [.paused, .paused, .finished])
    }
}
