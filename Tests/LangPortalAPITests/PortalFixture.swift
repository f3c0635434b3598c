import Contracts
import HTTPCore
import JSON
import Postgres
import TestKit
import Web

@testable import lang_portal_api

/// A fresh database with the portal's tables, a store on it, and two learners.
struct PortalFixture: Sendable {
    let database: PostgresFixture
    let store: PortalStore
    let learner = Learner("11111111-1111-4111-8111-111111111111")!
    let other = Learner("22222222-2222-4222-8222-222222222222")!

    static func with(
        _ road: PostgresFixture.Road = .direct, adjust: @Sendable (inout PostgresLimits) -> Void = { _ in },
        _ body: @Sendable (PortalFixture) async throws -> Void
    ) async throws {
        try await PostgresFixture.with(road, adjust: adjust) { database in
            try await Schema.migrate(database)
            try await body(PortalFixture(database: database, store: PortalStore(pool: database.pool, turns: LearnerTurns(patience: .seconds(300)))))
        }
    }

    /// A client of the whole application in memory, signed in as the learner.
    func client(for learner: Learner) async throws -> TestClient {
        TestClient(Self.application(store), headers: try SignedIn.headers(for: learner))
    }

    /// The portal's routes with tokens of our own.
    static func application(_ store: PortalStore) -> Application {
        Application { routes in
            SignedIn.provide(to: routes)
            ThumbnailRoutes().register(on: routes)
            PortalRoutes(store: store).register(on: routes)
        }
    }

    /// Runs a statement as the test sees fit.
    func query(_ sql: SQL) async throws -> PostgresRows { try await database.pool.query(sql) }

    func count(_ sql: SQL) async throws -> Int { try await query(sql)[0].decode(0) }
}

extension PortalStore {
    /// A word with nothing special about it.
    func createWord(_ japanese: String, _ romaji: String = "kana", for learner: Learner) async throws -> WordID {
        let parts = WordParts(type: "noun", formality: "neutral")
        let word = VocabularyWord(japanese: japanese, romaji: romaji, english: "meaning", parts: parts)
        return WordID(rawValue: try await createWord(word, for: learner, nil).id)
    }

    func createGroup(_ name: String, for learner: Learner) async throws -> GroupID {
        GroupID(rawValue: try await createGroup(named: name, for: learner, nil).id)
    }

    /// A group of words `w1` … and a session with it.
    func beginStudy(words count: Int, group name: String = "Study", for learner: Learner) async throws -> (GroupID, [WordID], SessionID) {
        let group = try await createGroup(name, for: learner)
        var words: [WordID] = []
        for number in 1...count {
            words.append(try await createWord("\(name)-w\(number)", for: learner))
            try await putWord(words.last!, intoGroup: group, of: learner)
        }
        return (group, words, try await startSession(group, for: learner))
    }

    func startSession(_ group: GroupID, activity: Int = 1, for learner: Learner) async throws -> SessionID {
        SessionID(rawValue: try await startSession(withGroup: group, activity: ActivityID(rawValue: activity), for: learner, nil).id)
    }
}

extension TestResponse {
    /// The content as a declared type.
    func decode<Value: JSONValue>(_ type: Value.Type = Value.self) throws -> Value { try Value.decode(json: body) }

    /// The stable name of the error.
    var errorType: String? { (try? JSON.parse(body))?["type"]?.stringValue }
}
