import AWS
import Guardrails
import LanguageModel
import ModelKit
import Platform
import Testing

@Suite(.timeLimit(.minutes(1))) struct `A picture` {
    private func request(_ text: String = "a frog in an old pond") -> PictureRequest {
        PictureRequest(
            purpose: "haiku-image", caller: ModelCaller(user: "kaede"), requestID: "req-2", [.ours("A woodblock print:"), .quoted(text, as: "line")])
    }

    @Test func `goes the same road, at its price`() async throws {
        let gateway = try Gateway(.paints)
        let picture = try await gateway.model.image(request())
        #expect(picture.image.bytes == [1, 2, 3] && picture.model == "stability.stable-image-core-v1:1")
        #expect(gateway.endpoint.asked.first?.prompt == "A woodblock print: a frog in an old pond")
        #expect(gateway.events.all == ["guard", "reserve", "call", "settle"])
        #expect(gateway.ledger.requests.withLock { $0.first?.costMicroUSD } == 80_000, "the backup is the dearer one")
        #expect(gateway.ledger.settled.withLock { $0 } == [UsedTokens(input: 0, output: 0, costMicroUSD: 40_000)])
    }

    @Test func `is refused for what must not be painted`() async throws {
        let gateway = try Gateway(.paints)
        #expect(await gateway.error { () async throws(ModelError) in try await gateway.model.image(request("RUDE")) }?.kind == .refused)
        #expect(await gateway.error { () async throws(ModelError) in try await gateway.model.image(request("ATTACK")) }?.kind == .conversationEnded)
    }

    @Test func `comes from the backup, and one that may be there already is not made again by the same model`() async throws {
        let gateway = try Gateway(.fails(EndpointError(.failed, mayHaveCost: true)), .paints)
        #expect(try await gateway.model.image(request()).model == "stability.sd3-5-large-v1:0")
        #expect(gateway.endpoint.asked.count == 2 && gateway.ledger.settled.withLock { $0.map(\.costMicroUSD) } == [40_000, 80_000])
    }

    @Test func `that a filter holds back is refused, and counted`() async throws {
        let gateway = try Gateway(.holdsBack)
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.image(request()) }
        #expect(error == .answerRefused(Finding(.secondOpinion, rule: "bedrock.image_filter")) && gateway.ledger.books.costMicroUSD == 40_000)
    }

    @Test func `is not begun beyond the month's budget`() async throws {
        let gateway = try Gateway(.paints, policy: { $0.limits.microUSDPerMonth = 100_000 })
        _ = try await gateway.model.image(request())
        let error = await gateway.error { () async throws(ModelError) in try await gateway.model.image(request()) }
        guard case .limited(.costPerMonth, _)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(gateway.alerts.kinds.contains(.tokenLimitExceeded) && gateway.alerts.kinds.contains(.budgetThreshold))
    }
}
