import AWS
import Contracts
import Guardrails
import Japanese
import LanguageModel
import ModelKit
import Platform
import TestKit
import Testing

@testable import vocab_backend

/// A generator whose model says what a test has written for it.
struct Bench {
    let endpoint: ScriptedEndpoint
    let ledger: TestLedger
    let generator: VocabularyGenerator

    init(_ turns: ScriptedEndpoint.Turn...) throws {
        let events = Events(), clock = ManualClock()
        (endpoint, ledger) = (ScriptedEndpoint(turns, events), TestLedger(events, clock: clock))
        var surroundings = LanguageModel.Surroundings(endpoint: endpoint, guardrails: ScriptedJudge(events: events), ledger: ledger, hash: { "#\($0.count)" })
        (surroundings.clock, surroundings.calendar) = (clock, clock)
        surroundings.pause = { clock.advance(by: $0) }
        let prompts = SystemPrompts.fixed(["vocabulary": "You choose Japanese words for learners."])
        generator = VocabularyGenerator(
            model: try LanguageModel(ModelPolicy(), surroundings), prompt: prompts.prompt("vocabulary"), verifier: try Prepared.verifier, logger: .silent)
    }

    static func words(_ drafts: WordDraft...) -> ScriptedEndpoint.Turn { .streams(["{\"words\":[\(drafts.map(\.json).joined(separator: ","))]}"]) }

    func generate(_ topic: String = "animals", count: Int = 3) async throws -> [GeneratedWord] {
        var words: [GeneratedWord] = []
        let order = VocabularyOrder(topic: topic, count: count, caller: ModelCaller(user: "kaede"), requestID: "req-1")
        try await generator.generate(order) { words.append($0) }
        return words
    }
}

@Suite(.timeLimit(.minutes(1))) struct `Words on a topic` {
    static let cat = WordDraft.of("猫", "neko", "cat"), dog = WordDraft.of("犬", "inu", "dog"), bird = WordDraft.of("鳥", "tori", "bird")
    static let down = EndpointError(.failed, detail: "503")

    @Test func `are those of the model when they are good`() async throws {
        let bench = try Bench(Bench.words(Self.cat, Self.dog, Self.bird))
        let words = try await bench.generate()
        #expect(words.map(\.japanese) == ["猫", "犬", "鳥"] && bench.endpoint.asked.count == 1 && bench.ledger.books.openCalls == 0)
        let asked = try #require(bench.endpoint.asked.first?.request)
        #expect(asked.messages[0].text.contains("Give 3 Japanese words") && asked.messages[0].text.contains("<topic>animals</topic>"))
    }

    @Test func `that fail are asked for once more, and only they`() async throws {
        let bench = try Bench(Bench.words(Self.cat, .of("犬", "neko", "dog"), .of("dog", "inu", "dog")), Bench.words(Self.dog, Self.bird))
        #expect(try await bench.generate().map(\.japanese) == ["猫", "犬", "鳥"] && bench.endpoint.asked.count == 2)
        let again = try #require(bench.endpoint.asked.last?.request?.messages[0].text)
        #expect(again.contains("Give 2 Japanese words") && again.contains("<known>猫</known>"))
    }

    @Test func `that fail twice come from the lexicon`() async throws {
        let bench = try Bench(Bench.words(Self.cat, Self.cat), Bench.words(Self.cat))
        let words = try await bench.generate(count: 5)
        #expect(words.count == 5 && words[0].japanese == "猫" && Set(words.map(\.japanese)).count == 5 && bench.endpoint.asked.count == 2)
        #expect(
            words.dropFirst().allSatisfy { word in Lexicon.topics(about: "animals").prefix(2).contains { $0.words.contains { $0.japanese == word.japanese } } })
    }

    @Test func `come from the lexicon when no model answers`() async throws {
        let bench = try Bench(.fails(Self.down))
        #expect(try await bench.generate(count: 10).count == 10 && bench.ledger.books.openCalls == 0)
    }

    @Test func `come from the lexicon when the model breaks in the middle`() async throws {
        let bench = try Bench(.streams(["{\"words\":[\(Self.cat.json),{\"japa"], then: EndpointError(.failed, mayHaveCost: true)))
        let words = try await bench.generate()
        #expect(words.count == 3 && words[0].japanese == "猫")
    }

    @Test func `that nobody has are an error, never fewer`() async throws {
        let bench = try Bench(Bench.words(Self.cat), Bench.words(Self.cat))
        let error = await #expect(throws: ModelError.self) { try await bench.generate("qzxv", count: 3) }
        #expect(error?.kind == .answerUnusable)
        let down = try Bench(.fails(Self.down))
        let outage = await #expect(throws: ModelError.self) { try await down.generate("qzxv", count: 3) }
        #expect(outage?.kind == .modelUnavailable)
    }

    @Test(arguments: ["RUDE", "ATTACK"]) func `are not given for a topic that is refused`(topic: String) async throws {
        let bench = try Bench(Bench.words(Self.cat))
        let error = await #expect(throws: ModelError.self) { try await bench.generate("animals \(topic)") }
        #expect(error?.kind == (topic == "RUDE" ? .refused : .conversationEnded) && bench.endpoint.asked.isEmpty)
    }

    @Test func `are given one by one`() async throws {
        let bench = try Bench(.streams(["{\"words\":[\(Self.cat.json),", "\(Self.dog.json),", "\(Self.bird.json)]}"]))
        var given = 0
        struct Enough: Error {}
        let order = VocabularyOrder(topic: "animals", count: 3, caller: ModelCaller(user: "kaede"), requestID: "req-1")
        await #expect(throws: Enough.self) {
            try await bench.generator.generate(order) { _ in
                given += 1
                if given == 2 { throw Enough() }
            }
        }
        #expect(given == 2)
        try await eventually { bench.ledger.books.openCalls == 0 }
    }
}
