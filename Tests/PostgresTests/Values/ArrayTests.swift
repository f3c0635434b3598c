import Postgres
import TestKit
import Testing

@Suite struct `An array` {
    @Test(arguments: PostgresFixture.Road.allCases) func `comes back as it went`(road: PostgresFixture.Road) async throws {
        #expect(try await SharedPool.read("select \([1, -2, Int.max])", by: road) == [1, -2, Int.max])
        #expect(try await SharedPool.read("select \([Int64.min])", by: road) == [Int64.min])
        #expect(try await SharedPool.read("select \([Int32.min, 0])", by: road) == [Int32.min, 0])
        #expect(try await SharedPool.read("select \([true, false])", by: road) == [true, false])
        #expect(try await SharedPool.read("select \([0.5, -.infinity])", by: road) == [0.5, -.infinity])
        #expect(try await SharedPool.read("select \(["", "NULL", "{a,b}", "\"", "日本"])", by: road) == ["", "NULL", "{a,b}", "\"", "日本"])
    }

    @Test func `may be empty, of every type`() async throws {
        #expect(try await SharedPool.read("select \([] as [Int])", as: [Int].self).isEmpty)
        #expect(try await SharedPool.read("select \([] as [String])", as: [String].self).isEmpty)
        #expect(try await SharedPool.read("select \([] as [Bool])", as: [Bool].self).isEmpty)
        #expect(try await SharedPool.read("select coalesce(array_length(\([] as [Double]), 1), 0)", as: Int.self) == 0)
    }

    @Test func `may be long`() async throws {
        let numbers = Array(0..<50_000)
        #expect(try await SharedPool.read("select array_agg(n order by n) from unnest(\(numbers)) n", as: [Int].self) == numbers)
    }

    @Test(arguments: ["'{1,2}'::smallint[]", "'{1,2}'::integer[]", "'{1,2}'::bigint[]", "'{1,2}'::numeric[]", "'[5:6]={1,2}'::integer[]"] as [SQL])
    func `of any whole number reads as integers`(expression: SQL) async throws {
        #expect(try await SharedPool.read("select " + expression, as: [Int].self) == [1, 2])
    }

    @Test func `of what prints as text reads as texts`() async throws {
        #expect(try await SharedPool.read("select array['a', 'b']::varchar[]", as: [String].self) == ["a", "b"])
        #expect(try await SharedPool.read("select array['a']::name[]", as: [String].self) == ["a"])
        #expect(try await SharedPool.read("select array[1.50]", as: [String].self) == ["1.50"])
    }

    @Test func `with NULLs reads as optional elements only`() async throws {
        #expect(try await SharedPool.read("select array[1, null, 3]", as: [Int?].self) == [1, nil, 3])
        #expect(try await SharedPool.read("select array['a', null]", as: [String?].self) == ["a", nil])
        #expect(try await SharedPool.failure("select array[1, null, 3]", as: [Int].self)?.reason == .null)
    }

    @Test func `that is NULL reads as an optional array only`() async throws {
        #expect(try await SharedPool.read("select null::integer[]", as: [Int]?.self) == nil)
        #expect(try await SharedPool.failure("select null::integer[]", as: [Int].self)?.reason == .null)
    }

    @Test func `of two dimensions, or of other elements, is another type`() async throws {
        #expect(try await SharedPool.failure("select array[[1, 2], [3, 4]]", as: [Int].self)?.reason == .type)
        #expect(try await SharedPool.failure("select array['a']", as: [Int].self)?.reason == .type)
        #expect(try await SharedPool.failure("select array[1]", as: [String].self)?.reason == .type)
        #expect(try await SharedPool.failure("select array[5000000000]", as: [Int32].self)?.reason == .outOfRange)
    }

    @Test(arguments: ["1::bigint", "true", "'1 second'::interval", "'text of some length'::text", "decode('000000000000000000000000', 'hex')"] as [SQL])
    func `is not what a column of another kind holds`(expression: SQL) async throws {
        #expect(try await SharedPool.failure("select " + expression, as: [Int].self)?.reason == .type)
    }
}
