import AWS
import Guardrails
import JSON
import LanguageModel
import ModelKit
import Platform
import TestKit
import Testing

@testable import struct LanguageModel.ElementSplitter

@Suite(.timeLimit(.minutes(1))) struct `A list that is given while it is written` {
    struct Word: JSONObject, Equatable {
        var japanese: String, english: String
        static let json = Object("Word", { Word(japanese: $0, english: $1) }, Field("japanese", \.japanese, .length(1...20)), Field("english", \.english))
    }

    static let whole =
        #"{"words": [{"japanese": "猫", "english": "cat"}, {"japanese": "", "english": "x"}, {"japanese":"犬","english":"a \"dog\" [1] {2}"}], "more": [1]}"#

    private func ask(_ gateway: Gateway) async throws(ModelError) -> ModelList<Word> {
        try await gateway.model.list(gateway.request(), of: Word.self, named: "words", count: 3)
    }

    private func words(_ list: ModelList<Word>) async throws(ModelStreamError) -> [Word] {
        var words: [Word] = []
        for try await word in list { words.append(word) }
        return words
    }

    @Test(arguments: [1, 2, 3, 7, 50, 1_000]) func `is cut into its values wherever its pieces are cut`(size: Int) {
        var splitter = ElementSplitter(), found: [String] = []
        var rest = Self.whole[...]
        while !rest.isEmpty {
            found += splitter.receive(String(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        #expect(found.count == 3 && found[0] == #"{"japanese": "猫", "english": "cat"}"# && found[2].contains(#"\"dog\" [1] {2}"#))
    }

    @Test func `gives each value when it is whole, and leaves out what does not fit`() async throws {
        let gateway = try Gateway(.streams(Self.whole.map { String($0) }))
        let list = try await ask(gateway)
        #expect(try await words(list) == [Word(japanese: "猫", english: "cat"), Word(japanese: "犬", english: "a \"dog\" [1] {2}")])
        let asked = try #require(gateway.endpoint.asked.first?.request)
        #expect(asked.tools.count == 1 && asked.tools[0].inputSchema["properties"]?["words"]?["minItems"] == 3 && asked.toolChoice == .tool("answer"))
        #expect(gateway.ledger.books.openCalls == 0 && gateway.callLine?["outcome"] == "answered")
    }

    @Test func `gives the first before the last is written`() async throws {
        let failure = EndpointError(.failed, mayHaveCost: true)
        let gateway = try Gateway(.streams([#"{"words":[{"japanese":"猫","english":"cat"},{"japa"#], then: failure))
        let list = try await ask(gateway)
        var iterator = list.makeAsyncIterator()
        #expect(try await iterator.next()?.japanese == "猫")
        await #expect(throws: ModelStreamError.self) { try await iterator.next() }
        #expect(gateway.ledger.books.openCalls == 0)
    }

    @Test func `ends where something must not be shown`() async throws {
        let gateway = try Gateway(
            .streams([#"{"words":[{"japanese":"猫","english":"cat"},{"japanese":"x","english":"GORE"},{"japanese":"犬","english":"dog"}]}"#]))
        let error = await gateway.error { () async throws(ModelError) in try await ask(gateway) }
        #expect(error?.kind == .answerRefused)
        let pieces = try Gateway(.streams([#"{"words":[{"japanese":"猫","english":"cat"},"#, #"{"japanese":"x","english":"GORE"}]}"#]))
        let list = try await ask(pieces)
        var iterator = list.makeAsyncIterator()
        #expect(try await iterator.next()?.japanese == "猫")
        let second = await #expect(throws: ModelStreamError.self) { try await iterator.next() }
        #expect(second?.error.kind == .answerRefused)
    }

    @Test func `is no answer without a value`() async throws {
        for text in ["", "I would rather not.", "{}", #"{"words":[]}"#, #"{"words":"#, #"[{"japanese":"猫"}"#] {
            let gateway = try Gateway(.streams([text]))
            let error = await gateway.error { () async throws(ModelError) in try await ask(gateway) }
            #expect(error?.kind == .answerUnusable, "\(text)")
        }
    }

    @Test func `is found in words where a model does not use the tool`() async throws {
        let gateway = try Gateway(.streams(["Here you are: ", Self.whole, " Have fun!"]))
        #expect(try await words(try await ask(gateway)).count == 2)
    }

    @Test func `holds no value without end`() async throws {
        let gateway = try Gateway(.streams([#"{"words":[{"japanese":"猫","english":"cat"},{"japanese":""#, String(repeating: "猫", count: 6_000)]))
        let list = try await ask(gateway)
        #expect(try await words(list).count == 1 && list.stream.isCut)
    }
}
