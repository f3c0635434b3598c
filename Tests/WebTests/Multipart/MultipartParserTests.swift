import TestKit
import Testing

@testable import Web

/// What a form says, however its bytes arrived.
private struct Part: Equatable {
    var head: MultipartPartHead, content: [UInt8] = [], isWhole = false
}

private func parse(_ bytes: [UInt8], boundary: String = "b", _ limits: MultipartLimits = MultipartLimits(), endsAt ends: [Int]) throws -> [Part] {
    var parser = try MultipartParser(boundary: boundary, limits: limits)
    var parts: [Part] = [], start = 0
    for end in ends {
        let piece = Array(bytes[start..<end])
        var position = 0
        while let event = try parser.next(piece, &position) {
            switch event {
            case .part(let head): parts.append(Part(head: head))
            case .content(let content): parts[parts.count - 1].content += content
            case .partEnd: parts[parts.count - 1].isWhole = true
            }
        }
        start = end
    }
    try parser.finish()
    return parts
}

private func parse(_ text: String, boundary: String = "b", _ limits: MultipartLimits = MultipartLimits()) throws -> [Part] {
    try parse(Array(text.utf8), boundary: boundary, limits, endsAt: [text.utf8.count])
}

private func outcome(_ bytes: [UInt8], endsAt ends: [Int]) -> Result<[Part], MultipartError> {
    do { return .success(try parse(bytes, endsAt: ends)) } catch { return .failure(error as! MultipartError) }
}

private let title = "Content-Disposition: form-data; name=\"title\"\r\n\r\n"
private let file = "content-type: image/png\r\nContent-Disposition: form-data; name=f; filename=\"猫.png\"\r\n\r\n"
private let whole = "nobody's\r\n--b \t\r\n\(title)a\r\n--\r\n--a\r\r\n-b\r\n--b\r\n\(file)\r\n--b--\r\n--b\r\n"

@Suite struct `A multipart parser` {
    @Test func `finds parts between delimiters and nothing before and after (RFC 2046 §5.1.1)`() throws {
        #expect(
            try parse(whole) == [
                Part(head: MultipartPartHead(name: "title"), content: Array("a\r\n--\r\n--a\r\r\n-b".utf8), isWhole: true),
                Part(head: MultipartPartHead(name: "f", filename: "猫.png", contentType: "image/png"), content: [], isWhole: true),
            ])
        #expect(try parse("--b--").isEmpty)
    }

    @Test func `finds the same however the bytes are split`() throws {
        let bytes = Array(whole.utf8)
        let expected = try parse(whole)
        for end in 0...bytes.count { #expect(try parse(bytes, endsAt: [end, bytes.count]) == expected, "split at \(end)") }
        #expect(try parse(bytes, endsAt: Array(1...bytes.count)) == expected)
    }

    @Test(arguments: 0..<8 as Range<UInt64>) func `never traps on mutated bytes, nor depends on their splits`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let telling = Array("\r\n-b:;=\"\\ \0".utf8) + [0xFF]
        for _ in 0..<500 {
            var bytes = Array(whole.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = telling.randomElement(using: &random)!
                case 1: bytes.insert(telling.randomElement(using: &random)!, at: place)
                default: bytes.removeSubrange(place..<min(place + 3, bytes.count - 1))
                }
            }
            let ends = (0..<4).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted() + [bytes.count]
            #expect(outcome(bytes, endsAt: ends) == outcome(bytes, endsAt: [bytes.count]), "\(bytes) at \(ends)")
        }
    }

    @Test(
        arguments: [
            ("", .truncated), ("--b", .truncated), ("--b\r\n\(title)x", .truncated), ("--b\r\n\(title)x\r\n--b-", .truncated), ("--a--", .truncated),
            ("--bb\r\n", .badDelimiter), ("--b-x", .badDelimiter), ("--b\n", .badDelimiter), ("--b\r\r", .badDelimiter), ("--b --", .badDelimiter),
            ("--b\r\n\r\n", .badHead), ("--b\r\nx: y\r\n\r\n", .badHead), ("--b\r\n\(title.dropLast(4))\r\n folded\r\n\r\n", .badHead),
            ("--b\r\nContent-Disposition: form-data\r\n\r\n", .badHead), ("--b\r\nContent-Disposition: attachment; name=a\r\n\r\n", .badHead),
            ("--b\r\n\(title.dropLast(2))\(title)", .badHead), ("--b\r\nContent-Disposition : form-data; name=a\r\n\r\n", .badHead),
            ("--b\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n", .badHead), ("--b\r\nX: y\n\(title)", .badHead),
            ("--b\r\nX: y\r\n\n\(title)", .badHead), ("--b\r\nX: \0\r\n\(title)", .badHead),
        ] as [(String, MultipartError)])
    func `refuses what is not well formed`(body: String, error: MultipartError) {
        #expect(throws: error) { try parse(body) }
    }

    @Test(arguments: ["", " ", "a ", "a\"b", "é", String(repeating: "a", count: 71)]) func `refuses a bad boundary`(boundary: String) {
        #expect(throws: MultipartError.badBoundary) { try MultipartParser(boundary: boundary) }
    }

    @Test(arguments: ["a b'()+_,-./:=?z", String(repeating: "a", count: 70)]) func `takes every boundary that is allowed`(boundary: String) throws {
        #expect(try parse("--\(boundary)\r\n\(title)x\r\n--\(boundary)--", boundary: boundary).map(\.content) == [[UInt8(ascii: "x")]])
    }

    @Test func `keeps no more of a head than the limit, and no more parts`() throws {
        var limits = MultipartLimits()
        limits.partHeaderBytes = title.utf8.count
        limits.partCount = 2
        let part = "--b\r\n\(title)x\r\n"
        #expect(try parse(part + part + "--b--", limits).count == 2)
        #expect(throws: MultipartError.tooManyParts(limit: 2)) { try parse(part + part + part + "--b--", limits) }
        limits.partHeaderBytes -= 1
        #expect(throws: MultipartError.headTooLarge(limitBytes: title.utf8.count - 1)) { try parse(part + "--b--", limits) }
    }

    @Test(arguments: [
        (#"filename="a \"b\".png""#, #"a "b".png"#), (#"filename="C:\pictures\cat.png""#, "cat.png"), (#"filename="../../etc/passwd""#, "passwd"),
        (#"filename="x"; filename*=UTF-8''%E7%8C%AB.png"#, "猫.png"), (#"filename*=utf-8'ja'a%2Fb%0A.png"#, "b.png"), ("filename=\"\"", ""),
        ("filename=a=b.png", "a=b.png"), ("filename=\"a;b\" ;", "a;b"),
    ])
    func `reads a file's name without its folders`(parameter: String, name: String) throws {
        let head = try MultipartPartHead(parsing: Array("Content-Disposition: form-data; name=f; \(parameter)\r\n\r\n".utf8))
        #expect(head.filename == name)
    }

    @Test(arguments: ["filename*=latin1''a", "filename*=UTF-8''%zz", "filename*=a", "filename=\"open", "filename=a b", "filename"])
    func `refuses a file's name that is not well formed`(parameter: String) {
        #expect(throws: MultipartError.badHead) {
            try MultipartPartHead(parsing: Array("Content-Disposition: form-data; name=f; \(parameter)\r\n\r\n".utf8))
        }
    }
}
