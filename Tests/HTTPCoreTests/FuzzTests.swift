import HTTPCore
import TestKit
import Testing

/// Seeded mutations of good messages: nothing traps, and the way bytes arrive never changes what they mean.
@Suite struct FuzzTests {
    static let heads: [String] = [
        "GET /a/b?c=d HTTP/1.1\r\nHost: example.com\r\nUser-Agent: x/1.0\r\nAccept: */*\r\nConnection: keep-alive\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: [::1]:80\r\nContent-Length: 15\r\nExpect: 100-continue\r\n\r\n",
        "PUT http://h:1/p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nConnection: close, te\r\n\r\n",
        "OPTIONS * HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    ]
    static let bodies: [String] = [
        "5\r\nhello\r\n0\r\n\r\n", "a;x=y\r\n0123456789\r\n0\r\nA: b\r\nC: d\r\n\r\nGET", "0001\r\nx\r\n1\r\ny\r\n0;z\r\n\r\n",
    ]

    @Test(arguments: 0..<16 as Range<UInt64>) func `mutated heads never trap and never depend on their splits`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<2_000 {
            let bytes = mutate([UInt8](Self.heads.randomElement(using: &random)!.utf8), &random)
            let whole = parse(bytes, arrivingAt: [bytes.count])
            let splits = random.splits(of: bytes.count)
            #expect(parse(bytes, arrivingAt: splits) == whole, "\(bytes) at \(splits)")
        }
    }

    @Test(arguments: 0..<16 as Range<UInt64>) func `mutated chunks never trap and never depend on their splits`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<2_000 {
            let bytes = mutate([UInt8](Self.bodies.randomElement(using: &random)!.utf8), &random)
            let whole = decode(bytes, arrivingAt: [bytes.count])
            let splits = random.splits(of: bytes.count)
            #expect(decode(bytes, arrivingAt: splits) == whole, "\(bytes) at \(splits)")
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>) func `random bytes never trap`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            _ = parse(bytes, arrivingAt: [bytes.count])
            _ = decode(bytes, arrivingAt: [bytes.count])
            _ = try? RequestTarget(parsing: bytes)
        }
    }

    private func mutate(_ original: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = original
        let telling: [UInt8] = Array("\r\n\t\0 :;,/?#%[]@0aF".utf8) + [0x7F, 0x80, 0xFF]
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[index] = telling.randomElement(using: &random)!
            case 1: bytes.insert(telling.randomElement(using: &random)!, at: index)
            case 2: bytes.remove(at: index)
            case 3: bytes[index] = UInt8.random(in: 0...255, using: &random)
            case 4: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
            default: bytes.insert(contentsOf: bytes[index..<min(index + 20, bytes.count)], at: index)
            }
        }
        return bytes
    }
}
