import Platform
import Postgres
import Reactor
import TestKit
import Testing

@Suite struct StatementTests {
    @Test(arguments: PostgresFixture.Road.allCases) func `values of every type come back as they went`(road: PostgresFixture.Road) async throws {
        try await PostgresFixture.with(road) { fixture in
            let rows = try await fixture.pool.query(
                """
                select \(42) as a, \(Int32(-7)), \(true), \(1.5), \("日本語")::text, \([1, 2, 3] as [UInt8]), \([4, 5]), \(["x", "ÿ\\\""]), \
                \([true, false]), \(nil as Int?), \("")::text, \([] as [Int])
                """)
            #expect(rows.count == 1)
            let row = rows[0]
            #expect(try row.decode(0, as: Int.self) == 42)
            #expect(try row.decode(1, as: Int32.self) == -7)
            #expect(try row.decode(2, as: Bool.self))
            #expect(try row.decode(3, as: Double.self) == 1.5)
            #expect(try row.decode(4, as: String.self) == "日本語")
            #expect(try row.decode(5, as: [UInt8].self) == [1, 2, 3])
            #expect(try row.decode(6, as: [Int].self) == [4, 5])
            #expect(try row.decode(7, as: [String].self) == ["x", "ÿ\\\""])
            #expect(try row.decode(8, as: [Bool].self) == [true, false])
            #expect(try row.decode(9, as: Int?.self) == nil)
            #expect(try row.decode(10, as: String.self) == "")
            #expect(try row.decode(11, as: [Int].self) == [])
            let (a, b, c) = try row.decode(Int.self, Int.self, Bool?.self)
            #expect(a == 42 && b == -7 && c == true)
        }
    }
}
