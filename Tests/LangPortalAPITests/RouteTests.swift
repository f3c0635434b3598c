import Contracts
import HTTPCore
import JSON
import Postgres
import TestKit
import Testing
import Web

@testable import lang_portal_api

@Suite struct RouteTests {
    @Test(arguments: ["/api", "/api/v1/lang-portal"])
    func `a learner loads words, studies and sees progress`(prefix: String) async throws {
        try await PortalFixture.with { fixture in
            let client = try await fixture.client(for: fixture.learner)
            try #expect(await client.post(prefix + "/load_initial_data").decode(Done.self).success)
            let groups = try await client.get(prefix + "/groups?per_page=2").decode(GroupPage.self)
            #expect(groups.items.count == 2 && groups.pagination.totalItems >= 15)
            let started = try await client.post(
                prefix + "/study_activities", json: #"{"group_id":\#(groups.items[0].id),"study_activity_id":2}"#
            ).decode(StartedSession.self)
            let session = prefix + "/study_sessions/\(started.id)"
            let next = try await client.get(session + "/next_words?limit=4").decode(NextWords.self)
            #expect(next.items.count == 4)
            for (place, word) in next.items.enumerated() {
                let review = try await client.post(session + "/words/\(word.id)/review", json: #"{"correct":\#(place > 0)}"#)
                try #expect(review.decode(RecordedReview.self).wordID == word.id)
            }
            let stats = try await client.get(prefix + "/dashboard/quick-stats", headers: [FieldName("X-Time-Zone"): "Asia/Tokyo"]).decode(QuickStats.self)
            #expect(stats == QuickStats(successRate: 75, totalStudySessions: 1, totalActiveGroups: 1, studyStreakDays: 1))
            try #expect(await client.get(prefix + "/dashboard/study_progress").decode(StudyProgress.self).totalWordsStudied == 4)
            try #expect(await client.get(prefix + "/dashboard/last_study_session").decode(LastStudySession.self).correctCount == 3)
            try #expect(await client.get(session).decode(SessionDetail.self).activityType == "en_to_ja")
        }
    }

    @Test(arguments: [
        ("POST", "/words", #"{"japanese":"","romaji":"neko","english":"cat","parts":{"type":"noun","formality":"neutral"}}"#),
        ("POST", "/words", #"{"japanese":"猫","romaji":"neko","english":"a\u0000b","parts":{"type":"noun","formality":"neutral"}}"#),
        ("POST", "/groups", #"{"name":"   "}"#), ("POST", "/groups", "{}"), ("PATCH", "/words/1", #"{"english":""}"#),
        ("POST", "/groups/import", #"{"group_name":"x","words":"猫"}"#), ("POST", "/study_sessions/1/words/1/review", #"{"correct":"perhaps"}"#),
        ("GET", "/words?page=0", nil), ("GET", "/words?per_page=501", nil), ("GET", "/words/abc", nil), ("GET", "/study_sessions?limit=0", nil),
        ("GET", "/words/99999999999999999999", nil),
    ])
    func `a request that breaks a rule is 422`(method: String, path: String, body: String?) async throws {
        try await PortalFixture.with { fixture in
            let answer = try await fixture.client(for: fixture.learner).send(HTTPCore.Method(method), "/api" + path, json: body)
            #expect(answer.status == .unprocessableContent, "\(answer.text)")
            #expect(answer.text.hasPrefix(#"{"detail":[{"type":""#))
        }
    }

    @Test(arguments: ["/words", "/groups/1", "/dashboard/quick-stats", "/study_activities", "/study_sessions?page=0"])
    func `without a token there is 401 and nothing else`(path: String) async throws {
        try await PortalFixture.with { fixture in
            let answer = try await TestClient(PortalFixture.application(fixture.store)).get("/api" + path)
            #expect(answer.status == .unauthorized && answer[.cacheControl] == "no-store")
        }
    }

    @Test func `words and groups are created, renamed and deleted with 201, 200 and 204, then 409 and 404`() async throws {
        try await PortalFixture.with { fixture in
            let client = try await fixture.client(for: fixture.learner)
            let cat = #"{"japanese":"猫","romaji":"neko","english":"cat","parts":{"type":"noun","formality":"neutral"}}"#
            let created = try await client.post("/api/words", json: cat)
            #expect(created.status == .created)
            let word = try created.decode(WordDetail.self).id
            try #expect(await client.post("/api/words", json: cat).errorType == "word-exists")
            let group = try await client.post("/api/groups", json: #"{"name":"Animals"}"#).decode(GroupDetail.self).id
            try #expect(await client.post("/api/groups", json: #"{"name":"Animals"}"#).status == .conflict)
            try #expect(await client.put("/api/groups/\(group)/words/\(word)").status == .noContent)
            try #expect(await client.put("/api/groups/\(group)/words/\(word)").status == .noContent)
            try #expect(await client.patch("/api/groups/\(group)", json: #"{"name":"Pets"}"#).decode(GroupDetail.self).stats.totalWordCount == 1)
            try #expect(await client.get("/api/words/\(word)").text.contains(#""groups":[{"id":\#(group),"name":"Pets"}]"#))
            try #expect(await client.delete("/api/groups/\(group)/words/\(word)").status == .noContent)
            try #expect(await client.delete("/api/groups/\(group)/words/\(word)").errorType == "word-not-in-group")
            try #expect(await client.delete("/api/words/\(word)").status == .noContent)
            try #expect(await client.delete("/api/words/\(word)").errorType == "word-not-found")
            try #expect(await client.delete("/api/groups/\(group)").status == .noContent)
            try #expect(await client.get("/api/groups/\(group)").errorType == "group-not-found")
        }
    }

    @Test func `text is kept without white space around it, composed, and without control characters`() async throws {
        try await PortalFixture.with { fixture in
            let client = try await fixture.client(for: fixture.learner)
            // か + U+3099, the combining voiced sound mark; U+3000 is the ideographic space.
            let word = #"{"japanese":"\u3000か\u3099く ","romaji":" gaku\n","english":"frame","parts":{"type":"noun","formality":"neutral"}}"#
            let made = try await client.post("/api/words", json: word).decode(WordDetail.self)
            #expect(Array(made.japanese.unicodeScalars) == ["が", "く"] && made.romaji == "gaku")
            try #expect(await client.post("/api/words", json: word).errorType == "word-exists")
            let imported = #"{"group_name":"\u3000か\u3099 ","words":[\#(word)]}"#
            try #expect(await client.post("/api/groups/import", json: imported).text.contains(#""created":0,"existing":1"#))
            try #expect(await client.post("/api/groups", json: #"{"name":"が"}"#).errorType == "group-exists")
            let group = try await client.post("/api/groups", json: #"{"name":"x"}"#).decode(GroupDetail.self).id
            try #expect(await client.patch("/api/groups/\(group)", json: #"{"name":" か\u3099"}"#).errorType == "group-exists")
            let other = try await client.post("/api/words", json: word.replacing("く", with: "")).decode(WordDetail.self).id
            try #expect(await client.patch("/api/words/\(other)", json: #"{"japanese":"か\u3099く"}"#).errorType == "word-exists")
            for control in ["\\u0007", "\\t", "\\u007f", "\\u0085"] {
                try #expect(await client.post("/api/groups", json: #"{"name":"a\#(control)b"}"#).status == .unprocessableContent)
            }
        }
    }

    @Test func `text that composing makes too long is 422`() async throws {
        try await PortalFixture.with { fixture in
            // U+0958 becomes two characters, even composed.
            let name = String(repeating: "\u{958}", count: 150)
            let answer = try await fixture.client(for: fixture.learner).post("/api/groups", json: #"{"name":"\#(name)"}"#)
            #expect(answer.status == .unprocessableContent, "\(answer.text)")
        }
    }

    @Test func `one of a word's parts is changed alone`() async throws {
        try await PortalFixture.with { fixture in
            let word = try await fixture.store.createWord("走る", for: fixture.learner).rawValue
            let client = try await fixture.client(for: fixture.learner)
            let changed = try await client.patch("/api/words/\(word)", json: #"{"parts":{"type":"verb"}}"#)
            try #expect(changed.decode(WordDetail.self).parts == WordParts(type: "verb", formality: "neutral"))
            try #expect(await client.patch("/api/words/\(word)", json: #"{"parts":{"type":""}}"#).status == .unprocessableContent)
        }
    }

    @Test func `a body is bounded by what its route needs`() async throws {
        try await PortalFixture.with { fixture in
            let client = try await fixture.client(for: fixture.learner)
            let padding = String(repeating: " ", count: 16 * 1_024)
            try #expect(await client.post("/api/groups", json: #"{"name":"x"}"# + padding).status == .contentTooLarge)
            let text = { (count: Int) in String(repeating: "𠮷", count: count) }
            let words = (100..<600).map { number in
                #"{"japanese":"\#(text(197))\#(number)","romaji":"\#(text(200))","english":"\#(text(500))","parts":{"type":"\#(text(50))","formality":"\#(text(50))"}}"#
            }
            let body = #"{"group_name":"\#(text(200))","words":[\#(words.joined(separator: ","))]}"#
            try #expect(await client.post("/api/groups/import", json: body).text.contains(#""created":500,"#))
        }
    }

    @Test func `a learner's data is kept out of caches`() async throws {
        try await PortalFixture.with { fixture in
            let client = try await fixture.client(for: fixture.learner)
            for path in ["/words", "/dashboard/quick-stats", "/study_activities"] {
                try #expect(await client.get("/api" + path)[.cacheControl] == "private, no-store")
            }
            try #expect(await client.get("/api/words/1")[.cacheControl] == "no-store")
        }
    }

    @Test func `every activity's picture is there for anybody`() async throws {
        try await PortalFixture.with { fixture in
            let anybody = TestClient(PortalFixture.application(fixture.store))
            for activity in try await fixture.store.activities() {
                let picture = try await anybody.get(activity.thumbnailURL)
                #expect(picture.status == .ok && picture[.contentType] == "image/svg+xml" && picture[.cacheControl] == "public, max-age=86400")
                #expect(picture.text.hasPrefix("<svg ") && picture.text.hasSuffix("</svg>"))
            }
            try #expect(await anybody.get("/thumbnails/nothing.svg").errorType == "thumbnail-not-found")
        }
    }

    @Test func `what is at work already is worth another try, what does not fit is not`() throws {
        for problem in [PortalProblem.keyInUse, .learnerIsBusy, .quotaReached(.idempotencyKeys)] {
            #expect(try #require(problem.answer as? HTTPError).fields[.retryAfter] != nil)
        }
        for quota in Quota.allCases where quota != .idempotencyKeys {
            let error = try #require(PortalProblem.quotaReached(quota).answer as? HTTPError)
            #expect(error.status == .conflict && error.fields[.retryAfter] == nil && error.detail.contains("\(quota.limit)"))
        }
    }

    @Test func `an import under a key is done once, and the key is for that import alone`() async throws {
        try await PortalFixture.with { fixture in
            let client = try await fixture.client(for: fixture.learner)
            let body = #"{"group_name":"Pets","words":[{"japanese":"猫","romaji":"neko","english":"cat","parts":{"type":"noun","formality":"neutral"}}]}"#
            let key: Fields = [FieldName("Idempotency-Key"): "import-1"]
            let first = try await client.post("/api/groups/import", json: body, headers: key)
            #expect(first.status == .ok && first.text.contains(#""created":1,"existing":0"#))
            try #expect(await client.post("/api/groups/import", json: body, headers: key).body == first.body)
            // White space is not another body.
            try #expect(await client.post("/api/v1/lang-portal/groups/import", json: "  " + body, headers: key).body == first.body)
            let changed = body.replacing("Pets", with: "Beasts")
            try #expect(await client.post("/api/groups/import", json: changed, headers: key).status == .unprocessableContent)
            try #expect(await client.post("/api/groups", json: #"{"name":"x"}"#, headers: key).status == .unprocessableContent)
            try #expect(await client.post("/api/groups/import", json: body).text.contains(#""created":0,"existing":1"#))
            let broken: Fields = [FieldName("Idempotency-Key"): "with space"]
            try #expect(await client.post("/api/groups/import", json: body, headers: broken).status == .unprocessableContent)
        }
    }

    @Test func `the short aliases answer as their long names`() async throws {
        try await PortalFixture.with { fixture in
            let client = try await fixture.client(for: fixture.learner)
            try #expect(await client.get("/api/dashboard/quick_stats").body == client.get("/api/dashboard/quick-stats").body)
            try #expect(await client.post("/api/reset_history").body == client.post("/api/reset_study_progress").body)
            try #expect(await client.post("/api/full_reset").body == client.post("/api/reset_data").body)
        }
    }

    @Test func `limit asks for the newest sessions`() async throws {
        try await PortalFixture.with { fixture in
            let group = try await fixture.store.createGroup("g", for: fixture.learner)
            for _ in 1...7 { _ = try await fixture.store.startSession(group, for: fixture.learner) }
            let page = try await fixture.client(for: fixture.learner).get("/api/study_sessions?limit=5").decode(SessionPage.self)
            #expect(page.items.count == 5 && page.pagination.totalItems == 7)
        }
    }

    @Test func `times are ISO 8601 in UTC without a zone`() async throws {
        try await PortalFixture.with { fixture in
            let group = try await fixture.store.createGroup("g", for: fixture.learner)
            let session = try await fixture.store.startSession(group, for: fixture.learner)
            _ = try await fixture.query("UPDATE study_sessions SET created_at = '2026-02-08 18:20:23.123456+01'")
            let answer = try await fixture.client(for: fixture.learner).get("/api/study_sessions/\(session.rawValue)")
            #expect(answer.text.contains(#""start_time":"2026-02-08T17:20:23.123456","end_time":"2026-02-08T17:20:23.123456""#))
        }
    }

    @Test func `activities are a bare array`() async throws {
        try await PortalFixture.with { fixture in
            let activities = try await fixture.client(for: fixture.learner).get("/api/study_activities").decode([StudyActivity].self)
            #expect(Set(activities.map(\.type)) == ["ja_to_en", "en_to_ja"])
            let one = try await fixture.client(for: fixture.learner).get("/api/study_activities/\(activities[0].id)").decode(StudyActivity.self)
            #expect(one == activities[0])
            try #expect(await fixture.client(for: fixture.learner).get("/api/study_activities/99").errorType == "study-activity-not-found")
        }
    }

    @Test func `an unknown zone in X-Time-Zone is 422, even for a learner without data`() async throws {
        try await PortalFixture.with { fixture in
            let client = try await fixture.client(for: fixture.learner)
            for zone in ["Mars/Olympus", "UTC+3"] {
                try #expect(await client.get("/api/dashboard/quick-stats", headers: [FieldName("X-Time-Zone"): zone]).status == .unprocessableContent)
            }
        }
    }
}
