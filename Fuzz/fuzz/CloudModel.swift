import AWS
import JSON
import Platform

@testable import local_cloud

/// Whatever a conversation asks for, the stand-in's model answers it, the same each time, as an answer and as a stream that our client reads alike.
func fuzzCloudModel(_ input: [UInt8]) {
    guard let request = try? local_cloud.ConverseRequest(input, model: sampleModel) else { return }
    for careless in [Carelessness.never] + CarelessKind.allCases.map({ .kind($0) }) {
        let call = CallSettings(careless: careless), reply = cloudModel.answer(request, call)
        require(reply == cloudModel.answer(request, call), "the same request has two answers")
        require(reply.usage.output <= request.maximumTokens ?? .max, "an answer is longer than it may be")
        requireReadable(reply.events(latencyMilliseconds: 1), as: JSON.encode(reply.json(latencyMilliseconds: 1)))
    }
}

/// Speech with tags is read or refused, and keeps its bounds.
func fuzzSSML(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    for reading in [try? SSML.read(text), try? SSML.read("<speak>\(text)</speak>"), SSML.plain(text)] {
        guard let reading else { continue }
        require(reading.characters <= text.count + 1, "more characters than the text has")
        for part in reading.parts {
            switch part {
            case .text(let sentence, let rate): require(sentence.utf8.count <= input.count * 3 && (0.2...2).contains(rate), "a sentence above its bounds")
            case .pause(let milliseconds): require((0...10_000).contains(milliseconds), "a pause above its bound")
            case .mark(let name): require(!name.isEmpty, "a mark without a name")
            }
        }
        let request = SpeechRequest(parts: reading.parts, halfTones: 0, sampleRate: 16_000, format: .marks)
        require((try? JSON.parse(JSON.encode(request.json))) != nil, "the worker is sent something else than JSON")
    }
}

/// Our client reads the events of a stream, and if they are those of a whole answer the same as from that.
func requireReadable(_ events: [local_cloud.ConverseEvent], as answer: [UInt8]? = nil) {
    var wire: [UInt8] = []
    for event in events {
        do { try EventStreamEncoder.append(event.message, to: &wire) } catch { fatalError("an event cannot be sent: \(error)") }
    }
    requireClientReads(wire, as: answer)
}

private let cloudModel = LocalModel(workers: BlockingPool(label: "fuzz", threads: 1, queueLimit: 1))
private let sampleModel: BedrockModel = {
    guard let model = try? ModelDirectory().model("us.anthropic.claude-haiku-4-5-20251001-v1:0") else { fatalError("it is in the table") }
    return model
}()
