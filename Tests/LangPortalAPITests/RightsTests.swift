import HTTPCore
import JSON
import LearnerData
import Platform
import Postgres
import ServiceKitPostgres
import SignIn
import TestKit
import Testing
import Web

@testable import lang_portal_api

@Suite struct RightsTests {
    @Test func `deletion leaves no trace of the learner in any table, and all of the other's`() async throws {
        try await PortalFixture.with { fixture in
            let rights = Rights(fixture)
            for learner in [fixture.learner, fixture.other] { try await rights.furnish(learner) }
            // Every table that knows whose a row is has one, so that none can be forgotten here.
            for table in try await fixture.tablesOfLearners() {
                try #expect(await fixture.rows(of: table, of: fixture.learner) > 0, "give the learner a row in \(table), and its table a handler")
            }
            let before = try await fixture.traces(of: fixture.other)
            try await rights.jobs.askForDeletion(of: fixture.learner.id)
            try await rights.finish()
            for table in try await fixture.tables() {
                try #expect(await fixture.rows(of: table, of: fixture.learner) == 0, "\(table)")
            }
            let after = try await fixture.traces(of: fixture.other)
            #expect(before == after)
            try await Recount.expectEqual(fixture)
        }
    }

    @Test func `a copy has every row of every table of the learner's, and none of the other's`() async throws {
        try await PortalFixture.with { fixture in
            let rights = Rights(fixture)
            for learner in [fixture.learner, fixture.other] { try await rights.furnish(learner) }
            let copy = try await rights.copy(of: fixture.learner)
            for table in try await fixture.tablesOfLearners() where table != "learner_data_jobs" && !table.hasPrefix("model_") {
                guard case .array(let items)? = copy[table] else {
                    Issue.record("the copy lacks \(table)")
                    continue
                }
                try #expect(await items.count == fixture.rows(of: table, of: fixture.learner), "\(table)")
            }
            #expect(copy["words"]?[0]?["japanese"]?.stringValue?.hasPrefix(fixture.learner.id.prefix(4)) == true)
            #expect(!JSON.string(copy).contains(fixture.other.id.prefix(4)))
            #expect(copy["sessions"]?[0]?["sealed_refresh_token"] == nil)
            // One part of three tables, of which kept answers are not copied.
            #expect(copy["models"]?.arrayValue?.compactMap { $0["kind"]?.stringValue } == ["call", "attempts"])
        }
    }

    @Test func `five thousand words are copied in bounded memory`() async throws {
        try await PortalFixture.with { fixture in
            let rights = Rights(fixture)
            _ = try await fixture.store.createGroup("A", for: fixture.learner)
            _ = try await fixture.query(
                """
                INSERT INTO words (user_id, japanese, romaji, english, type, formality)
                SELECT \(fixture.learner), '言葉' || n, 'kotoba', repeat('a "word" \\ ', 40), 'noun', 'neutral' FROM generate_series(1, 5000) AS n
                """)
            let copy = try await rights.copy(of: fixture.learner)
            guard case .array(let words)? = copy["words"] else { throw Rights.NoCopy() }
            #expect(words.count == 5_000)
            #expect(Set(words.compactMap { $0["japanese"]?.stringValue }).count == 5_000)
            // What is in memory at a time is a page: 500 words, however many there are.
            let largest = try await fixture.count("SELECT max(octet_length(content)) FROM learner_export_pieces")
            let whole = try await fixture.count("SELECT bytes FROM learner_data_jobs")
            #expect(whole > 3_000_000 && largest < whole / 8, "\(largest) of \(whole) bytes")
        }
    }

