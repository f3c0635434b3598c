import Encoding
import JSON
import TestKit
import Testing

/// Good texts with something broken in each: nothing crashes, and the two roads and the road that only checks agree.
@Suite struct `A text that was tampered with` {
    private static let texts: [String] = [
        #"{"topic":"Wetter \u00e4 \ud83d\ude00","word_count":7}"#,
        #"{"int":5,"float":1.5e3,"bool":true,"text":"日本語","list":[1,2,3],"dict":{"a":1},"kind":"noun","level":"N5","moment":"2026-02-08T17:20:23.123456Z","day":"2026-02-08","word":{"id":1,"english":"a","parts":["x"]},"any":[null,{"a":[]}]}"#,
        #"[{"id":1,"english":"a","parts":["x","y"]},{"id":2,"english":"猫"},{"english":"c","id":3}]"#,
        #"{"note":null,"first":2,"second":0.1,"stamp":"2026-02-08T17:20:23","id":4,"tags":{"b":["x"],"a":[]},"flag":true,"doubled":4}"#,
        #" { "email" : "a@b.example" , "password" : "hunter22" , "age" : -12 , "unknown" : [ { } , [ ] , "\n" , 1e-2 ] } "#,
    ]

    private static let pieces: [String] = [
        "", "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "0", "-", "1.", "e5", "5.0", "\"5\"", " ", "\n", "\u{1}", "\\u", "\\ud83d", "\\udc00",
        "猫", "\u{FEFF}", "999999999999999999999",
    ]

    private static func damaged(_ text: String, _ random: inout SeededRandom) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let start = Int.random(in: 0...bytes.count, using: &random), end = Int.random(in: start...min(bytes.count, start + 6), using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes = Array(bytes[..<start])
            case 1 where start < bytes.count: bytes[start] = UInt8(truncatingIfNeeded: random.next())
            case 2: bytes.removeSubrange(start..<end)
            case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
            default: bytes.replaceSubrange(start..<end, with: Array(pieces.randomElement(using: &random)!.utf8))
            }
        }
        return bytes
    }

    /// What the fast road takes the thorough road takes too, with the same result; broken text neither.
    private func check<Value: JSONValue & Equatable>(_ type: Value.Type, _ bytes: [UInt8], _ parsed: JSONFragment?) {
        let fast = try? JSON.read(type, from: bytes.span), thorough = parsed.flatMap { try? Value.decode($0) }
        if let fast { #expect(thorough == fast, "\(type) \(String(decoding: bytes, as: UTF8.self))") }
        #expect((try? Value.decode(json: bytes)) == thorough, "\(type) \(String(decoding: bytes, as: UTF8.self))")
    }

    @Test(arguments: 0..<24) func `is read alike on every road`(seed: UInt64) {
        var random = SeededRandom(seed: seed), broken = 0, good = 0
        for round in 0..<150 {
            let bytes = Self.damaged(Self.texts[round % Self.texts.count], &random)
            let parsed = Result { () throws(JSONReader.Failure) in try JSON.parse(bytes) }
            let passed = Result { () throws(JSONReader.Failure) in try JSON.read(RawJSON.self, from: bytes.span) }
            switch (parsed, passed) {
            case (.success(let value), .success(let raw)):
                good += 1
                #expect((try? JSON.parse(raw.bytes)) == value)
            case (.failure(let one), .failure(let other)):
                broken += 1
                #expect(one == other, "\(String(decoding: bytes, as: UTF8.self))")
            default: Issue.record("one road takes it, one does not: \(String(decoding: bytes, as: UTF8.self))")
            }
            let value = try? parsed.get()
            check(VocabularyRequest.self, bytes, value)
            check(Kitchen.self, bytes, value)
            check([Strict].self, bytes, value)
            check(Wide.self, bytes, value)
            check(Credentials.self, bytes, value)
        }
        #expect(broken > 20 && good > 5, "\(broken) broken, \(good) good: the damage is too great or too small to tell anything")
    }

    @Test(arguments: 0..<24) func `of a declared object with unions is read alike on every road, and never crashes`(seed: UInt64) {
        var random = SeededRandom(seed: seed), good = 0, bad = 0
        for _ in 0..<150 {
            let bytes = Self.damaged(JSON.string(Notebook.random(using: &random)), &random)
            check(Notebook.self, bytes, try? JSON.parse(bytes))
            if (try? Notebook.decode(json: bytes)) == nil { bad += 1 } else { good += 1 }
        }
        #expect(good > 3 && bad > 50, "\(good) good, \(bad) bad: the damage is too great or too small to tell anything")
    }

    @Test(arguments: 0..<8) func `whose secret is elsewhere does not tell it`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let kept = #"{"email":1,"password":"hunter22hunter22","age":"x"}"#
        for _ in 0..<200 {
            // Damage that leaves the member itself as it was.
            let extra = #""more":\#(JSON.string(JSONFragment.random(using: &random, depth: 3))),"#
            let text = Bool.random(using: &random) ? "{" + extra + kept.dropFirst() : "[\(kept)]"
            let answer = #expect(throws: InvalidInput.self) { try Credentials.decode(json: Array(text.utf8)) }
            #expect(answer.map { String(decoding: $0.body, as: UTF8.self).contains("hunter22") } == false)
        }
    }
}
