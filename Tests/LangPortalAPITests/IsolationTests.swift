import HTTPCore
import Postgres
import TestKit
import Testing
import Web

@testable import lang_portal_api

@Suite struct IsolationTests {
    /// One request that names a row of somebody else, or a row of one's own beside it.
    struct Trespass: Sendable, CustomTestStringConvertible {
        var method: HTTPCore.Method
        var path: String
        var body: String?
        var testDescription: String { "\(method) \(path)" }

        init(_ method: HTTPCore.Method, _ path: String, _ body: String? = nil) {
            self.method = method
            self.path = path
            self.body = body
        }
    }

    /// `{word}`, `{group}` and `{session}` are the other's; `{my-…}` the trespasser's own.
    static let trespasses: [Trespass] = [
        Trespass(.get, "/words/{word}"),
        Trespass(.patch, "/words/{word}", #"{"english":"stolen"}"#),
        Trespass(.delete, "/words/{word}"),
        Trespass(.get, "/groups/{group}"),
        Trespass(.patch, "/groups/{group}", #"{"name":"stolen"}"#),
        Trespass(.delete, "/groups/{group}"),
        Trespass(.get, "/groups/{group}/words"),
        Trespass(.get, "/groups/{group}/study_sessions"),
        Trespass(.put, "/groups/{group}/words/{word}"),
        Trespass(.put, "/groups/{my-group}/words/{word}"),
        Trespass(.put, "/groups/{group}/words/{my-word}"),
        Trespass(.delete, "/groups/{group}/words/{word}"),
        Trespass(.delete, "/groups/{my-group}/words/{word}"),
        Trespass(.post, "/study_activities", #"{"group_id":{group},"study_activity_id":1}"#),
        Trespass(.get, "/study_sessions/{session}"),
        Trespass(.get, "/study_sessions/{session}/words"),
        Trespass(.get, "/study_sessions/{session}/next_words"),
        Trespass(.post, "/study_sessions/{session}/words/{word}/review", #"{"correct":true}"#),
        Trespass(.post, "/study_sessions/{my-session}/words/{word}/review", #"{"correct":true}"#),
        Trespass(.post, "/study_sessions/{session}/words/{my-word}/review", #"{"correct":true}"#),
    ]

    @Test func `another learner's ids find nothing and change nothing, on any route`() async throws {
        try await PortalFixture.with { fixture in
            let household = try await Household(fixture)
            let client = try await fixture.client(for: fixture.learner)
            for prefix in ["/api", "/api/v1/lang-portal"] {
                for trespass in Self.trespasses {
                    let before = try await (fixture.everything(of: fixture.other), fixture.everything(of: fixture.learner))
                    let answer = try await client.send(trespass.method, prefix + household.fill(trespass.path), json: trespass.body.map(household.fill))
                    #expect(answer.status == .notFound, "\(trespass.testDescription): \(answer.text)")
                    #expect(!answer.text.contains("theirs"))
                    let after = try await (fixture.everything(of: fixture.other), fixture.everything(of: fixture.learner))
                    #expect(before == after, "\(trespass.testDescription)")
                }
            }
        }
    }

    @Test func `every route that takes an id has its trespass`() throws {
        let templates = Set(
            Self.trespasses.map { trespass in
                "\(trespass.method) "
                    + trespass.path.replacing("{my-", with: "{").replacing("{word}", with: "{word_id}").replacing("{group}", with: "{group_id}")
                    .replacing("{session}", with: "{session_id}")
            })
        let pool = PostgresPool(
            try PostgresConfiguration(host: "127.0.0.1", user: "nobody", database: "nothing", protection: .none), on: PostgresFixture.group,
            blocking: PostgresFixture.blocking)
        let application = PortalFixture.application(PortalStore(pool: pool))
        let prefix = "/api/v1/lang-portal"
        let owned = application.routes.filter { $0.template.hasPrefix(prefix) && $0.template.contains("_id}") && !$0.template.contains("activity_id") }
        for route in owned {
            #expect(templates.contains("\(route.method) \(route.template.dropFirst(prefix.count))"), "\(route.method) \(route.template)")
        }
        #expect(owned.count == 14)
    }

    @Test func `lists, counts, resets and imports see one learner only`() async throws {
        try await PortalFixture.with { fixture in
            _ = try await Household(fixture)
            let stranger = try await fixture.client(for: Learner("33333333-3333-4333-8333-333333333333")!)
            for path in ["/words", "/groups", "/study_sessions", "/study_activities/1/study_sessions"] {
                let page = try await stranger.get("/api" + path)
                #expect(page.text.hasPrefix(#"{"items":[],"#) && page.text.contains(#""total_items":0"#), "\(path): \(page.text)")
            }
            try #expect(await stranger.get("/api/dashboard/last_study_session").text == "null")
            let before = try await (fixture.everything(of: fixture.other), fixture.everything(of: fixture.learner))
            for path in ["/load_initial_data", "/reset_history", "/full_reset"] { try #expect(await stranger.post("/api" + path).status == .ok) }
            let after = try await (fixture.everything(of: fixture.other), fixture.everything(of: fixture.learner))
            #expect(before == after)
        }
    }

    @Test func `the tables themselves refuse a row that points to another learner's`() async throws {
        try await PortalFixture.with { fixture in
            let household = try await Household(fixture)
            let theirs = WordID(rawValue: household.theirs.word), mine = GroupID(rawValue: household.mine.group)
            await #expect(throws: PostgresError.self) {
                try await fixture.query("INSERT INTO word_groups (user_id, group_id, word_id) VALUES (\(fixture.learner), \(mine), \(theirs))")
            }
        }
    }
}

/// Two learners who each own a word in a group with a reviewed session.
private struct Household: Sendable {
    struct Belongings: Sendable { var word, group, session: Int }
    let mine, theirs: Belongings

    init(_ fixture: PortalFixture) async throws {
        mine = try await Self.furnish(fixture, fixture.learner, "mine")
        theirs = try await Self.furnish(fixture, fixture.other, "theirs")
    }

    private static func furnish(_ fixture: PortalFixture, _ learner: Learner, _ name: String) async throws -> Belongings {
        let (group, words, session) = try await fixture.store.beginStudy(words: 2, group: name, for: learner)
        _ = try await fixture.store.review(words[0], inSession: session, correct: true, by: learner, nil)
        return Belongings(word: words[0].rawValue, group: group.rawValue, session: session.rawValue)
    }

    func fill(_ text: String) -> String {
        text.replacing("{word}", with: "\(theirs.word)").replacing("{group}", with: "\(theirs.group)").replacing("{session}", with: "\(theirs.session)")
            .replacing("{my-word}", with: "\(mine.word)").replacing("{my-group}", with: "\(mine.group)").replacing("{my-session}", with: "\(mine.session)")
    }
}

extension PortalFixture {
    /// Every row of a learner as text.
    fileprivate func everything(of learner: Learner) async throws -> String {
        try await query(
            """
            SELECT concat_ws(E'\\n',
                (SELECT string_agg(t::text, ';' ORDER BY t::text) FROM learners AS t WHERE user_id = \(learner)),
                (SELECT string_agg(t::text, ';' ORDER BY t::text) FROM words AS t WHERE user_id = \(learner)),
                (SELECT string_agg(t::text, ';' ORDER BY t::text) FROM groups AS t WHERE user_id = \(learner)),
                (SELECT string_agg(t::text, ';' ORDER BY t::text) FROM word_groups AS t WHERE user_id = \(learner)),
                (SELECT string_agg(t::text, ';' ORDER BY t::text) FROM study_sessions AS t WHERE user_id = \(learner)),
                (SELECT string_agg(t::text, ';' ORDER BY t::text) FROM word_reviews AS t WHERE user_id = \(learner)),
                (SELECT string_agg(t::text, ';' ORDER BY t::text) FROM session_words AS t WHERE user_id = \(learner)))
            """)[0].decode(0)
    }
}
