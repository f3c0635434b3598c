import Postgres
import TestKit
import Testing

@testable import lang_portal_api

@Suite struct StreakTests {
    static let zones = [
        "UTC", "Asia/Tokyo", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe", "Etc/GMT+12",
    ]

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a learner without reviews has no streak`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            try #expect(await fixture.store.quickStats(of: fixture.learner, in: .utc).studyStreakDays == 0)
            _ = try await fixture.store.beginStudy(words: 1, for: fixture.learner)
            try #expect(await fixture.store.quickStats(of: fixture.learner, in: .utc).studyStreakDays == 0)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `a review makes a streak of one day, in every zone`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 1, for: fixture.learner)
            _ = try await fixture.store.review(words[0], inSession: session, correct: true, by: fixture.learner, nil)
            for zone in Self.zones {
                try #expect(await fixture.store.quickStats(of: fixture.learner, in: TimeZoneName(rawValue: zone)!).studyStreakDays == 1)
            }
        }
    }

    @Test(
        arguments: [([0, 24, 48], 3), ([24, 48, 72], 3), ([49], 0), ([0], 1), ([0, 72], 1), ([24, 25, 26, 96], 2)], PostgresFixture.Road.allCases)
    func `a streak in UTC ends at the first day without a review`(study: (daysBack: [Int], expected: Int), road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (daysBack, expected) = study
            let hours = daysBack.map { $0 == 49 ? 48 : $0 }
            try await fixture.reviews(atDayStartMinusHours: hours)
            try #expect(await fixture.store.quickStats(of: fixture.learner, in: .utc).studyStreakDays == expected)
        }
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `the streak in any zone equals a walk over its calendar days`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let (_, words, session) = try await fixture.store.beginStudy(words: 1, for: fixture.learner)
            var random = SeededRandom(seed: 7)
            for _ in 1...12 {
                _ = try await fixture.query("DELETE FROM word_reviews")
                _ = try await fixture.query("UPDATE learners SET last_review_at = NULL")
                _ = try await fixture.query("DELETE FROM study_stretches")
                let habit = Int.random(in: 17...40, using: &random)
                var minutes = Int.random(in: 0...3_000, using: &random)
                var ages: [Int] = []
                while minutes < 40 * 1_440 {
                    ages.append(minutes)
                    minutes += Int.random(in: 1...(habit * 60), using: &random)
                }
                _ = try await fixture.query(
                    """
                    INSERT INTO word_reviews (user_id, session_id, word_id, correct, created_at)
                    SELECT \(fixture.learner), \(session), \(words[0]), true, now() - minutes * interval '1 minute' FROM unnest(\(ages)::bigint[]) AS minutes
                    """)
                for zone in Self.zones { try await fixture.expectStreakMatchesCalendar(in: TimeZoneName(rawValue: zone)!) }
            }
        }
    }

    @Test(arguments: ["Asia/Olympus", "America/Indiana/Nowhere", "Europe/Atlantis"], PostgresFixture.Road.allCases)
    func `a zone that the database does not know is a problem of the request`(name: String, road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            _ = try await fixture.store.createGroup("g", for: fixture.learner)
            let zone = try #require(TimeZoneName(rawValue: name))
            await #expect(throws: PortalProblem.unknownTimeZone(zone)) { try await fixture.store.quickStats(of: fixture.learner, in: zone) }
        }
    }

    @Test(arguments: [
        "Etc/GMT+99", "Etc/GMT+13", "Etc/GMT-15", "Factory", "posixrules", "localtime", "right/UTC", "posix/Asia/Tokyo", "JST", "Asia//Tokyo", "Asia",
    ])
    func `what PostgreSQL takes for a zone beside the IANA names is none`(text: String) {
        #expect(TimeZoneName(rawValue: text) == nil)
    }

    @Test(arguments: PostgresFixture.Road.allCases)
    func `every zone of the database has a name that is taken`(road: PostgresFixture.Road) async throws {
        try await PortalFixture.with(road) { fixture in
            let names = try await fixture.query("SELECT name FROM pg_timezone_names").map { row in try row.decode(0, as: String.self) }
            let odd = ["posix/", "right/", "SystemV/"]
            let places = names.filter { name in !odd.contains { name.hasPrefix($0) } && !["Factory", "posixrules", "localtime"].contains(name) }
            #expect(places.count > 300)
            #expect(places.filter { TimeZoneName(rawValue: $0) == nil } == [])
        }
    }

    @Test(arguments: ["", "ABC5", "UTC+3", "Foo/Bar5", "Asia/Tokyo; DROP", "日本", String(repeating: "a", count: 65)])
    func `a POSIX rule or anything else than a name is no time zone`(text: String) {
        #expect(TimeZoneName(rawValue: text) == nil)
    }

    @Test(arguments: zones + ["EST5EDT", "America/Argentina/Buenos_Aires", "America/Port-au-Prince", "Etc/GMT-14"])
    func `names of the IANA database are time zones`(text: String) {
        #expect(TimeZoneName(rawValue: text)?.rawValue == text)
    }
}

extension PortalFixture {
    /// One review at the start of today (UTC) less so many hours, for each; today's is now.
    fileprivate func reviews(atDayStartMinusHours hours: [Int]) async throws {
        let (_, words, session) = try await store.beginStudy(words: 1, for: learner)
        _ = try await query(
            """
            INSERT INTO word_reviews (user_id, session_id, word_id, correct, created_at)
            SELECT \(learner), \(session), \(words[0]), true,
                CASE hours WHEN 0 THEN now() ELSE date_trunc('day', now(), 'UTC') - hours * interval '1 hour' END
            FROM unnest(\(hours)::bigint[]) AS hours
            """)
    }

    fileprivate func expectStreakMatchesCalendar(in zone: TimeZoneName) async throws {
        let rows = try await query(
            """
            SELECT DISTINCT (now() AT TIME ZONE \(zone)::text)::date - (created_at AT TIME ZONE \(zone)::text)::date AS age
            FROM word_reviews WHERE user_id = \(learner) ORDER BY age
            """)
        let ages = try rows.map { row in try row.decode(0, as: Int.self) }
        var expected = 0
        if let first = ages.first, first <= 1 {
            while expected < ages.count, ages[expected] == first + expected { expected += 1 }
        }
        let streak = try await store.quickStats(of: learner, in: zone).studyStreakDays
        #expect(streak == expected, "in \(zone.rawValue)")
    }
}
