import HTTPCore
import JSON
import Platform
import TestKit
import Testing
import Web

@testable import local_cloud

@Suite struct SSMLTests {
    @Test func `tags become pauses, rates, marks and readings`() throws {
        let text = "<speak>水を<break time=\"500ms\"/>飲む。<mark name='m'/><prosody rate=\"slow\">お茶 &amp; 水</prosody><sub alias=\"すし\">寿司</sub></speak>"
        let reading = try SSML.read(text)
        #expect(
            reading.parts == [
                .text("水を", rate: 1), .pause(milliseconds: 500), .text("飲む。", rate: 1), .mark("m"), .text("お茶 & 水", rate: 0.75), .text("すし", rate: 1),
            ])
        #expect(reading.characters == 2 + 3 + 6 + 2)
    }

    @Test func `kana of a phoneme are read in place of its text`() throws {
        let reading = try SSML.read(#"<speak><phoneme alphabet="x-amazon-yomigana" ph="ひとり">一人</phoneme>と<phoneme alphabet="ipa" ph="pɪ">pi</phoneme></speak>"#)
        #expect(reading.parts == [.text("ひとり", rate: 1), .text("と", rate: 1), .text("pi", rate: 1)])
    }

    @Test func `sentences are spoken one by one`() {
        #expect(SSML.plain("はい。いいえ！ … Why? ").parts == [.text("はい。", rate: 1), .text("いいえ！", rate: 1), .text("… Why?", rate: 1)])
    }

    @Test(arguments: [
        "水", "", "<speak>", "<speak>水", "<speak>水</p></speak>", "<p>水</p>", "<speak><b>水</b></speak>", "<speak>水</speak>水",
        "<speak><break time=\"11s\"/></speak>",
        "<speak><break time=\"-1s\"/></speak>", "<speak><break time=\"soon\"/></speak>", "<speak><mark/></speak>",
        "<speak><prosody rate=\"900%\">a</prosody></speak>", "<speak>&nbsp;</speak>",
        "<speak>a & b</speak>", "<speak><sub>a</sub></speak>", "<speak><phoneme ph=\"a\">a</phoneme></speak>", "<speak a=1>a</speak>",
        "<speak a='1' a='2'>a</speak>", "<speak", "<speak/>",
        "<speak>" + String(repeating: "<p>", count: 40) + String(repeating: "</p>", count: 40) + "</speak>",
    ]) func `anything else is invalid`(text: String) {
        #expect(throws: ServiceFault.invalidSSML) { try SSML.read(text) }
    }

    @Test func `marks name the bytes they are about`() throws {
        let text = "<speak>水<mark name='m'/>お茶</speak>"
        let marks = [
            Speech.Mark(time: 0, type: "sentence", value: "水"), Speech.Mark(time: 9, type: "ssml", value: "m"),
            Speech.Mark(time: 9, type: "sentence", value: "お茶"), Speech.Mark(time: 12, type: "word", value: "お茶"),
        ]
        let lines = String(decoding: SpeechMarks.lines(marks, of: text, types: ["sentence", "ssml", "word"]), as: UTF8.self).split(separator: "\n")
        #expect(lines[0] == #"{"time":0,"type":"sentence","start":7,"end":10,"value":"水"}"#)
        #expect(lines[1] == #"{"time":9,"type":"ssml","start":10,"end":26,"value":"m"}"#)
        #expect(lines[3] == #"{"time":12,"type":"word","start":26,"end":32,"value":"お茶"}"#)
        #expect(SpeechMarks.lines(marks, of: text, types: ["ssml"]).count { $0 == UInt8(ascii: "\n") } == 1)
    }
}

@Suite struct SynthesisRequestTests {
    private func fault(_ changes: JSONFragment) -> String? {
        var members: [JSONFragment.Member] = [.init("Text", "水"), .init("VoiceId", "Takumi"), .init("OutputFormat", "mp3")]
        for change in changes.members ?? [] {
            members.removeAll { $0.name == change.name }
            members.append(change)
        }
        do throws(ServiceFault) {
            _ = try SynthesisRequest(JSON.encode(JSONFragment.object(members)))
            return nil
        } catch {
            return error.type
        }
    }

