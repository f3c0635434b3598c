import Encoding
import HTTPClient
import JSON
import Testing

@testable import AWS

private let speech = HTTPClientResponse(
    status: 200, headers: [.init("Content-Type", "audio/mpeg"), .init("x-amzn-RequestCharacters", "5")], body: [0xFF, 0xFB, 0x90])

/// Texts around Polly's limits, and whether they are sent.
private let lengths: [(SpeechRequest.Content, Bool)] = [
    (.text(repeated("あ", 3_000)), true), (.text(repeated("あ", 3_001)), false), (.text(""), false), (.ssml(""), false),
    (.ssml("<speak>\(repeated("あ", 3_000))</speak>"), true), (.ssml("<speak>\(repeated("あ", 3_001))</speak>"), false),
    // Nothing is billed, and 6,000 characters are there with `speak` around them.
    (.ssml("<speak>\(repeated("<p>", 1_995))</speak>"), true), (.ssml("<speak>\(repeated("<p>", 1_996))</speak>"), false),
]

private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

@Suite struct PollyTests {
    private func expectSent(as name: String, _ call: (PollyClient) async throws -> Void) async throws {
        let world = CallWorld { _, _ in speech }
        // What comes back does not matter here.
        try? await call(PollyClient(world.client(.polly)))
        let sent = try #require(world.http.requests.first), peer = try BedrockPeer.request(name)
        let query = peer["query"]?.members?.map { QueryString.Pair($0.name, $0.value.stringValue ?? "") } ?? []
        let suffix = query.isEmpty ? "" : "?" + QueryString(pairs: query).encoded
        #expect(sent.method == peer["method"]?.stringValue)
        #expect(sent.url == "https://polly.us-east-1.amazonaws.com" + (peer["path"]?.stringValue ?? "") + suffix)
        if peer["body"] != .null { #expect(try JSON.parse(sent.body).sorted == peer["body"]?.sorted) }
    }

    @Test func `requests are what botocore sends`() async throws {
        try await expectSent(as: "speech") { _ = try await $0.speech(SpeechRequest(.text("こんにちは"), voice: "Takumi")) }
        let ssml = SpeechRequest(
            .ssml("<speak>猫<break/></speak>"), voice: "Mizuki", engine: .standard, format: .pcm, sampleRate: 16_000, languageCode: "ja-JP")
        try await expectSent(as: "ssml") { _ = try await $0.openSpeech(ssml) }
        try await expectSent(as: "marks") { _ = try await $0.marks(SpeechRequest(.text("Mary"), voice: "Joanna"), [.word, .sentence, .viseme]) }
        try await expectSent(as: "all voices") { _ = try await $0.voices() }
    }

    @Test func `speech comes whole or in pieces, with what Polly says about it`() async throws {
        let world = CallWorld { _, number in number == 1 ? HTTPClientResponse(status: 503) : speech }
        let client = PollyClient(world.client(.polly)), request = SpeechRequest(.text("こんにちは"), voice: "Takumi")
        let whole = try await client.speech(request)
        #expect(whole.audio == speech.body && whole.info.contentType == "audio/mpeg" && whole.info.characters == 5)
        let stream = try await client.openSpeech(request)
        #expect(stream.info == whole.info)
        #expect(try await stream.audio.collect() == speech.body)
        #expect(world.http.requests.count == 3, "the lost one was asked for again")
    }

    @Test(arguments: lengths) func `a text that Polly would refuse for its length is not sent`(content: SpeechRequest.Content, isSent: Bool) async throws {
        let world = CallWorld { _, _ in speech }
        let error: AWSError?
        do throws(AWSError) {
            _ = try await PollyClient(world.client(.polly)).speech(SpeechRequest(content, voice: "Takumi"))
            error = nil
        } catch let failure {
            error = failure
        }
        #expect((error == nil) == isSent && world.http.requests.isEmpty == !isSent)
        if let error, case .invalidRequest = error.cause {} else { #expect(isSent) }
    }

    @Test(arguments: [
        ("<speak>ab</speak>", 2), ("<speak><sub alias=\"a>b\">ab</sub></speak>", 2), ("<p x='\">'>a</p>", 1), ("a\"b'", 4), ("&lt;", 4), ("<speak", 0),
    ]) func `tags are not billed`(text: String, count: Int) { #expect(SpeechRequest.billedCharacters(ofSSML: text) == count) }

    @Test func `marks tell when what is said`() async throws {
        // The example of the Developer Guide, with a mark of SSML.
        let lines = """
            {"time":0,"type":"sentence","start":0,"end":23,"value":"Mary had a little lamb."}
            {"time":6,"type":"word","start":0,"end":4,"value":"Mary"}
            {"time":6,"type":"viseme","value":"p"}
            {"time":680,"type":"ssml","start":11,"end":28,"value":"animal"}

            """
        let world = CallWorld { _, _ in HTTPClientResponse(status: 200, body: Array(lines.utf8)) }
        let marks = try await PollyClient(world.client(.polly)).marks(SpeechRequest(.text("Mary had a little lamb."), voice: "Joanna"), [.word])
        #expect(
            marks == [
                SpeechMark(time: .zero, kind: .sentence, bytes: 0..<23, value: "Mary had a little lamb."),
                SpeechMark(time: .milliseconds(6), kind: .word, bytes: 0..<4, value: "Mary"),
                SpeechMark(time: .milliseconds(6), kind: .viseme, bytes: nil, value: "p"),
                SpeechMark(time: .milliseconds(680), kind: .ssml, bytes: 11..<28, value: "animal"),
            ])
        for broken in ["{", #"{"time":1,"type":"word"}"#, #"{"time":"1","type":"word","value":"a"}"#] {
            #expect(throws: AWSError.self) { try SpeechMark.read(Array(broken.utf8)) }
        }
        #expect(try SpeechMark.read(Array(#"{"time":1,"type":"word","start":5,"end":1,"value":"a"}"#.utf8)).map(\.bytes) == [nil])
        #expect(try SpeechMark.read([]).isEmpty)
    }

    @Test func `voices are read from all pages, with their engines`() async throws {
        let page = try BedrockPeer.answer("voices"), body = try #require(page["body"]?.stringValue).replacing("more", with: "a+b/c==")
        let query = QueryString(pairs: try #require(try BedrockPeer.request("voices")["query"]?.members).map { .init($0.name, $0.value.stringValue ?? "") })
        let last = #"{"Voices":[{"Id":"Kazuha","LanguageCode":"ja-JP","SupportedEngines":["neural"]}]}"#
        let world = CallWorld { _, number in HTTPClientResponse(status: 200, body: Array((number == 1 ? body : last).utf8)) }
        let voices = try await PollyClient(world.client(.polly)).voices(languageCode: "ja-JP", engine: .neural)
        #expect(voices.map(\.id) == ["Takumi", "Aria", "Kazuha"] && voices[1].additionalLanguageCodes == ["en-AU"])
        #expect(world.http.requests.map { String($0.url.split(separator: "?")[1]) } == ["Engine=neural&LanguageCode=ja-JP", query.encoded])
        #expect(voices[0].engine() == .neural && voices[1].engine() == .generative && voices[0].engine(preferring: [.standard]) == .standard)
        #expect(voices[1].engine(preferring: [.neural]) == .generative, "any is better than none")
    }

    @Test func `pages that never end are an error`() async {
        let world = CallWorld { _, _ in HTTPClientResponse(status: 200, body: Array(#"{"Voices":[],"NextToken":"a"}"#.utf8)) }
        let error = await #expect(throws: AWSError.self) { try await PollyClient(world.client(.polly)).voices() }
        #expect(error?.cause == .unexpectedAnswer("DescribeVoices answered with more than 50 pages") && world.http.requests.count == 50)
    }

    @Test func `SSML that cannot be read is the caller's to mend`() async throws {
        let peer = try BedrockPeer.answer("bad ssml"), body = Array(try #require(peer["body"]?.stringValue).utf8)
        let world = CallWorld { _, _ in HTTPClientResponse(status: 400, headers: [.init("x-amzn-ErrorType", "InvalidSsmlException")], body: body) }
        let error = await #expect(throws: AWSError.self) { try await PollyClient(world.client(.polly)).speech(SpeechRequest(.ssml("<p>"), voice: "Mizuki")) }
        #expect(error?.code == peer["parsed"]?["Error"]?["Code"]?.stringValue && error?.serviceError?.isInvalidRequest == true)
    }
}
