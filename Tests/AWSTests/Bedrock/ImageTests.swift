import Encoding
import HTTPClient
import JSON
import Testing

@testable import AWS

private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

/// The sentence of a refusal before sending; nil when the body could be made.
private func refusal(_ family: ImageFamily, _ request: ImageRequest) -> String? {
    do throws(AWSError) {
        _ = try family.body(of: request)
        return nil
    } catch {
        if case .invalidRequest(let sentence) = error.cause { return sentence }
        return "another error"
    }
}

@Suite struct ImageTests {
    @Test func `each family is asked in its own way`() throws {
        let request = ImageRequest(prompt: "富士山", negativePrompt: "people", size: .ratio(width: 16, height: 9), seed: 7)
        #expect(
            try ImageFamily.stability.body(of: request).sorted == [
                "aspect_ratio": "16:9", "negative_prompt": "people", "output_format": "png", "prompt": "富士山", "seed": 7,
            ])
        let amazon = ImageRequest(prompt: "富士山", size: .pixels(width: 1_152, height: 768), count: 2)
        for family in [ImageFamily.novaCanvas, .titan] {
            #expect(
                try family.body(of: amazon).sorted == [
                    "imageGenerationConfig": ["height": 768, "numberOfImages": 2, "width": 1_152], "taskType": "TEXT_IMAGE",
                    "textToImageParams": ["text": "富士山"],
                ])
        }
        let body = try ImageFamily.titan.body(of: request)
        #expect(body["textToImageParams"]?["negativeText"] == "people" && body["imageGenerationConfig"]?["seed"] == 7)
    }

    @Test(
        arguments: [
            (ImageRequest.Size.ratio(width: 1, height: 1), "1:1", (1_024, 1_024), (1_024, 1_024)),
            (.ratio(width: 16, height: 9), "16:9", (1_360, 768), (1_152, 640)),
            (.ratio(width: 42, height: 18), "21:9", nil, nil), (.pixels(width: 1_024, height: 1_024), "1:1", (1_024, 1_024), (1_024, 1_024)),
            (.pixels(width: 768, height: 1_152), "2:3", (768, 1_152), (768, 1_152)), (.ratio(width: 2, height: 3), "2:3", (832, 1_248), (768, 1_152)),
        ] as [(ImageRequest.Size, String, (Int, Int)?, (Int, Int)?)])
    func `a shape or size means the nearest that each family makes`(size: ImageRequest.Size, ratio: String, nova: (Int, Int)?, titan: (Int, Int)?) throws {
        let request = ImageRequest(prompt: "a", size: size)
        #expect(try ImageFamily.stability.body(of: request)["aspect_ratio"]?.stringValue == ratio)
        for (family, pixels) in [(ImageFamily.novaCanvas, nova), (.titan, titan)] {
            guard let pixels else { continue }
            let settings = try family.body(of: request)["imageGenerationConfig"]
            #expect(settings?["width"] == .int(pixels.0) && settings?["height"] == .int(pixels.1))
        }
    }

    @Test(arguments: ImageFamily.allCases) func `what a family cannot make is refused in words before it is sent`(family: ImageFamily) {
        let limit = family == .stability ? 10_000 : family == .titan ? 512 : 1_024
        let bad: [ImageRequest] = [
            ImageRequest(prompt: ""), ImageRequest(prompt: String(repeating: "あ", count: limit + 1)), ImageRequest(prompt: "a", negativePrompt: ""),
            ImageRequest(prompt: "a", count: 0), ImageRequest(prompt: "a", count: family == .stability ? 2 : 6), ImageRequest(prompt: "a", seed: -1),
            ImageRequest(prompt: "a", seed: 4_294_967_295), ImageRequest(prompt: "a", size: .pixels(width: 1_000, height: 1_001)),
            ImageRequest(prompt: "a", size: .ratio(width: 5, height: 1)), ImageRequest(prompt: "a", size: .ratio(width: 0, height: 1)),
            ImageRequest(prompt: "a", size: .pixels(width: .max, height: .max - 1)), ImageRequest(prompt: "a", size: .ratio(width: .min, height: -1)),
        ]
        for request in bad { #expect((refusal(family, request)?.count ?? 0) > 20, "\(request.size) \(request.count)") }
        #expect(refusal(family, ImageRequest(prompt: String(repeating: "あ", count: limit))) == nil)
    }

    @Test func `Nova Canvas makes no picture of four million pixels`() {
        #expect(refusal(.novaCanvas, ImageRequest(prompt: "a", size: .pixels(width: 2_048, height: 2_048))) != nil)
        #expect(refusal(.novaCanvas, ImageRequest(prompt: "a", size: .pixels(width: 2_048, height: 2_032))) == nil)
    }

    private func images(
        _ body: String, status: Int = 200, model: String = "stability.stable-image-core-v1:1", family: ImageFamily? = nil
    ) async throws -> ImageAnswer {
        let world = CallWorld { _, _ in
            HTTPClientResponse(status: status, headers: [.init("x-amzn-ErrorType", "ValidationException")], body: Array(body.utf8))
        }
        return try await BedrockClient(world.client(.bedrockRuntime)).images(ImageRequest(prompt: "a"), model: model, family: family)
    }

    @Test func `pictures come with their seeds`() async throws {
        let text = Base64.encode(png)
        #expect(
            try await images(#"{"seeds":[42],"finish_reasons":[null],"images":["\#(text)"]}"#) == .images([GeneratedImage(bytes: png, seed: 42)]))
        let amazon = #"{"images":["\#(text)","\#(text)"],"error":null}"#
        let two = ImageAnswer.images([GeneratedImage(bytes: png, seed: nil), GeneratedImage(bytes: png, seed: nil)])
        #expect(try await images(amazon, model: "amazon.nova-canvas-v1:0", family: .novaCanvas) == two)
        #expect(try await images(amazon.replacing("null", with: #""one was held back""#), model: "arn:x", family: .titan) == two)
    }

    @Test func `what a filter holds back is an answer of its own`() async throws {
        for reason in ["Filter reason: prompt", "Filter reason: output image"] {
            #expect(try await images(#"{"seeds":[42],"finish_reasons":["\#(reason)"],"images":[""]}"#) == .filtered(reason: reason))
        }
        let amazon = "Some generated images have been blocked by our content filters."
        #expect(try await images(#"{"images":[],"error":"\#(amazon)"}"#, model: "arn:x", family: .novaCanvas) == .filtered(reason: amazon))
        let prompt = "This request has been blocked by our content filters."
        #expect(try await images(#"{"message":"\#(prompt)"}"#, status: 400, model: "arn:x", family: .titan) == .filtered(reason: prompt))
    }

    @Test(arguments: [
        "{}", #"{"images":[]}"#, #"{"images":["*"]}"#, #"{"images":[""]}"#, #"{"images":[1]}"#, #"{"images":[],"finish_reasons":["Inference error"]}"#,
    ]) func `an answer without a picture is an error`(body: String) async {
        let error = await #expect(throws: AWSError.self) { try await images(body) }
        guard case .unexpectedAnswer? = error?.cause else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a picture is bounded, and another refusal of the service stays one`() async throws {
        let body: JSONFragment = ["images": [.string(Base64.encode(png))]]
        #expect(throws: AWSError.self) { try ImageFamily.titan.read(body, maximumBytes: 8) }
        #expect(try ImageFamily.titan.read(body, maximumBytes: 9) == .images([GeneratedImage(bytes: png, seed: nil)]))
        let error = await #expect(throws: AWSError.self) { try await images(#"{"message":"Malformed input request"}"#, status: 400) }
        #expect(error?.serviceError?.isInvalidRequest == true)
    }

    @Test(
        arguments: [
            ("stability.sd3-5-large-v1:0", ImageFamily.stability), ("us.stability.stable-image-ultra-v1:1", .stability),
            ("amazon.nova-canvas-v1:0", .novaCanvas),
            ("eu.amazon.titan-image-generator-v2:0", .titan), ("amazon.nova-lite-v1:0", nil), ("anthropic.claude-v2", nil), ("", nil),
        ] as [(String, ImageFamily?)]) func `a model's id tells its family`(id: String, family: ImageFamily?)
    { #expect(ImageFamily(modelID: id) == family) }

    @Test func `a model of no family is refused, and a retired one of Amazon's becomes its successor`() async throws {
        let world = CallWorld { _, _ in HTTPClientResponse(status: 503) }
        let client = BedrockClient(world.client(.bedrockRuntime))
        let error = await #expect(throws: AWSError.self) { try await client.images(ImageRequest(prompt: "a"), model: "acme.painter") }
        #expect(error?.cause == .invalidRequest("acme.painter is no model for pictures that is known; give its family") && world.http.requests.isEmpty)
        let lost = await #expect(throws: AWSError.self) { try await client.images(ImageRequest(prompt: "a"), model: "amazon.nova-canvas-v1:0") }
        #expect(world.http.requests.map(\.url) == ["https://bedrock-runtime.us-east-1.amazonaws.com/model/stability.stable-image-core-v1%3A1/invoke"])
        #expect(lost?.reason == .mayHaveHappened, "a picture is not paid for twice")
    }
}
