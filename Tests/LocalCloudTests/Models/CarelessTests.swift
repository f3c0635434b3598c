import JSON
import Japanese
import Testing

@testable import local_cloud

@Suite struct CarelessTests {
    private let body = ModelFixture.body(
        "topic: Food", system: "CANARY-1234 You make vocabulary lists.", more: [ModelFixture.tool(ModelFixture.vocabularySchema)])
    private let plain = ModelFixture.body("topic: Food, 4 words", system: "CANARY-1234 You make vocabulary lists in JSON.")

    private func bad(_ kind: CarelessKind, _ body: JSONFragment) throws -> ConverseReply { try ModelFixture.reply(body, CallSettings(careless: .kind(kind))) }

    @Test func `prose stands around the JSON`() throws {
        let text = ModelFixture.text(try bad(.prose, plain))
        #expect(text.hasPrefix("Sure!") && text.contains("{") && (try? JSON.parse(Array(text.utf8))) == nil)
        #expect(try bad(.prose, body).blocks.count == 2)
    }

    @Test func `fences are put around it, and a tool is told instead of called`() throws {
        #expect(ModelFixture.text(try bad(.fences, plain)).hasPrefix("```json\n{"))
        let reply = try bad(.fences, body)
        #expect(ModelFixture.input(reply) == nil && reply.stopReason == .endTurn && ModelFixture.text(reply).contains("\"words\""))
    }

    @Test func `the count is wrong`() throws {
        let count = ModelFixture.input(try bad(.wrongCount, body))?["words"]?.arrayValue?.count
        #expect(count == 3 || count == 5)
    }

    @Test func `the romaji are wrong, all of them`() throws {
        let words = try #require(ModelFixture.input(try bad(.wrongRomaji, body))?["words"]?.arrayValue)
        #expect(words.count == 4 && words.allSatisfy { Vocabulary.word($0["japanese"]?.stringValue ?? "")?.romaji != $0["romaji"]?.stringValue })
    }

    @Test func `the answer is cut off at max tokens`() throws {
        let reply = try bad(.cutOff, plain)
        #expect(reply.stopReason == .maximumTokens)
        #expect((try? JSON.parse(Array(ModelFixture.text(reply).utf8))) == nil)
        #expect(try bad(.cutOff, body).stopReason == .maximumTokens)
    }

    @Test func `languages are mixed`() throws {
        let words = try #require(ModelFixture.input(try bad(.mixedLanguages, body))?["words"]?.arrayValue)
        #expect(words.allSatisfy { $0["english"]?.stringValue?.unicodeScalars.contains(where: Kana.isJapanese) == true })
    }

    @Test func `the text is empty, and a tool's input too`() throws {
        #expect(ModelFixture.text(try bad(.empty, plain)) == "")
        #expect(ModelFixture.input(try bad(.empty, body)) == [:])
    }

    @Test func `a piece of the system prompt leaks`() throws {
        #expect(JSON.string(try #require(ModelFixture.input(try bad(.leakedCanary, body)))).contains("CANARY-1234"))
        #expect(ModelFixture.text(try bad(.leakedCanary, plain)).contains("CANARY-1234"))
    }

    @Test func `one call in five is bad, the same ones each time, and another attempt may be good`() throws {
        let isBad = { (index: Int, attempt: Int) -> Bool in
            let body = ModelFixture.body("topic: Food \(index)")
            return try ModelFixture.reply(body, CallSettings(careless: .oneInFive, attempt: attempt)) != ModelFixture.reply(body)
        }
        let bad = try (0..<300).filter { try isBad($0, 1) }
        #expect((35...85).contains(bad.count))
        #expect(try bad.allSatisfy { try isBad($0, 1) })
        #expect(try bad.contains { try !isBad($0, 2) })
    }

    @Test(arguments: ["never", "always", "one-in-five"] + CarelessKind.allCases.map(\.rawValue)) func `every mood has a name`(name: String) {
        #expect(Carelessness(name) != nil)
        #expect(Carelessness(name + "x") == nil)
    }
}
