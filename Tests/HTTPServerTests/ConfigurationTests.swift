import HTTPCore
import HTTPServer
import Testing

@Suite struct ConfigurationTests {
    private let defaults = ServerConfiguration(addresses: [])

    @Test func `heads are 16 KiB and 100 fields at most, their targets 8 KiB`() {
        #expect(defaults.requestLimits.headBytes == 16 * 1_024)
        #expect(defaults.requestLimits.fieldCount == 100)
        #expect(defaults.requestLimits.targetBytes == 8 * 1_024)
    }

    @Test func `patience is 10 s for a head, 30 s for each piece of a body or of an answer, and 75 s between requests`() {
        #expect(defaults.headerTimeout == .seconds(10))
        #expect(defaults.bodyProgressTimeout == .seconds(30))
        #expect(defaults.writeTimeout == .seconds(30))
        #expect(defaults.idleTimeout == .seconds(75))
        #expect(defaults.lingerTimeout == .seconds(2))
    }

    @Test func `10,000 connections are held, 256 more may read why they are not`() {
        #expect(defaults.connectionLimit == 10_000)
        #expect(defaults.refusedLimit == 256)
    }

    @Test func `leaving takes no lame duck unless told, and 30 s at most`() {
        #expect(defaults.lameDuck == .zero)
        #expect(defaults.drainLimit == .seconds(30))
    }
}
