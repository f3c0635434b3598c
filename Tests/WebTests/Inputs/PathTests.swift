import HTTPCore
import JSON
import TestKit
import Testing
import Web

private enum Script: String, JSONEnum, PathParameter, CaseIterable {
    case kana, kanji
    static let parameterName = "script"
}

private struct Slug: JSONWrapper, PathParameter {
    var rawValue: String
    static let parameterName = "slug"
    static let parameterRules = [Rule<String>.length(2...8)]
}

private let client = TestClient(
    Application { routes in
        routes.get("/scripts/{script}") { (path: Path<Script>) in path.value }
        routes.get("/words/{slug}/{script}") { (slug: Path<Slug>, script: Path<Script>) in [slug.value.rawValue, script.value.rawValue] }
    })

@Suite struct `Path parameters` {
    @Test func `are their type`() async throws {
        #expect(try await client.get("/scripts/kana").text == #""kana""#)
        #expect(try await client.get("/words/%E7%8C%AB%2F1/kanji").text == #"["猫/1","kanji"]"#)
    }

    @Test(arguments: ["romaji", "Kana", "kana%20", "%00"]) func `that are no value of their type are 422`(text: String) async throws {
        let response = try await client.get("/scripts/\(text)")
        #expect(try problemPlaces(response) == [["path", "script"]])
        #expect(response.text.contains("Input should be 'kana' or 'kanji'"))
    }

    @Test func `are all told of, and their rules count characters`() async throws {
        #expect(try problemPlaces(try await client.get("/words/a/b")) == [["path", "slug"], ["path", "script"]])
        #expect(try await client.get("/words/%E7%8C%AB%E7%8C%AB/kana").status == .ok)
        #expect(try problemPlaces(try await client.get("/words/%E7%8C%AB/kana")) == [["path", "slug"]])
    }
}
