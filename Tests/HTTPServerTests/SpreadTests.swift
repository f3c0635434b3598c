import HTTPCore
import Reactor
import TestKit
import Testing

@testable import HTTPServer

@Suite struct SpreadTests {
    @Test func `connections that all arrive at one loop are spread over all loops, and answered there`() async throws {
        try await RunningServer.run(loops: 2, answering: { .text($0.target.description) }) { running in
            running.onEveryLoop { if $1.index == 0 { $0.stopListening(on: $1) } }
            let crowd = try (0..<40).map { number in
                let peer = try running.connect()
                #expect(try peer.exchange(request("GET /\(number)")).text == "/\(number)")
                return peer
            }
            let spread = running.server.connectionSpread
            // At most 1.5 times its share, and the one that tips it.
            #expect(spread.reduce(0, +) == 40 && spread[1] <= 31)
            for peer in crowd { #expect(try peer.exchange(request("GET /again")).text == "/again") }
        }
    }
}
