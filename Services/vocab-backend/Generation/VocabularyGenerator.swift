import Contracts
import Japanese
import LanguageModel
import Platform

/// What a learner wants: words on a topic.
struct VocabularyOrder: Sendable {
    let topic: String
    let count: Int
    let caller: ModelCaller
    let requestID: String
}

/// Makes words on a topic: a model proposes, each word is verified, what fails is asked for once more, and the lexicon fills what is still missing.
struct VocabularyGenerator: Sendable {
    let model: LanguageModel
    let prompt: SystemPrompt
    let verifier: WordVerifier
    let logger: Logger

    /// A model is asked twice: for all words, and for those that failed.
    private static let rounds = 2
    /// A word with its example, in tokens, rather too many.
    private static let tokensPerWord = 130

    /// Gives each word as soon as it is verified; returns when all are given, or throws what is in the way.
    ///
    /// - Throws: `ModelError`, and whatever `give` throws.
    func generate(_ order: VocabularyOrder, give: (GeneratedWord) async throws -> Void) async throws {
        var collection = WordCollection(wanted: order.count), outage: ModelError?
        for round in 0..<Self.rounds where collection.missing > 0 && outage == nil {
            outage = try await ask(order, round: round, &collection, give)
        }
        let asked = collection.words.count
        if collection.missing > 0 { try await fill(order, &collection, give) }
        log(order, collection, asked: asked, outage)
        guard collection.missing == 0 else {
            throw outage ?? ModelError.answerUnusable(problems: ["\(collection.missing) words are missing."])
        }
    }

    /// Asks for the words that are missing; gives the failure for which the lexicon may stand in.
    private func ask(
        _ order: VocabularyOrder, round: Int, _ collection: inout WordCollection, _ give: (GeneratedWord) async throws -> Void
    ) async throws -> ModelError? {
        let count = collection.missing
        do {
            let drafts = try await model.list(request(order, count, without: collection.words), of: WordDraft.self, named: "words", count: count)
            var iterator = drafts.makeAsyncIterator()
            while collection.missing > 0, let draft = try await iterator.next() {
                switch await verify(draft) {
                case .success(let word): if collection.take(word) { try await give(word) }
                case .failure(let problem): collection.refuse(problem)
                }
            }
            // With the list's end comes what it took.
            if collection.missing == 0 { _ = try? await iterator.next() }
            return nil
        } catch let error as ModelError {
            return try excused(error)
        } catch let error as ModelStreamError {
            return try excused(error.error)
        }
    }

    /// Gives words of the lexicon, each read when it is needed: reading is what costs.
    private func fill(_ order: VocabularyOrder, _ collection: inout WordCollection, _ give: (GeneratedWord) async throws -> Void) async throws {
        for known in await lexicon(order) {
            guard collection.missing > 0 else { return }
            let word = await read(known)
            if collection.take(word) { try await give(word) }
        }
    }

    /// What is no fault of the learner's is made good from the lexicon.
    private func excused(_ error: ModelError) throws -> ModelError {
        switch error.kind {
        case .modelUnavailable, .timedOut, .answerUnusable, .answerRefused: return error
        case .refused, .conversationEnded, .blocked, .limited, .ledgerUnavailable, .cancelled: throw error
        }
    }

    private func request(_ order: VocabularyOrder, _ count: Int, without words: [GeneratedWord]) -> ModelRequest {
        var parts: [PromptPart] = [.ours("Give \(count) Japanese words on this topic:"), .quoted(order.topic, as: "topic")]
        if !words.isEmpty { parts += [.ours("Other words than these:"), .quoted(words.map(\.japanese).joined(separator: "、"), as: "known")] }
        return ModelRequest(
            purpose: "vocabulary", caller: order.caller, requestID: order.requestID, prompt: prompt, parts,
            maximumTokens: 150 + count * Self.tokensPerWord, temperature: 0.7)
    }

    /// Away from the loops, as the dictionary's pages may have to come from the disk.
    @concurrent private func verify(_ draft: WordDraft) async -> Result<GeneratedWord, WordProblem> { verifier.verify(draft) }

    /// Likewise.
    @concurrent private func read(_ word: LexiconWord) async -> GeneratedWord { verifier.word(word) }

    /// The lexicon's words on the topic, the nearest topic first, in an order of the request's own.
    @concurrent private func lexicon(_ order: VocabularyOrder) async -> [LexiconWord] {
        Lexicon.topics(about: order.topic).prefix(2).flatMap { $0.words.shuffled() }
    }

    private func log(_ order: VocabularyOrder, _ collection: WordCollection, asked: Int, _ outage: ModelError?) {
        logger.info("vocabulary.generated") { line in
            line.field("request_id", order.requestID)
            line.field("wanted", order.count)
            line.field("from_model", asked)
            line.field("from_lexicon", collection.words.count - asked)
            line.field("refused", collection.problems.map(\.rawValue).joined(separator: ","))
            if let outage { line.field("outage", outage.kind.rawValue) }
        }
    }
}
