import Postgres
import TestKit
import Testing

@Suite struct `A number column` {
    @Test(arguments: ["42::smallint", "42::integer", "42::bigint", "42::oid", "42::numeric", "42.000::numeric"] as [SQL])
    func `of any whole kind reads as an integer`(expression: SQL) async throws {
        #expect(try await SharedPool.read("select " + expression, as: Int.self) == 42)
        #expect(try await SharedPool.read("select " + expression, as: Int64.self) == 42)
        #expect(try await SharedPool.read("select " + expression, as: Int32.self) == 42)
        #expect(try await SharedPool.read("select " + expression, as: Double.self) == 42)
    }

    @Test(arguments: [
        "0", "0.0", "0.00", "1", "-1", "10000", "-10000", "100000000", "12345.6789", "0.5", "-0.5", "0.0001", "0.00001", "0.000000001", "0.00001234",
        "-0.000012340", "1000000000000.000000000001", "9999.9999", "10000.0001", "123456789012345678901234567890.123456789", "NaN", "Infinity", "-Infinity",
    ])
    func `of type numeric prints as PostgreSQL prints it`(text: String) async throws {
        let row = try await SharedPool.get().query("select \(text)::numeric, \(text)::numeric::text, \(text)::numeric::float8").exactlyOne()
        #expect(try row.decode(0, as: String.self) == row.decode(1, as: String.self))
        let (read, expected) = (try row.decode(0, as: Double.self), try row.decode(2, as: Double.self))
        #expect(read == expected || (read.isNaN && expected.isNaN))
    }

    @Test(arguments: [
        ("9223372036854775807", Int64.max), ("-9223372036854775808", .min), ("10000", 10_000), ("-100000000", -100_000_000), ("0", 0), ("1e8", 100_000_000),
    ])
    func `of type numeric without a fraction reads as an integer`(text: String, value: Int64) async throws {
        #expect(try await SharedPool.read("select \(text)::numeric", as: Int64.self) == value)
    }

    @Test(arguments: ["0.5", "-0.5", "1.5", "-1.0001", "10000.1", "9223372036854775808", "-9223372036854775809", "NaN", "Infinity", "1e40"])
    func `of type numeric that is no integer of 64 bits is out of range`(text: String) async throws {
        #expect(try await SharedPool.failure("select \(text)::numeric", as: Int64.self)?.reason == .outOfRange)
        #expect(try await SharedPool.failure("select \(text)::numeric", as: Int.self)?.reason == .outOfRange)
    }

    @Test func `that does not fit 32 bits is out of range`() async throws {
        #expect(try await SharedPool.failure("select 2147483648", as: Int32.self)?.reason == .outOfRange)
        #expect(try await SharedPool.read("select -2147483648", as: Int32.self) == .min)
    }

    @Test func `with a floating point reads as a floating-point number only`() async throws {
        #expect(try await SharedPool.read("select 1.5::real", as: Double.self) == 1.5)
        #expect(try await SharedPool.read("select 0.1::float8", as: Double.self) == 0.1)
        #expect(try await SharedPool.failure("select 1::float8", as: Int.self)?.reason == .type)
        #expect(try await SharedPool.failure("select 1::real", as: Int.self)?.reason == .type)
    }
}
