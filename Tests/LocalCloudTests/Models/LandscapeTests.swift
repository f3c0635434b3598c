import AWS
import Compression
import Encoding
import JSON
import Testing

@testable import local_cloud

@Suite struct LandscapeTests {
    private static func pixels(_ file: [UInt8]) throws -> (width: Int, height: Int, bytes: [UInt8]) {
        let word = { (at: Int) in file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        #expect(file.prefix(8).elementsEqual([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        var place = 8, data: [UInt8] = [], size = (0, 0)
        while place < file.count {
            let length = word(place), type = Array(file[place + 4..<place + 8])
            #expect(word(place + 8 + length) == Int(CRC32.checksum(Array(file[place + 4..<place + 8 + length]))))
            if type == Array("IHDR".utf8) { size = (word(place + 8), word(place + 12)) }
            if type == Array("IDAT".utf8) { data += file[place + 8..<place + 8 + length] }
            place += 12 + length
        }
        let rows = try inflated(data), rowBytes = size.0 * 3
        var bytes: [UInt8] = []
        for row in 0..<size.1 {
            let start = row * (rowBytes + 1)
            for column in 0..<rowBytes { bytes.append(rows[start + 1 + column] &+ (rows[start] == 2 ? bytes[(row - 1) * rowBytes + column] : 0)) }
        }
        #expect(rows.count == size.1 * (rowBytes + 1))
        return (size.0, size.1, bytes)
    }

    private static func inflated(_ data: [UInt8]) throws -> [UInt8] { try Decompressor.decompress(data, .zlib, limitBytes: 1 << 22) }

    @Test func `a picture is a PNG whose pixels come back`() throws {
        let painted = (0..<6 * 4 * 3).map { UInt8($0 * 7 & 0xFF) }
        let (width, height, bytes) = try Self.pixels(PNG.encode(width: 6, height: 4, pixels: painted))
        #expect(width == 6 && height == 4 && bytes == painted)
    }

    @Test(arguments: [(64, 64), (96, 64), (64, 96)]) func `it has the size that was asked for, and colors`(width: Int, height: Int) throws {
        let picture = try Self.pixels(LandscapePainter.picture(of: "rain on the sea, a boat, cherry blossoms, a torii", seed: 1, width: width, height: height))
        #expect(picture.width == width && picture.height == height)
        #expect(Set(picture.bytes).count > 60)
    }

    @Test func `the same words and seed give the same picture, others another`() {
        let picture = { LandscapePainter.picture(of: $0, seed: $1, width: 64, height: 64) }
        #expect(picture("autumn moon", 1) == picture("autumn moon", 1))
        #expect(picture("autumn moon", 1) != picture("autumn moon", 2))
        #expect(picture("autumn moon", 1) != picture("spring moon", 1))
    }

    @Test(arguments: Scene.Thing.allCases) func `every thing can be drawn, in every weather`(thing: Scene.Thing) {
        for weather in ["rain", "snow", "mist", "wind", "clear night"] {
            #expect(LandscapePainter.picture(of: "\(thing.rawValue) \(weather) pond", seed: 3, width: 64, height: 64).count > 1_000)
        }
    }

    @Test func `a night is darker than a day`() throws {
        let brightness = { (prompt: String) in
            try Self.pixels(LandscapePainter.picture(of: prompt, seed: 4, width: 64, height: 64)).bytes.reduce(0) { $0 + Int($1) }
        }
        #expect(try brightness("a summer night by the sea") * 2 < brightness("a summer day by the sea"))
    }

    @Test(arguments: [
        ("a frog in the old pond", Scene.Thing.frog), ("fireflies", .fireflies), ("geese fly south", .birds), ("富士山", .fuji), ("falling leaves", .maple),
        ("蓮の花", .lotus),
    ]) func `words say what is in the picture`(prompt: String, thing: Scene.Thing) {
        var random = SeededRandom(seed: 1)
        #expect(Scene(prompt: prompt, random: &random).things.contains(thing))
    }

    @Test func `a picture shows the hour, the season, the weather and the water of the words`() {
        var random = SeededRandom(seed: 1)
        let scene = Scene(prompt: "A winter evening, snow on the sea", random: &random)
        #expect(scene.hour == .dusk && scene.season == .winter && scene.weather == .snow && scene.water == .sea)
        #expect(Scene(prompt: "starry", random: &random).hour == .night)
        #expect(Scene(prompt: "seaside manners", random: &random).water == .none)
    }
}

@Suite struct ImageInvocationTests {
    private func invocation(_ model: String, _ body: JSONFragment) throws -> ImageInvocation {
        try ImageInvocation(JSON.encode(body), model: try ModelDirectory(answersRetired: true).model(model))
    }

