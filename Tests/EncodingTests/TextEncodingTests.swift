import Encoding
import Testing

@Suite struct Base64Tests {
    /// RFC 4648 §10.
    static let vectors = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy")]

    @Test(arguments: vectors) func `the vectors of RFC 4648 go both ways`(text: String, encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(text.utf8))
        let bare = encoded.filter { $0 != "=" }
        #expect(Base64.encode(Array(text.utf8), padded: false) == bare)
        #expect(Base64.decode(bare, padding: .optional) == Array(text.utf8))
        #expect(Base64.decode(bare, padding: .forbidden) == Array(text.utf8))
    }

    @Test func `the URL-safe alphabet has its own two characters`() {
        #expect(Base64.encode([0xFB, 0xFF, 0xFE], alphabet: .urlSafe) == "-__-")
        #expect(Base64.decodeURLSafe("-__-") == [0xFB, 0xFF, 0xFE])
        #expect(Base64.decodeURLSafe("+//+") == nil)
        #expect(Base64.decode("-__-") == nil)
    }

    @Test(arguments: ["Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm 9v", "Zm9v\n", "=Zm9", "Zg==Zg==", "Zm9v====", "Ｚm9v"])
    func `a text with anything out of place is refused`(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test(arguments: ["Zg=", "Z", "Zh", "Zg==="]) func `optional padding is right or absent`(text: String) {
        #expect(Base64.decode(text, padding: .optional) == nil)
    }

    @Test func `every length up to 300 comes back`() {
        for count in 0...300 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ count) }
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
            #expect(Base64.decodeURLSafe(Base64.encode(bytes, alphabet: .urlSafe, padded: false)) == bytes)
        }
    }
}

@Suite struct HexTests {
    @Test func `bytes become lower or upper case digits and come back from both`() {
        #expect(Hex.encode([0x00, 0x9A, 0xFF]) == "009aff")
        #expect(Hex.encode([0x00, 0x9A, 0xFF], uppercase: true) == "009AFF")
        #expect(Hex.decode("009aFF") == [0x00, 0x9A, 0xFF])
    }

    @Test(arguments: ["0", "0g", "0x", " 00", "００"]) func `an odd or foreign digit is refused`(text: String) {
        #expect(Hex.decode(text) == nil)
    }
}

@Suite struct PercentEncodingTests {
    @Test func `only unreserved characters stay, in upper case digits`() {
        #expect(PercentEncoding.encode("a b/日-._~:") == "a%20b%2F%E6%97%A5-._~%3A")
        #expect(PercentEncoding.encode("a b/日", allowed: .path) == "a%20b/%E6%97%A5")
    }

    @Test func `sequences of both cases are read`() {
        #expect(PercentEncoding.decode("%e6%97%A5+") == "日+")
        #expect(PercentEncoding.decode("a+b%2B", plusIsSpace: true) == "a b+")
    }

    @Test(arguments: ["%", "%4", "%4g", "a%", "%ff", "%E6%97"]) func `broken sequences and broken UTF-8 are refused`(text: String) {
        #expect(PercentEncoding.decode(text) == nil)
    }
}

@Suite struct QueryStringTests {
    @Test func `pairs are read in order, empty ones skipped`() throws {
        let query = try QueryString(parsing: "a=1&b&&=x&a=%E6%97%A5+2&c=d=e")
        #expect(query.pairs == [.init("a", "1"), .init("b", ""), .init("", "x"), .init("a", "日 2"), .init("c", "d=e")])
        #expect(query.values("a") == ["1", "日 2"])
        #expect(query.last("a") == "日 2")
        #expect(query.last("z") == nil)
    }

    @Test func `what is written is read back`() throws {
        let query = QueryString(pairs: [.init("a b", "1+2&3=4"), .init("日", "%")])
        #expect(try QueryString(parsing: query.encoded) == query)
    }

    @Test func `too many pairs and broken sequences are errors`() {
        #expect(throws: QueryString.ParseError.tooManyPairs(limit: 2)) { try QueryString(parsing: "a&b&c", maximumPairs: 2) }
        #expect(throws: QueryString.ParseError.badEncoding(pair: 1)) { try QueryString(parsing: "a=1&b=%zz") }
        #expect(throws: QueryString.ParseError.badEncoding(pair: 0)) { try QueryString(parsing: "%ff=1") }
    }
}