    @Test func `what outlives a page's cursor is not copied twice, whatever is deleted meanwhile`() async throws {
        try await PortalFixture.with { fixture in
            let handler = PortalTableData(table: try #require(PortalTable.all.first { "\($0.name)" == "words" }), pool: fixture.database.pool)
            _ = try await fixture.store.createGroup("A", for: fixture.learner)
            _ = try await fixture.query(
                """
                INSERT INTO words (user_id, japanese, romaji, english, type, formality)
                SELECT \(fixture.learner), 'w' || n, 'r', 'e', 'noun', 'neutral' FROM generate_series(1, 1001) AS n
                """)
            let first = try await handler.export(of: fixture.learner.id, after: nil)
            _ = try await fixture.query("DELETE FROM words WHERE user_id = \(fixture.learner) AND japanese IN ('w3', 'w500')")
            let second = try await handler.export(of: fixture.learner.id, after: first.next)
            let third = try await handler.export(of: fixture.learner.id, after: second.next)
            #expect([first, second, third].map(\.items.count) == [500, 500, 1])
            #expect(third.next == nil)
            #expect(Set((first.items + second.items + third.items)).count == 1_001)
        }
    }

    @Test func `who has left cannot begin anew with a token that is out still`() async throws {
        try await PortalFixture.with { fixture in
            let rights = Rights(fixture)
            try await rights.furnish(fixture.learner)
            try await rights.jobs.askForDeletion(of: fixture.learner.id)
            try await rights.jobs.runDue()
            let client = try await fixture.client(for: fixture.learner)
            for (path, body) in [("/api/groups", #"{"name":"late"}"#), ("/api/load_initial_data", "")] {
                let answer = try await client.post(path, json: body.isEmpty ? nil : body)
                #expect(answer.status == .conflict)
                #expect(answer.errorType == "account-being-deleted")
            }
            try #expect(await client.get("/api/words").status == .ok)
            try #expect(await fixture.rows(of: "groups", of: fixture.learner) == 0)
            _ = try await fixture.store.createGroup("mine", for: fixture.other)
        }
    }

    @Test func `words beyond one step of a deletion go step by step`() async throws {
        try await PortalFixture.with { fixture in
            let rights = Rights(fixture)
            _ = try await fixture.store.createGroup("A", for: fixture.learner)
            _ = try await fixture.query(
                """
                INSERT INTO words (user_id, japanese, romaji, english, type, formality)
                SELECT \(fixture.learner), 'w' || n, 'r', 'e', 'noun', 'neutral' FROM generate_series(1, 4500) AS n
                """)
            let handler = PortalTableData(table: try #require(PortalTable.all.first { "\($0.name)" == "words" }), pool: fixture.database.pool)
            var parts: [DeletionPart] = []
            for _ in 0..<4 { parts.append(try await handler.delete(of: fixture.learner.id)) }
            #expect(parts == [.more, .more, .complete, .complete])
            try await rights.jobs.askForDeletion(of: fixture.learner.id)
            try await rights.finish()
            try #expect(await fixture.rows(of: "learners", of: fixture.learner) == 0)
        }
    }
}

@Suite struct AccountRouteTests {
    @Test(arguments: ["/api/v1/lang-portal", "/api"])
    func `a learner asks for a copy and fetches it`(prefix: String) async throws {
        try await PortalFixture.with { fixture in
            let rights = Rights(fixture)
            _ = try await fixture.store.beginStudy(words: 1, for: fixture.learner)
            let client = try rights.client(for: fixture.learner)
            try #expect(await client.get(prefix + "/account/export").text == #"{"state":"none"}"#)
            let missing = try await client.get(prefix + "/account/export/content")
            #expect(missing.status == .notFound && missing.errorType == "export-not-found")
            let asked = try await client.post(prefix + "/account/export")
            #expect(asked.status == 202)
            #expect(asked.text == #"{"state":"asked","asked_at":"2026-02-08T17:20:23Z"}"#)
            try await rights.jobs.runDue()
            try #expect(await client.get(prefix + "/account/export").text == #"{"state":"ready","ready_until":"2026-02-15T17:20:23Z"}"#)
            let content = try await client.get(prefix + "/account/export/content")
            #expect(content.status == .ok)
            #expect(content[.contentType] == "application/json")
            #expect(content[.contentDisposition] == #"attachment; filename="my-data.json""#)
            #expect(content[.cacheControl] == "private, no-store")
            try #expect(content.json["words"]?[0]?["english"]?.stringValue == "meaning")
            try #expect(await rights.client(for: fixture.other).get(prefix + "/account/export/content").status == .notFound)
        }
    }

    @Test(arguments: ["", "{}", #"{"confirmation":"yes"}"#, #"{"confirmation":"Delete my account"}"#])
    func `an account is not deleted by mistake`(body: String) async throws {
        try await PortalFixture.with { fixture in
            let client = try Rights(fixture).client(for: fixture.learner)
            let answer = try await client.send(.delete, "/api/account", json: body)
            #expect(answer.status == 422, "\(answer.text)")
            try #expect(await client.get("/api/account").text == #"{"deletion":{"state":"none"}}"#)
        }
    }

    @Test(arguments: ["/api/v1/lang-portal", "/api"])
    func `a learner deletes their account`(prefix: String) async throws {
        try await PortalFixture.with { fixture in
            let rights = Rights(fixture)
            let client = try rights.client(for: fixture.learner)
            let answer = try await client.send(.delete, prefix + "/account", json: #"{"confirmation":"delete my account"}"#)
            #expect(answer.status == 202)
            #expect(answer.text == #"{"deletion":{"state":"asked","asked_at":"2026-02-08T17:20:23Z"}}"#)
            let copy = try await client.post(prefix + "/account/export")
            #expect(copy.status == .conflict && copy.errorType == "account-being-deleted")
            try await rights.jobs.runDue()
            try #expect(await client.get(prefix + "/account").text == #"{"deletion":{"state":"working"}}"#)
        }
    }

    @Test(arguments: [
        (HTTPCore.Method.get, "/account"), (.delete, "/account"), (.get, "/account/export"), (.post, "/account/export"), (.get, "/account/export/content"),
    ])
    func `nobody without a token learns or does anything`(method: HTTPCore.Method, path: String) async throws {
        try await PortalFixture.with { fixture in
            let client = TestClient(Rights(fixture).application)
            try #expect(await client.send(method, "/api" + path, json: #"{"confirmation":"delete my account"}"#).status == .unauthorized)
        }
    }
}
