import Testing

@testable import Web

@Suite struct `Accept-Encoding` {
    @Test(arguments: [
        "gzip", "GZip", "x-gzip", "br, gzip", "gzip;q=0.001", "gzip ; q=1.000", "*", "gzip;Q=0.5, identity;q=0.5", "deflate, *;q=0.1",
        "\tgzip\t;\tq=0.5", "br;q=1.0, gzip;q=0.8, *;q=0.1", "gzip, gzip;q=2",
    ])
    func `gzip is taken, or the best that is left`(field: String) {
        #expect(AcceptEncoding([field]).accepts("gzip"))
    }

    @Test(arguments: [
        "", "br", "identity", "identity;q=0", "gzip;q=0", "gzip;q=0.000", "gzip;q=0, *", "*;q=0", "gzip;q=0.5, identity", "gzip;q=0.4, identity;q=0.5",
        "gzip;q=1.1",
        "gzip;q=1.001", "gzip;q=.5", "gzip;q=0.1234", "gzip;q=-1", "gzip;q=", "gzip;q", "gzip;level=9", "gzip;q=1;q=1", "gzip;q=0x1", "gzip;q=0.a", "gzipped",
        "gzip, gzip;q=0", ",;,",
    ])
    func `gzip is not taken`(field: String) {
        #expect(!AcceptEncoding([field]).accepts("gzip"))
    }

    @Test func `the lines of the field are one list, and none says nothing`() {
        #expect(AcceptEncoding(["br", "gzip"]).accepts("gzip"))
        #expect(!AcceptEncoding([]).accepts("gzip"))
    }
}
