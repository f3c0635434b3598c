import Postgres
import TestKit
import Testing

@Suite struct `A value that is bound` {
    private enum Level: String, PostgresEncodable, PostgresDecodable { case easy, hard = "hard'; drop" }
    private struct WordID: RawRepresentable, PostgresEncodable, PostgresDecodable, Equatable { var rawValue: Int }

    @Test(arguments: PostgresFixture.Road.allCases) func `comes back as it went, at its limits too`(road: PostgresFixture.Road) async throws {
        for value in [0, 1, -1, .max, .min] { #expect(try await SharedPool.read("select \(value)", by: road) == value) }
        for value in [Int64.max, .min] { #expect(try await SharedPool.read("select \(value)", by: road) == value) }
        for value in [Int32.max, .min] { #expect(try await SharedPool.read("select \(value)", by: road) == value) }
        for value in [Int16.max, .min] { #expect(try await SharedPool.read("select \(value)", as: Int.self, by: road) == Int(value)) }
        for value in [true, false] { #expect(try await SharedPool.read("select \(value)", by: road) == value) }
        #expect(try await SharedPool.read("select \(WordID(rawValue: 7))", by: road) == WordID(rawValue: 7))
        #expect(try await SharedPool.read("select \(Level.hard)::text", by: road) == Level.hard)
    }

    @Test(arguments: [0, -0.0, 1.5, .pi, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude])
    func `keeps every bit of a floating-point number`(value: Double) async throws {
        #expect(try await SharedPool.read("select \(value)", as: Double.self).bitPattern == value.bitPattern)
    }

    @Test func `may be no number`() async throws {
        #expect(try await SharedPool.read("select \(Double.nan)", as: Double.self).isNaN)
    }

    @Test(arguments: ["", " ", "日本語 がぎぐ", "👩‍👩‍👧", #"'"\%_$1"#, "a\r\nb\tc", "e\u{301}", String(repeating: "語", count: 300_000)])
    func `keeps every character of a text`(text: String) async throws {
        let back = try await SharedPool.read("select \(text)::text", as: String.self)
        #expect(Array(back.utf8) == Array(text.utf8))
        #expect(try await SharedPool.read("select \(("x" + text).dropFirst())::text", as: String.self) == text)
    }

    @Test func `keeps every byte of a blob`() async throws {
        let bytes = Array(UInt8.min...UInt8.max)
        #expect(try await SharedPool.read("select \(bytes)", as: [UInt8].self) == bytes)
        #expect(try await SharedPool.read("select \([] as [UInt8])", as: [UInt8].self).isEmpty)
        #expect(try await SharedPool.read("select \([] as [UInt8]) is null", as: Bool.self) == false)
    }

    @Test func `may be NULL of its type`() async throws {
        #expect(try await SharedPool.read("select \(nil as Int?)", as: Int?.self) == nil)
        #expect(try await SharedPool.read("select \(nil as Bool?)", as: Bool?.self) == nil)
        #expect(try await SharedPool.read("select \(nil as Double?)", as: Double?.self) == nil)
        #expect(try await SharedPool.read("select \(nil as String?)::text", as: String?.self) == nil)
        #expect(try await SharedPool.read("select \(nil as [Int]?)", as: [Int]?.self) == nil)
        #expect(try await SharedPool.read("select \(nil as [UInt8]?)", as: [UInt8]?.self) == nil)
        #expect(try await SharedPool.read("select \(nil as Level?)::text", as: Level?.self) == nil)
        #expect(try await SharedPool.read("select \(3 as Int?)", as: Int?.self) == 3)
    }

    @Test func `takes the type its place in the statement needs when it is a text`() async throws {
        let id = "6f1c1c1e-0000-4000-8000-00000000abcd"
        #expect(try await SharedPool.read("select coalesce(\(id), gen_random_uuid())", as: String.self) == id)
        #expect(try await SharedPool.read("select (\("2024-02-28")::date + 1)::text", as: String.self) == "2024-02-29")
        #expect(try await SharedPool.read("select (\(#"{"a": [1, "é"]}"#)::jsonb -> 'a')", as: String.self) == #"[1, "é"]"#)
        #expect(
            try await SharedPool.read(
                "select extract(epoch from \("2026-02-08T17:20:23.25Z")::timestamptz)::numeric(20, 2)", as: String.self) == "1770571223.25")
    }
}
