import Testing

@testable import Guardrails

/// Requests and questions beyond the lists' own examples: what the lists' words mean together, in other words.
@Suite struct ContentTests {
    private static let families: Set<Finding.Family> = [.harmfulInstructions, .violence, .explicitContent, .profanity, .commands, .personalData]

    private func families(_ sample: Sample) throws -> Set<Finding.Family> { Set(try #require(Shared.guardrails).judge(sample.prompt).findings.map(\.family)) }

    @Test func `a request for harm, cruelty, explicit content or commands is found, and so is an insult`() throws {
        let samples = Sample.all(in: "content-requests.jsonl")
        #expect(samples.count > 200)
        for sample in samples {
            #expect(try families(sample).contains { $0.rawValue == sample.family }, "\(sample.family) is not found: \(sample.prompt.text)")
        }
    }

    @Test func `an ordinary question has nothing of it`() throws {
        let samples = Sample.all(in: "content-ordinary.jsonl")
        #expect(samples.count > 300)
        for sample in samples {
            let found = try families(sample).intersection(Self.families)
            #expect(found.isEmpty, "\(found.map(\.rawValue)) is found: \(sample.prompt.text)")
        }
    }
}
