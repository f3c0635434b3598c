import Platform
import Postgres
import Testing

@Suite struct `A database URL` {
    private static let certificates = "/etc/ssl/certs/ca-certificates.crt"

    @Test func `says everything`() throws {
        let configuration = try PostgresConfiguration(
            url: "postgresql://p%C3%B6rtal:p%40ss%3Aw%2Frd@db.example.test:6432/w%20ords?sslmode=verify-full&sslrootcert=%2Fca.pem&application_name=portal")
        #expect(configuration.host == "db.example.test" && configuration.port == 6432)
        #expect(configuration.user == "pörtal" && configuration.password?.reveal() == "p@ss:w/rd" && configuration.database == "w ords")
        #expect(configuration.protection == .verified(rootCertificatePath: "/ca.pem") && configuration.applicationName == "portal")
    }

    @Test func `needs only user, host and database`() throws {
        let configuration = try PostgresConfiguration(url: "postgres://app@db.example.test/words")
        #expect(configuration.port == 5432 && configuration.password == nil && configuration.applicationName == "app")
        #expect(configuration.protection == .verified(rootCertificatePath: Self.certificates))
    }

    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1"), ("127.8.9.1:5433", "127.8.9.1"), ("[::1]", "::1"), ("[::1]:5433", "::1"), ("localhost", "localhost"),
    ])
    func `of loopback may be plain`(authority: String, host: String) throws {
        let configuration = try PostgresConfiguration(url: "postgres://app@\(authority)/words")
        #expect(configuration.host == host && configuration.protection == .none)
        #expect(configuration.port == (authority.hasSuffix("5433") ? 5433 : 5432))
    }

    @Test func `may name a Unix socket's folder`() throws {
        let configuration = try PostgresConfiguration(url: "postgres://app@/words?host=%2Frun%2Fpostgresql")
        #expect(configuration.host == "/run/postgresql" && configuration.protection == .none)
    }

    @Test(arguments: [
        ("disable", PostgresConfiguration.Protection.none), ("prefer", .none), ("require", .encrypted),
        ("verify-full", .verified(rootCertificatePath: certificates)),
    ])
    func `of loopback may choose its protection`(mode: String, protection: PostgresConfiguration.Protection) throws {
        #expect(try PostgresConfiguration(url: "postgres://app@127.0.0.1/words?sslmode=\(mode)").protection == protection)
    }

    @Test(
        arguments: ["disable", "prefer", "require"],
        ["db.example.test", "10.0.0.1", "[2001:db8::1]", "localhost.example.test", "0.0.0.0", "127.0.0.1.example.test"])
    func `of another machine must be verified`(mode: String, host: String) {
        #expect(throws: PostgresConfigurationError.insecure) { try PostgresConfiguration(url: "postgres://app@\(host)/words?sslmode=\(mode)") }
    }

    @Test func `of another machine must be verified, by whatever road the host gets in`() {
        #expect(throws: PostgresConfigurationError.insecure) {
            try PostgresConfiguration(url: "postgres://app@127.0.0.1/words?host=db.example.test&sslmode=disable")
        }
        #expect(throws: PostgresConfigurationError.insecure) {
            try PostgresConfiguration(url: "postgres://app@/words?host=%2Frun%2Fpostgresql,db.example.test&sslmode=disable")
        }
        #expect(throws: PostgresConfigurationError.insecure) {
            try PostgresConfiguration(host: "db.example.test", user: "app", database: "words", protection: .encrypted)
        }
    }

    @Test(arguments: [
        ("mysql://app@h/db", PostgresConfigurationError.scheme), ("", .scheme), ("postgres:/app@h/db", .scheme), ("POSTGRES://app@h/db", .scheme),
        ("postgres://app@/db", .missingHost), ("postgres://app@:5432/db", .missingHost), ("postgres://h/db", .missingUser),
        ("postgres://:x@h/db", .missingUser),
        ("postgres://app@h", .missingDatabase), ("postgres://app@h/", .missingDatabase), ("postgres://app@h:0/db", .port), ("postgres://app@h:65536/db", .port),
        ("postgres://app@h:/db", .port), ("postgres://app@h:x/db", .port), ("postgres://app@h:-1/db", .port), ("postgres://app@h:+5432/db", .port),
        ("postgres://app@[::1]x/db", .port), ("postgres://app@[::1/db", .encoding), ("postgres://a%@h/db", .encoding), ("postgres://a%4@h/db", .encoding),
        ("postgres://a%zz@h/db", .encoding), ("postgres://a%+5@h/db", .encoding), ("postgres://a%00@h/db", .encoding), ("postgres://a%FF@h/db", .encoding),
        ("postgres://app@h/db?sslmode=allow", .protectionMode("allow")), ("postgres://app@h/db?sslmode=", .protectionMode("")),
        ("postgres://app@h/db?connect_timeout=5", .unknownParameter("connect_timeout")), ("postgres://app@h/db?SSLMODE=disable", .unknownParameter("SSLMODE")),
    ])
    func `that is broken says how`(url: String, error: PostgresConfigurationError) {
        #expect(throws: error) { try PostgresConfiguration(url: url) }
        #expect(!"\(error)".isEmpty)
    }

    @Test(arguments: [
        "postgres://app:hunter2@h:x/db", "postgres://app:hunter2%@h/db", "postgres://app:hunter2@/db", "postgres://app:hunter2@h/db?x=1",
        "postgres://app:hun?hunter2@h/db", "postgres://app:hun?hunter2=1@h/db", "postgres://app:hun/hunter2@h/db",
        "postgres://app:hunter2?sslmode=hunter2@h/db",
        "postgres://app:hunter2@h/db?sslmode=disable",
    ])
    func `that is broken does not tell its password`(url: String) throws {
        let error = try #require(#expect(throws: PostgresConfigurationError.self) { try PostgresConfiguration(url: url) })
        #expect(!"\(error)".contains("hunter2") && !String(reflecting: error).contains("hunter2"))
    }

    @Test func `is not told by its configuration either`() throws {
        let configuration = try PostgresConfiguration(url: "postgres://app:hunter2@127.0.0.1/words")
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in ["\(configuration)", String(reflecting: configuration), dumped] { #expect(!text.contains("hunter2")) }
        #expect(dumped.contains("words"))
    }
}