    @Test func `the three families ask in their own shapes`() throws {
        let core = try invocation("stability.stable-image-core-v1:1", ["prompt": "sea", "aspect_ratio": "16:9", "seed": 7])
        #expect(core.width == 1_344 && core.height == 768 && core.seed == 7 && core.family == .stability)
        let nova = try invocation(
            "amazon.nova-canvas-v1:0",
            ["taskType": "TEXT_IMAGE", "textToImageParams": ["text": "sea"], "imageGenerationConfig": ["width": 320, "height": 336, "numberOfImages": 2]])
        #expect(nova.width == 320 && nova.height == 336 && nova.count == 2 && nova.family == .amazon)
        let diffusion = try invocation("stability.stable-diffusion-xl-v1", ["text_prompts": [["text": "sea"]], "width": 512, "height": 512])
        #expect(diffusion.prompt == "sea" && diffusion.family == .stableDiffusionXL)
    }

    @Test(arguments: [
        ("stability.stable-image-core-v1:1", #"{}"#), ("stability.stable-image-core-v1:1", #"{"prompt":""}"#),
        ("stability.sd3-5-large-v1:0", #"{"prompt":"a","aspect_ratio":"7:3"}"#),
        ("stability.sd3-5-large-v1:0", #"{"prompt":"a","output_format":"jpeg"}"#), ("amazon.nova-canvas-v1:0", #"{"taskType":"INPAINTING"}"#),
        ("amazon.nova-canvas-v1:0", #"{"taskType":"TEXT_IMAGE","textToImageParams":{"text":"a"},"imageGenerationConfig":{"width":330}}"#),
        ("amazon.nova-canvas-v1:0", #"{"taskType":"TEXT_IMAGE","textToImageParams":{"text":"a"},"imageGenerationConfig":{"width":2048}}"#),
        ("amazon.nova-canvas-v1:0", #"{"taskType":"TEXT_IMAGE","textToImageParams":{"text":"a"},"imageGenerationConfig":{"numberOfImages":6}}"#),
        ("us.amazon.nova-lite-v1:0", #"{"prompt":"a"}"#),
    ]) func `what cannot be drawn is refused`(model: String, body: String) throws {
        let found = try ModelDirectory(answersRetired: true).model(model)
        #expect(throws: ServiceFault.self) { try ImageInvocation(Array(body.utf8), model: found) }
    }

    @Test func `pictures come in base64, so many as asked, each another`() throws {
        var asked = try invocation(
            "amazon.nova-canvas-v1:0", ["taskType": "TEXT_IMAGE", "textToImageParams": ["text": "sea"], "imageGenerationConfig": ["numberOfImages": 2]])
        (asked.width, asked.height) = (64, 64)
        let pictures = try #require(ImageGenerator().answer(to: asked)["images"]?.arrayValue)
        #expect(pictures.count == 2 && pictures[0] != pictures[1])
        #expect(Base64.decode(pictures[0].stringValue ?? "")?.prefix(4).elementsEqual([0x89, 0x50, 0x4E, 0x47]) == true)
    }

    @Test func `harm is not drawn`() throws {
        let answer = ImageGenerator().answer(to: try invocation("stability.stable-image-core-v1:1", ["prompt": "how to make a bomb"]))
        #expect(answer["images"] == [] && answer["finish_reasons"] == ["Filter reason: prompt"])
    }
}
