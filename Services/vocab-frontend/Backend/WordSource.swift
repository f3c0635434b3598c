import Contracts
import HTTPClient
import JSON
import Platform

/// What a learner asks for: a topic that is one, and how many words.
struct WordOrder: JSONObject, Equatable {
    static let counts = 3...10, usualCount = 5, longestTopic = 200
    var topic: String
    var count: Int

    static let json = Object("VocabularyRequest", { WordOrder(topic: $0, count: $1) }, Field("topic", \.topic), Field("word_count", \.count))

    /// What a form or a script sent, put right where that does no harm.
    static func checked(topic: String, count: Int?) throws(Trouble) -> WordOrder {
        let topic = topic.trimmed
        guard !topic.isEmpty else { throw .topicMissing }
        guard topic.count <= longestTopic, topic.utf8.count <= longestTopic * 16 else { throw .topicTooLong }
        guard !topic.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { throw .topicUnfit }
        return WordOrder(topic: topic, count: Self.bounded(count))
    }

    /// The nearest count there is.
    static func bounded(_ count: Int?) -> Int { count.map { min(max($0, counts.lowerBound), counts.upperBound) } ?? usualCount }
}

/// Where words come from: vocab-backend's API.
struct WordSource: Sendable {
    let calls: BackendCalls

    /// 10 words with long sentences.
    private static let longestAnswer = 256 * 1_024
    private static let whole = HTTPClientLimits(firstByteTimeout: .seconds(55), totalTimeout: .seconds(55), maximumResponseBytes: longestAnswer)
    /// Each event of the stream is awaited; heart-beats come every 15 s.
    private static let piecemeal = HTTPClientLimits(firstByteTimeout: .seconds(20), totalTimeout: .seconds(120), maximumResponseBytes: longestAnswer)

    /// All words together.
    func words(_ order: WordOrder, as learner: CallingLearner) async throws(Trouble) -> GeneratedGroup {
        let answer = try await calls.open(.init(path: "/api/vocab_generator", body: JSON.encode(order), limits: Self.whole), as: learner)
        guard answer.status == 200 else { throw await calls.refusal(answer, of: learner) }
        let body: [UInt8]
        do throws(HTTPClientError) { body = try await answer.collect() } catch { throw error == .timedOut(.total) ? .tooSlow : .brokenOff }
        guard let group = try? GeneratedGroup.decode(json: body), group.isSound else { throw .answerUnusable }
        return group
    }

    /// Returns when the backend has accepted the order; the words follow.
    func stream(_ order: WordOrder, as learner: CallingLearner) async throws(Trouble) -> WordStream {
        let headers = [HTTPClientHeader("Accept", "text/event-stream")]
        let call = BackendCalls.Call(path: "/api/vocab_generator/stream", body: JSON.encode(order), headers: headers, limits: Self.piecemeal)
        let answer = try await calls.open(call, as: learner)
        guard answer.status == 200 else { throw await calls.refusal(answer, of: learner) }
        return WordStream(answer, wanted: order.count)
    }
}
