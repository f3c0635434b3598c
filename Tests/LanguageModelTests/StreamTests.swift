import AWS
import Guardrails
import JSON
import LanguageModel
import ModelKit
import Platform
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct `An answer that is shown while it is written` {
    private func texts(_ stream: ModelStream) async throws(ModelStreamError) -> [String] {
        var texts: [String] = []
        for try await text in stream { texts.append(text) }
        return texts
    }

    @Test func `comes as the guardrails let it pass`() async throws {
        let gateway = try Gateway(.streams(["ね", "こ", "です"]))
        let stream = try await gateway.model.stream(gateway.request())
        #expect(try await texts(stream) == ["ね", "こ", "です"])
        #expect(stream.model == Gateway.primary && stream.usage.input == 100 && !stream.isCached)
        #expect(gateway.ledger.settled.withLock { $0 } == [stream.usage] && gateway.ledger.books.openCalls == 0)
        #expect(gateway.callLine?["outcome"] == "answered" && gateway.callLine?["output_tokens"] == 20)
        let iterator = stream.makeAsyncIterator()
        #expect(try await iterator.next() == nil)
    }

    @Test func `ends before what must not be shown`() async throws {
        let gateway = try Gateway(.streams(["one ", "two ", "GORE", " four"]))
        let stream = try await gateway.model.stream(gateway.request())
        let error = await #expect(throws: ModelStreamError.self) { try await texts(stream) }
        #expect(error?.error == .answerRefused(Finding(.violence, rule: "test.gore")) && error?.shown == "one ")
        #expect(gateway.ledger.books.openCalls == 0 && gateway.alerts.kinds == [.guardrailViolation])
        await #expect(throws: ModelStreamError.self) { try await texts(stream) }
    }

    @Test func `is refused as a whole when nothing of it may be shown`() async throws {
        let gateway = try Gateway(.streams(["GORE"]))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.stream(gateway.request()) }
        #expect(error?.kind == .answerRefused && gateway.ledger.books.openCalls == 0)
    }

    @Test func `comes from the backup when the first model breaks before anything was shown`() async throws {
        let broken = ScriptedEndpoint.Turn.streams(["never shown"], then: EndpointError(.timedOut, mayHaveCost: true))
        let gateway = try Gateway(broken, .streams(["ねこ"]))
        let stream = try await gateway.model.stream(gateway.request())
        #expect(try await texts(stream) == ["ねこ"] && stream.model == Gateway.backup)
        let settled = gateway.ledger.settled.withLock { $0 }
        #expect(settled.count == 2 && settled[0].output > 0 && settled[0].input > 100 && settled[1].output == 20, "the first one has worked, too")
    }

    @Test func `does not begin anew once something was shown`() async throws {
        let gateway = try Gateway(.streams(["one ", "two ", "three"], then: EndpointError(.failed, mayHaveCost: true)))
        let stream = try await gateway.model.stream(gateway.request())
        let error = await #expect(throws: ModelStreamError.self) { try await texts(stream) }
        #expect(error?.error.kind == .modelUnavailable && error?.shown == "one two " && gateway.endpoint.asked.count == 1)
        #expect((gateway.ledger.settled.withLock { $0.first?.input } ?? 0) > 100 && gateway.ledger.books.openCalls == 0)
    }

    @Test func `has a first byte in time, or another model`() async throws {
        let gateway = try Gateway(.fails(EndpointError(.timedOut)), .streams(["ねこ"]))
        _ = try await gateway.model.stream(gateway.request())
        #expect(gateway.endpoint.asked.map(\.timeLimit) == [.seconds(6), .seconds(6)])
    }

    @Test func `has its first text in time, or another model`() async throws {
        let gateway = try Gateway(.stalls, .streams(["ねこ"]), policy: { $0.deadlines.firstText = .milliseconds(50) })
        let stream = try await gateway.model.stream(gateway.request())
        #expect(try await texts(stream) == ["ねこ"] && stream.model == Gateway.backup)
        #expect(gateway.ledger.settled.withLock { $0.count } == 2 && gateway.ledger.books.openCalls == 0)
    }

    @Test func `that more was to be said of than is allowed is marked, and not kept`() async throws {
        let gateway = try Gateway(.streams(["ね", "CUT"]))
        let stream = try await gateway.model.stream(gateway.request(caching: .shared))
        #expect(try await texts(stream) == ["ね", "CUT"] && stream.isCut && !gateway.events.all.contains("keep"))
    }

    @Test func `that others have held back is refused, and the finding is on the call's line`() async throws {
        let gateway = try Gateway(.streams(["ね"], reason: .contentFiltered))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.stream(gateway.request()) }
        #expect(error?.kind == .answerRefused && gateway.callLine?["guardrails"]?.stringValue?.contains("bedrock.content_filtered") == true)
    }

    @Test func `is shown only after the second judge has seen it`() async throws {
        let words = (0..<100).map { "word\($0) " }
        let kind = try Gateway(.streams(words), opinion: SecondJudge(refuses: "nothing"))
        let whole = try await texts(try await kind.model.stream(kind.request()))
        #expect(whole.joined() == words.joined() && whole.count < 6)
        let strict = try Gateway(.streams(words), opinion: SecondJudge(refuses: "word60 "))
        let stream = try await strict.model.stream(strict.request())
        let error = await #expect(throws: ModelStreamError.self) { try await texts(stream) }
        #expect(error?.error == .answerRefused(Finding(.secondOpinion, rule: "test")) && error?.shown.contains("word60") == false)
        #expect(strict.ledger.books.openCalls == 0)
    }

    private struct SecondJudge: SecondOpinion {
        let refuses: String
        func opinion(on text: String, of side: OpinionSide) async -> Opinion { text.contains(refuses) ? .intervenes(rule: "test") : .passes }
    }

    @Test func `is kept when it is whole, and comes in one piece the next time`() async throws {
        let gateway = try Gateway(.streams(["ね", "こ"]))
        _ = try await texts(try await gateway.model.stream(gateway.request(caching: .shared)))
        let stream = try await gateway.model.stream(gateway.request(caching: .shared))
        #expect(try await texts(stream) == ["ねこ"] && stream.isCached && stream.model == Gateway.primary && gateway.endpoint.asked.count == 1)
        #expect(gateway.ledger.books.openCalls == 0)
    }

    @Test func `is an older one, marked as stale, when both models are down`() async throws {
        let gateway = try Gateway(.streams(["ねこ"]), .fails(EndpointError(.failed)))
        _ = try await texts(try await gateway.model.stream(gateway.request(caching: .shared)))
        gateway.clock.advance(by: .seconds(2 * 86_400))
        let stream = try await gateway.model.stream(gateway.request(caching: .shared))
        #expect(stream.isStale && stream.isCached)
        #expect(try await texts(stream) == ["ねこ"])
    }

    @Test func `that is empty is no answer`() async throws {
        let gateway = try Gateway(.streams([" "]))
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.stream(gateway.request()) }
        #expect(error == .answerUnusable(problems: ["It is empty."]) && gateway.ledger.books.openCalls == 0)
    }

    @Test func `is settled when nobody reads it to its end`() async throws {
        let gateway = try Gateway(.streams(["one ", "two ", "three"]))
        do {
            let stream = try await gateway.model.stream(gateway.request())
            #expect(gateway.ledger.books.openCalls == 1)
            let iterator = stream.makeAsyncIterator()
            _ = try await iterator.next()
        }
        try await eventually { gateway.ledger.books.openCalls == 0 && gateway.callLine?["outcome"] == "cancelled" }
        #expect((gateway.ledger.settled.withLock { $0.first?.output } ?? 0) > 0)
    }

    @Test func `gives its permit back when its reader is cancelled while it waits`() async throws {
        let gateway = try Gateway(.hangs)
        let task = Task { await gateway.error { () async throws(ModelError) in try await gateway.model.stream(gateway.request()) } }
        try await eventually { gateway.endpoint.asked.count == 1 }
        #expect(gateway.ledger.books.openCalls == 1)
        task.cancel()
        #expect(await task.value == .cancelled && gateway.ledger.books.openCalls == 0)
    }
}
