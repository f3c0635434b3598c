import Contracts
import HTTPCore
import JSON
import Japanese
import TestKit
import Testing
import Web

@testable import vocab_frontend

/// Whom the words are from is said wherever they are shown: their licences ask for it.
@Suite(.timeLimit(.minutes(1))) struct `The credit of the dictionary` {
    private static let statement = DictionaryCredit.statement.replacing("'", with: "&#39;")

    private func isGiven(on page: TestResponse) -> Bool {
        page.text.contains(Self.statement) && page.text.contains("href=\"\(DictionaryCredit.licence)\"") && page.text.contains(DictionaryCredit.levels)
    }

    @Test(arguments: ["en", "ja"]) func `stands on every page that shows words, whichever route answers it`(language: String) async throws {
        var pages: [String] = []
        for route in try await House().application.routes where route.template.allSatisfy({ $0 != "{" }) {
            // A house for each: some of the routes end the session.
            let house = try await House(), learner = try house.learner(language: language)
            house.services.answer("/api/vocab_generator", JSON.string(Sample.group))
            let answer =
                switch route.method {
                case .get: try await learner.get(route.template)
                case .post: try await learner.submit(route.template, ["topic": "Food", "group": JSON.string(Sample.group)])
                default: try await learner.send(route.method, route.template)
                }
            guard answer[.contentType]?.hasPrefix("text/html") == true, elements(of: answer.text)?.contains(where: { $0["data-word"] != nil }) == true else {
                continue
            }
            pages.append("\(route.method.name) \(route.template)")
            #expect(isGiven(on: answer), "\(route.method.name) \(route.template) shows words, and not whom they are from")
        }
        #expect(pages == ["POST /", "POST /words/shown", "POST /groups"])
    }

    @Test(arguments: ["en", "ja"]) func `stands where a script will show words`(language: String) async throws {
        let page = try await House().learner(language: language).get("/")
        #expect(isGiven(on: page))
        // The statement is English on every page, and what leads to the licence is of the page's language.
        #expect(elements(of: page.text)?.first { $0["href"] == DictionaryCredit.licence }?["lang"] == language)
    }

    @Test func `stands in the deck`() async throws {
        let house = try await House()
        house.services.answer("/api/audio", "{}", status: 503)
        let collection = try AnkiCollection(deckName: "Food", notes: [AnkiNote(Sample.food, sound: nil)], seconds: 1_764_201_600).bytes()
        #expect(String(decoding: collection, as: UTF8.self).contains(JSON.string(DictionaryCredit.text).dropFirst().dropLast()))
    }
}
