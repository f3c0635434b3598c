import Compression
import Contracts
import HTTPCore
import JSON
import Japanese
import TestKit
import Testing

@testable import vocab_frontend

@Suite(.timeLimit(.minutes(1))) struct `A group as a file` {
    @Test func `is a table that begins with a byte order mark`() async throws {
        let answer = try await House().learner().submit("/downloads/words.csv", Sample.group)
        #expect(answer.status == .ok && answer[.contentType] == "text/csv; charset=utf-8")
        #expect(answer[.contentDisposition] == "attachment; filename=\"Food.csv\"; filename*=UTF-8''Food.csv")
        #expect(answer.body.starts(with: [0xEF, 0xBB, 0xBF]))
        let lines = answer.text.split(separator: "\r\n")
        #expect(lines.count == 4 && lines[1].hasPrefix("食べ物,たべもの,tabemono,food,noun,neutral,3,1,yes,食べ物を買う。,たべものをかう。,To buy food.,"))
        // Each word says whom it is from, wherever it goes.
        #expect(lines[0].hasSuffix(",Source") && lines[1...].allSatisfy { $0.hasSuffix(WordTable.cell(DictionaryCredit.source)) })
    }

    @Test(arguments: [
        ("plain", "plain"), ("a, b", "\"a, b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("a\nb", "\"a\nb\""), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"), (" =1", "' =1"), ("\t=1", "'\t=1"), ("＝1", "'＝1"), ("=\"a\"", "\"'=\"\"a\"\"\""), ("", ""), ("a=1", "a=1"),
    ])
    func `has no cell that is a formula`(text: String, cell: String) { #expect(WordTable.cell(text) == cell) }

    @Test(arguments: [
        ("../../etc/passwd", "_.._.._etc_passwd"), ("a\"b\r\nc", "a_b_c"), (".hidden", "_.hidden"), ("食べ物", "食べ物"), ("C:\\x", "C__x"),
        (String(repeating: "あ", count: 120), String(repeating: "あ", count: 100)),
    ])
    func `has a name that file systems take for one`(name: String, safe: String) {
        #expect(FileName.safe(name) == safe)
        let field = FileName.attachment(name)
        #expect(field.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && field.count { $0 == "\"" } == 2)
    }

    @Test func `is a deck with the sounds that can be had`() async throws {
        let house = try await House()
        house.services.answer("/api/audio", "ID3 sound", type: "audio/mpeg")
        let answer = try await house.learner().submit("/downloads/words.apkg", Sample.group)
        #expect(answer.status == .ok && answer.body.starts(with: Array("PK".utf8)))
        #expect(house.services.requests.count == 3)
        for text in ["collection.anki2", "{\"0\":\"vocab-", "ID3 sound"] { #expect(answer.body.contains(subsequence: Array(text.utf8)), "\(text)") }
    }

    @Test func `is a deck without sounds when one cannot be had, and no more are asked for`() async throws {
        let house = try await House()
        house.services.answer("/api/audio", "{}", status: 503)
        let answer = try await house.learner().submit("/downloads/words.apkg", Sample.group)
        #expect(answer.status == .ok && house.services.requests.count == 1)
    }

    @Test(arguments: [400, 404, 422]) func `is a deck with the other sounds when one text has none`(status: Int) async throws {
        let house = try await House()
        house.services.answer("/api/audio", "{}", status: status)
        let answer = try await house.learner().submit("/downloads/words.apkg", Sample.group)
        #expect(answer.status == .ok && house.services.requests.count == Sample.group.words.count)
    }

    @Test func `has notes whose identity is the word's own`() {
        var other = Sample.food
        other.english = "meal"
        let note = AnkiNote(Sample.food, sound: "a.mp3"), changed = AnkiNote(other, sound: nil)
        #expect(note.guid == changed.guid && note.id == changed.id && note.fields != changed.fields)
        #expect(note.fields == ["食べ物", "食[た]べ 物[もの]", "food", "tabemono", "食べ物を買う。", "食[た]べ 物[もの]を 買[か]う。", "To buy food.", "[sound:a.mp3]"])
        #expect(AnkiNote(Sample.ramen, sound: nil).guid != note.guid)
        other.english = "<b>&"
        #expect(AnkiNote(other, sound: nil).fields[2] == "&lt;b&gt;&amp;")
    }
}

extension [UInt8] {
    fileprivate func contains(subsequence other: [UInt8]) -> Bool { indices.contains { self[$0...].starts(with: other) } }
}
