import AWS
import Testing

@Suite struct BedrockModelTests {
    @Test func `ids are unique, and successors are in the table`() {
        #expect(Set(BedrockModels.all.map(\.id)).count == BedrockModels.all.count)
        for model in BedrockModels.all { #expect(model.successor.map { BedrockModels.model($0) != nil } ?? true, "\(model.id)") }
    }

    @Test func `what can be called has regions and a price, and what is on its way out has a successor`() {
        for model in BedrockModels.all {
            #expect((model.state == .retired) == model.regions.isEmpty, "\(model.id)")
            #expect((model.state == .retired) == (model.price == nil), "\(model.id)")
            #expect((model.state == .active) == (model.successor == nil), "\(model.id)")
        }
    }

    @Test func `every successor makes what its predecessor made, and every line of them ends at an active model`() throws {
        for model in BedrockModels.all where model.state != .active {
            var last = model
            for _ in BedrockModels.all { if let next = last.successor { last = try #require(BedrockModels.model(next)) } }
            #expect(last.state == .active && last.kind == model.kind, "\(model.id)")
        }
    }

    @Test func `every price names its unit, its source and its day, and is verified only where AWS's own list is quoted`() {
        for case let (model, price?) in BedrockModels.all.map({ ($0, $0.price) }) {
            let hasTokens = price.inputPerMillionTokens != nil && price.outputPerMillionTokens != nil
            #expect(hasTokens == (model.kind == .text) && (price.perImage != nil) == (model.kind == .image), "\(model.id)")
            #expect(price.currency == "USD" && !price.source.isEmpty)
            let quotesAWS = ["https://aws.amazon.com/", "https://pricing.us-east-1.amazonaws.com/"].contains { price.source.contains($0) }
            #expect(price.isVerified == quotesAWS, "\(model.id)")
        }
    }

    @Test(
        arguments: [
            ("anthropic.claude-v2", BedrockModel.Kind.text), ("amazon.titan-text-express-v1", .text), ("stability.stable-diffusion-xl-v1", .image),
            ("anthropic.claude-v2:1", .text), ("amazon.titan-image-generator-v1", .image),
        ]) func `a retired id of the specification is accepted, and a living model is named`(id: String, kind: BedrockModel.Kind) throws
    {
        let (model, warning) = try #require(BedrockModels.resolve(id))
        #expect(model.state == .active && model.kind == kind)
        #expect(warning == "\(id) was retired; \(model.id) is used instead")
    }

    @Test func `a model that works is used, with a warning when its end is known`() throws {
        let (active, silence) = try #require(BedrockModels.resolve("anthropic.claude-haiku-4-5-20251001-v1:0"))
        #expect(active.invocationID == "us.anthropic.claude-haiku-4-5-20251001-v1:0" && silence == nil)
        let (legacy, warning) = try #require(BedrockModels.resolve("anthropic.claude-sonnet-4-5-20250929-v1:0"))
        #expect(legacy.state == .legacy)
        #expect(warning == "anthropic.claude-sonnet-4-5-20250929-v1:0 ends on 2027-04-08; use anthropic.claude-sonnet-5-5")
    }

    @Test(arguments: ["us.amazon.nova-lite-v1:0", "eu.amazon.nova-lite-v1:0", "amazon.nova-lite-v1:0"]) func `profiles lead to their model`(id: String) {
        #expect(BedrockModels.model(id)?.id == "amazon.nova-lite-v1:0")
    }

    @Test func `an id that nobody knows is not guessed`() {
        #expect(BedrockModels.resolve("amazon.nova-9") == nil)
    }
}
