import AWS
import JSON
import LanguageModel
import ModelKit
import Testing

struct Word: JSONObject, Equatable {
    enum Kind: String, JSONEnum, CaseIterable { case noun, verb }
    var japanese: String
    var kind: Kind
    static let json = Object("Word", { Self(japanese: $0, kind: $1) }, Field("japanese", \.japanese, .length(1...20)), Field("kind", \.kind))
}

struct WordList: JSONObject, Equatable {
    var words: [Word]
    static let json = Object("WordList", { Self(words: $0) }, Field("words", \.words))
}

@Suite(.timeLimit(.minutes(1))) struct `An answer of a declared type` {
    private static let good: JSONFragment = ["words": [["japanese": "猫", "kind": "noun"]]]
    private static let list = WordList(words: [Word(japanese: "猫", kind: .noun)])

    @Test func `is asked for by a tool whose schema is in one piece`() async throws {
        let gateway = try Gateway(.uses(Self.good))
        let answer = try await gateway.model.answer(gateway.request(), as: WordList.self)
        #expect(answer.value == Self.list)
        let request = try #require(gateway.endpoint.asked.first?.request), schema = try #require(request.tools.first?.inputSchema)
        #expect(request.toolChoice == .tool("answer"))
        #expect(schema["properties"]?["words"]?["items"]?["properties"]?["kind"]?["enum"] == ["noun", "verb"])
        #expect(!JSON.string(schema).contains("$ref") && !JSON.string(schema).contains("title"))
    }

    @Test(arguments: [
        "```json\n{\"words\":[{\"japanese\":\"猫\",\"kind\":\"noun\"}]}\n```",
        "Here you are: {\"words\":[{\"japanese\":\"猫\",\"kind\":\"noun\"}]} Anything else?",
    ]) func `is found in what a model wrote around it`(text: String) async throws {
        let gateway = try Gateway(.says(text))
        #expect(try await gateway.model.answer(gateway.request(), as: WordList.self).value == Self.list && gateway.endpoint.asked.count == 1)
    }

    @Test(arguments: [("{ no end", nil), ("no brace", nil), (#"x {"a":"}\"{"} y"#, #"{"a":"}\"{"}"#), ("{}{}", "{}")] as [(String, String?)])
    func `ends where its first brace is closed`(text: String, found: String?) async throws {
        let gateway = try Gateway(.says(text), .uses(Self.good))
        struct Anything: JSONObject {
            var a: String?
            static let json = Object("Anything", { Self(a: $0) }, Field("a", \.a))
        }
        _ = try? await gateway.model.answer(gateway.request(), as: Anything.self)
        #expect(gateway.endpoint.asked.count == (found == nil ? 2 : 1))
    }

    @Test func `is asked for once more with its problems named, and without what was written`() async throws {
        let gateway = try Gateway(.uses(["words": [["japanese": "", "kind": "grocery"]]]), .uses(Self.good))
        #expect(try await gateway.model.answer(gateway.request(), as: WordList.self).value == Self.list)
        let repair = try #require(gateway.endpoint.asked.last?.request?.messages.last?.text)
        #expect(repair.contains("words.0.japanese: ") && repair.contains("words.0.kind: Input should be 'noun' or 'verb'") && !repair.contains("grocery"))
    }

    @Test func `is checked by who asks, too`() async throws {
        let gateway = try Gateway(.uses(["words": []]), .uses(Self.good))
        let answer = try await gateway.model.answer(gateway.request(), as: WordList.self) { $0.words.count == 1 ? [] : ["There must be exactly 1 word."] }
        #expect(answer.value == Self.list && gateway.endpoint.asked.count == 2)
        #expect(gateway.endpoint.asked.last?.request?.messages.last?.text.contains("exactly 1 word") ?? false)
    }

    @Test func `that still does not fit is an error with the problems`() async throws {
        let gateway = try Gateway(.uses(["words": 1]))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.answer(gateway.request(), as: WordList.self) }
        guard case .answerUnusable(let problems)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(problems == ["words: Input should be a valid list"] && gateway.ledger.books.openCalls == 0)
    }

    @Test func `that was cut off is asked for in brief`() async throws {
        let gateway = try Gateway(.says("{\"words\":[{\"japa", .maximumTokens), .uses(Self.good))
        _ = try await gateway.model.answer(gateway.request(), as: WordList.self)
        #expect(gateway.endpoint.asked.last?.request?.messages.last?.text.contains("does not use the tool") ?? false)
    }

    @Test func `is kept as what passed, and read again`() async throws {
        let gateway = try Gateway(.uses(Self.good))
        for _ in 0..<2 {
            let answer = try await gateway.model.answer(gateway.request(caching: .shared), as: WordList.self)
            #expect(answer.value == Self.list)
        }
        #expect(gateway.endpoint.asked.count == 1)
    }

    @Test func `is repaired only as far as the limits go`() async throws {
        let gateway = try Gateway(.uses(["words": 1]), policy: { $0.limits.userRequestsPerMinute = 1 })
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.answer(gateway.request(), as: WordList.self) }
        guard case .limited(.userRequestsPerMinute, _)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }
}
