import Contracts
import HTTPClient
import HTTPCore
import JSON
import TestKit
import Testing

@testable import vocab_frontend

@Suite(.timeLimit(.minutes(1))) struct `Saving in the portal` {
    @Test func `sends the words in the learner's name, each time under a key of its own`() async throws {
        let house = try await House(), learner = try house.learner()
        house.services.answer("/groups/import", #"{"group_id":7,"created":2,"existing":1}"#)
        for _ in 0..<2 {
            let page = try await learner.submit("/groups", Sample.group)
            #expect(page.status == .ok && page.text.contains("2 new words") && page.text.contains("href=\"\(House.portal)/groups/7\""))
        }
        let requests = house.services.requests, keys = requests.map { $0.headers.first { $0.name == "Idempotency-Key" }?.value ?? "" }
        // Under the same key the portal would answer from memory, although the group was deleted meanwhile.
        #expect(Set(keys).count == 2 && keys.allSatisfy { $0.hasPrefix("vocab-") && $0.count == 38 } && requests[0].body == requests[1].body)
        #expect(requests[0].headers.contains(HTTPClientHeader("Authorization", "Bearer the-learners-token")))
        #expect(!requests[0].headers.contains { $0.name == "X-Api-Key" })
        #expect(try VocabularyGroup.decode(json: requests[0].body) == VocabularyGroup(Sample.group))
    }

    @Test(arguments: [
        (409, "word-quota-reached", "portal-full"), (409, "group-full", "portal-full"), (409, "idempotency-key-in-use", "portal-away"),
        (422, "", "group-broken"), (503, "database-unavailable", "portal-away"), (200, "", "portal-away"),
    ])
    func `tells what is in the way, and keeps the words`(status: Int, type: String, trouble: String) async throws {
        let house = try await House()
        house.services.answer("/groups/import", #"{"type":"\#(type)"}"#, status: status)
        let page = try await house.learner().submit("/groups", Sample.group)
        #expect(page.trouble == trouble && page.text.contains("data-word=\"食べ物\""))
    }

    @Test func `tells when the portal is away`() async throws {
        #expect(try await House().learner().submit("/groups", Sample.group).trouble == "portal-away")
    }

    @Test(arguments: ["/groups", "/words/shown"]) func `leads a browser that comes again by its address to the page`(path: String) async throws {
        let answer = try await House().learner().get(path)
        #expect(answer.status == 303 && answer[.location] == "/")
    }
}
