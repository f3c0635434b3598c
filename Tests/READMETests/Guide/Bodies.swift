import HTTPCore
import JSON
import TestKit
import Testing
import Web

struct Cloze: JSONObject {
    var sentence: String
    static let json = Object("Cloze", { Self(sentence: $0) }, Field("sentence", \.sentence, .length(1...200)))
}

struct Dictation: JSONObject {
    var seconds: Int
    static let json = Object("Dictation", { Self(seconds: $0) }, Field("seconds", \.seconds, .range(1...60)))
}

enum Drill: JSONUnion {
    case cloze(Cloze), dictation(Dictation)
    static let json = OneOf(
        "Drill", tag: "kind", Case("cloze", Drill.cloze) { if case .cloze(let drill) = $0 { drill } else { nil } },
        Case("dictation", Drill.dictation) { if case .dictation(let drill) = $0 { drill } else { nil } })
}

struct Homework: JSONObject {
    var learner: String, drills: [Drill]
    static let json = Object("Homework", { Self(learner: $0, drills: $1) }, Field("learner", \.learner), Field("drills", \.drills, .count(1...)))
}

let homeworkRoutes = Application { routes in routes.post("/homework") { (body: Body<Homework>) in body.value } }

// MARK: - Tests

@Suite struct `Bodies in the guide` {
    private let client = TestClient(homeworkRoutes)

    @Test func `hold unions by their tag, both ways`() async throws {
        let sent = #"{"learner":"花子","drills":[{"kind":"dictation","seconds":20},{"kind":"cloze","sentence":"猫が＿＿。"}]}"#
        #expect(try await client.post("/homework", json: sent).text == sent)
    }

    @Test func `are told of case by case`() async throws {
        let answer = try await client.post("/homework", json: #"{"learner":"花子","drills":[{"kind":"dictation","seconds":99},{"kind":"essay"}]}"#)
        let problems = try #require(try answer.json["detail"]?.arrayValue)
        #expect(problems.map { $0["loc"] } == [["body", "drills", 0, "dictation", "seconds"], ["body", "drills", 1]])
        #expect(problems.map { $0["type"] } == ["less_than_equal", "union_tag_invalid"])
    }
}
