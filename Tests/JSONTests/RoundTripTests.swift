import JSON
import TestKit
import Testing

/// What is written is JSON, and reads back as what it was.
@Suite struct `A value that is written` {
    @Test(arguments: 0..<40) func `reads back as itself`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<50 {
            let value = JSONFragment.random(using: &random, depth: 4)
            let bytes = JSON.encode(value)
            #expect(try JSON.parse(bytes) == value)
            #expect(JSON.encode(try JSON.parse(bytes)) == bytes)
        }
    }

    @Test(arguments: 0..<40) func `reads back as itself through its declaration, on both roads`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<25 {
            let notebook = Notebook.random(using: &random), bytes = JSON.encode(notebook)
            #expect(try JSON.read(Notebook.self, from: bytes.span) == notebook)
            #expect(try Notebook.decode(try JSON.parse(bytes)) == notebook)
        }
    }

    @Test(arguments: 0..<0x30) func `escapes each control character, quote and backslash wherever it stands (§7)`(code: UInt8) throws {
        for place in 0..<17 {
            let text = String(repeating: "a", count: place) + String(UnicodeScalar(code)) + String(repeating: "猫", count: 17 - place)
            let bytes = JSON.encode(text)
            #expect(bytes.allSatisfy { $0 >= 0x20 })
            #expect(try JSON.read(String.self, from: bytes.span) == text)
        }
    }

    @Test func `has only the escapes that are needed`() {
        #expect(JSON.string("\"\\/\u{8}\u{C}\n\r\t\0\u{1F}\u{7F}é猫😀\u{2028}") == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u{7F}é猫😀\u{2028}\"")
    }

    @Test(arguments: [0, 1, -1, 9, 10, 99, 100, -100, 999_999_999_999_999_999, 1_000_000_000_000_000_000, Int.max, Int.min])
    func `is the same integer again`(value: Int) throws {
        #expect(JSON.string(value) == "\(value)")
        #expect(try JSON.read(Int.self, from: JSON.encode(value).span) == value)
        #expect(try JSON.parse(JSON.encode(value)) == .int(value))
    }

    @Test(arguments: 0..<20) func `is the same double again`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            #expect(try JSON.read(Double.self, from: JSON.encode(value).span) == value)
        }
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan]) func `is null where JSON has no number for it (§6)`(value: Double) {
        #expect(JSON.string(value) == "null")
    }
}
