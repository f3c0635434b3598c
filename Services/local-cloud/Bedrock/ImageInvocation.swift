import AWS
import JSON

/// A request for pictures, from the shapes of three families.
struct ImageInvocation: Sendable, Equatable {
    /// How request and answer are written.
    enum Family: Sendable, Equatable { case stability, stableDiffusionXL, amazon }

    var family: Family
    var prompt: String
    var width: Int
    var height: Int
    var count = 1
    var seed: Int

    init(_ bytes: [UInt8], model: BedrockModel) throws(ServiceFault) {
        guard model.kind == .image else {
            throw .validation("This stand-in invokes image models only; send texts to \(model.id) with Converse or ConverseStream.")
        }
        let body = try RequestDocument(bytes)
        if model.id.hasPrefix("stability.stable-diffusion-xl") {
            self = try Self.stableDiffusionXL(body)
        } else {
            self = model.family == "stability" ? try Self.stability(body) : try Self.amazon(body, isTitan: model.family == "titan")
        }
        guard LandscapePainter.sides.contains(width), LandscapePainter.sides.contains(height) else {
            throw .validation("This stand-in draws 64 to 1536 pixels a side, not \(width) by \(height).")
        }
    }

    private init(family: Family, prompt: String, width: Int, height: Int, count: Int = 1, seed: Int) {
        self.family = family
        self.prompt = prompt
        self.width = width
        self.height = height
        self.count = count
        self.seed = seed
    }

    /// Sizes of about a megapixel for the aspect ratios of Stable Image.
    private static let sizes = [
        "1:1": (1_024, 1_024), "16:9": (1_344, 768), "21:9": (1_536, 640), "2:3": (832, 1_216), "3:2": (1_216, 832), "4:5": (896, 1_088),
        "5:4": (1_088, 896), "9:16": (768, 1_344), "9:21": (640, 1_536),
    ]

    private static func stability(_ body: RequestDocument) throws(ServiceFault) -> ImageInvocation {
        if let mode = body["mode"] { _ = try mode.oneOf(["text-to-image"]) }
        let size = sizes[try body["aspect_ratio"]?.oneOf(sizes.keys.sorted()) ?? "1:1"]!
        if let format = body["output_format"], try format.text() != "png" {
            throw .validation("This stand-in writes PNG only; ask for output_format png.")
        }
        let prompt = try prompt(body.required("prompt"), atMost: 10_000)
        return ImageInvocation(
            family: .stability, prompt: prompt, width: size.0, height: size.1, seed: try body["seed"]?.integer(0...4_294_967_295) ?? seed(for: prompt))
    }

    private static func stableDiffusionXL(_ body: RequestDocument) throws(ServiceFault) -> ImageInvocation {
        let prompts = try body.required("text_prompts").elements(atMost: 10)
        guard let first = prompts.first else { throw .constraint("text_prompts", "Member must have length greater than or equal to 1") }
        let text = try prompt(first.required("text"), atMost: 2_000)
        return ImageInvocation(
            family: .stableDiffusionXL, prompt: text, width: try body["width"]?.integer(128...1_536) ?? 1_024,
            height: try body["height"]?.integer(128...1_536) ?? 1_024, count: try body["samples"]?.integer(1...1) ?? 1,
            seed: try body["seed"]?.integer(0...4_294_967_295) ?? seed(for: text))
    }

    private static func amazon(_ body: RequestDocument, isTitan: Bool) throws(ServiceFault) -> ImageInvocation {
        _ = try body.required("taskType").oneOf(["TEXT_IMAGE"])
        let text = try prompt(body.required("textToImageParams").required("text"), atMost: isTitan ? 512 : 1_024)
        let settings = body["imageGenerationConfig"]
        let invocation = ImageInvocation(
            family: .amazon, prompt: text, width: try settings?["width"]?.integer(320...4_096) ?? 1_024,
            height: try settings?["height"]?.integer(320...4_096) ?? 1_024, count: try settings?["numberOfImages"]?.integer(1...5) ?? 1,
            seed: try settings?["seed"]?.integer(0...2_147_483_646) ?? 12)
        guard invocation.width % 16 == 0, invocation.height % 16 == 0 else {
            throw .validation("Width and height must be divisible by 16, not \(invocation.width) by \(invocation.height).")
        }
        return invocation
    }

    private static func prompt(_ document: RequestDocument, atMost limit: Int) throws(ServiceFault) -> String {
        let text = try document.text()
        guard !text.isEmpty else { throw .constraint(document.path, "Member must have length greater than or equal to 1") }
        guard text.count <= limit else { throw .constraint(document.path, "Member must have length less than or equal to \(limit)") }
        return text
    }

    private static func seed(for prompt: String) -> Int { Int(StableHash.of(prompt) & 0xFFFF_FFFF) }
}
