import HTTPCore
import Platform
import TestKit
import Testing

@testable import HTTPServer

/// Peers that ask and do not read the answers, or read them slowly.
@Suite struct UnreadAnswerTests {
    private static let megabyte = [UInt8](repeating: 0x61, count: 1_048_576)

    @Test func `requests pipelined behind unread answers wait, so that answers do not gather`() async throws {
        let begun = Lock(0)
        let responder: Responder = { request in
            guard request.target.path == "/large" else { return .text("small") }
            begun.withLock { $0 += 1 }
            return Response(body: .bytes(Self.megabyte))
        }
        try await RunningServer.run(answering: responder) { running in
            let greedy = try running.connect(receiveBufferBytes: 16_384)
            try greedy.send(String(repeating: request("GET /large"), count: 64))
            #expect(eventually { begun.withLock { $0 } > 0 })
            let other = try running.connect()
            // Each of these takes the loop a pass, in which it could answer more.
            for _ in 0..<20 { #expect(try other.exchange(request("GET /small")).text == "small") }
            // The kernel takes a few for a peer that does not read.
            #expect(begun.withLock { $0 } < 32)
            let gathered = running.connections { $0.output.count }.max() ?? 0
            #expect(gathered < 262_144 + 1_048_576 + 1_024)
            for _ in 0..<64 { #expect(try greedy.readResponse().body.count == Self.megabyte.count) }
            #expect(begun.withLock { $0 } == 64)
        }
    }

    @Test func `a peer that takes longer over an answer than it may idle is not idle`() async throws {
        let configure: (inout ServerConfiguration) -> Void = { ($0.idleTimeout, $0.writeTimeout) = (.seconds(75), .seconds(200)) }
        let large = [UInt8](repeating: 0x61, count: 32 * 1_048_576)
        try await RunningServer.run(configure: configure, answering: { _ in Response(body: .bytes(large)) }) { running in
            let slow = try running.connect(receiveBufferBytes: 16_384)
            try slow.send(request("GET /"))
            #expect(running.waitForConnections { $0.isWriteBlocked && $0.machine.phase == .idle })
            running.letPass(.seconds(80))
            #expect(try slow.readResponse().body.count == large.count)
            #expect(running.waitForConnections { $0.output.isEmpty })
            running.letPass(.seconds(160))
            #expect(running.waitForConnections(0))
        }
    }
}