    @Test func `each thing that Polly refuses has its type`() {
        #expect(fault([:]) == nil)
        #expect(fault(["VoiceId": "Nobody"]) == "ValidationException" && fault(["OutputFormat": "ogg_vorbis"]) == "ValidationException")
        #expect(
            fault(["VoiceId": "Kazuha"]) == "EngineNotSupportedException" && fault(["VoiceId": "Mizuki", "Engine": "neural"]) == "EngineNotSupportedException")
        #expect(fault(["VoiceId": "Kazuha", "Engine": "neural"]) == nil)
        #expect(fault(["TextType": "ssml"]) == "InvalidSsmlException")
        #expect(fault(["Text": .string(String(repeating: "あ", count: 3_001))]) == "TextLengthExceededException")
        #expect(fault(["Text": .string(String(repeating: "あ", count: 3_000))]) == nil)
        #expect(
            fault(["SampleRate": "44100"]) == "InvalidSampleRateException"
                && fault(["OutputFormat": "pcm", "SampleRate": "24000"]) == "InvalidSampleRateException")
        #expect(fault(["SpeechMarkTypes": ["word"]]) == "MarksNotSupportedForFormatException")
        #expect(fault(["OutputFormat": "json", "SpeechMarkTypes": ["ssml"]]) == "SsmlMarksNotSupportedForTextTypeException")
        #expect(fault(["OutputFormat": "json"]) == "ValidationException")
        #expect(fault(["LanguageCode": "en-US"]) == "LanguageNotSupportedException" && fault(["LexiconNames": ["mine"]]) == "LexiconNotFoundException")
    }

    @Test func `words that may be romaji go along with their kana`() throws {
        let body: JSONFragment = ["Text": "I eat sushi.", "VoiceId": "Joanna", "OutputFormat": "pcm"]
        let json = try SynthesisRequest(JSON.encode(body)).speech.json
        #expect(json["readings"]?["sushi"] == "すし" && json["readings"]?["eat"] == nil && json["sample_rate"] == 16_000)
    }

    @Test(arguments: ["/nonexistent/python", "/bin/false"]) func `a worker that is not there is an error, each time`(python: String) async {
        let worker = SpeechWorker(python: python, limit: .seconds(20))
        for _ in 0..<2 {
            await #expect(throws: SpeechError.self) { try await worker.speak(SpeechRequest(parts: [], halfTones: 0, sampleRate: 16_000, format: .pcm)) }
        }
        await worker.stop()
    }

    @Test func `a worker that says nothing is given up`() async {
        // `yes` answers at once, but no frame of ours has that length.
        let worker = SpeechWorker(python: "/usr/bin/yes", limit: .seconds(20))
        await #expect(throws: SpeechError.ended) { try await worker.speak(SpeechRequest(parts: [], halfTones: 0, sampleRate: 16_000, format: .pcm)) }
        let silent = SpeechWorker(python: "/bin/sh", limit: .milliseconds(300))
        await #expect(throws: SpeechError.self) { try await silent.speak(SpeechRequest(parts: [], halfTones: 0, sampleRate: 16_000, format: .pcm)) }
    }

    @Test func `the voices are listed, by language and engine`() async throws {
        let fixture = try CloudFixture([PollyService(speech: SpeechWorker(python: "/bin/false"), logger: .silent)])
        let voices = { (query: String) in
            try await fixture.send(try fixture.signed("GET", "/v1/voices\(query)", "polly")).json["Voices"]?.arrayValue?.compactMap { $0["Id"]?.stringValue }
                ?? []
        }
        #expect(try await voices("").count == 6)
        #expect(try await voices("?LanguageCode=ja-JP&Engine=standard") == ["Mizuki", "Takumi"])
        let body = Array(#"{"Text":"水","VoiceId":"Takumi","OutputFormat":"mp3"}"#.utf8)
        let failed = try await fixture.send(try fixture.signed("POST", "/v1/speech", "polly", body: body), body: body)
        #expect(failed.status == 500 && failed["x-amzn-ErrorType"] == "ServiceFailureException")
    }
}
