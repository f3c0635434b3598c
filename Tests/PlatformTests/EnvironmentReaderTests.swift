import Glibc
import Platform
import Testing

@Suite struct `An environment reader` {
    private enum Mode: String, CaseIterable { case development, production }

    @Test func `reads every kind of setting`() throws {
        var reader = EnvironmentReader([
            "NAME": "portal", "COUNT": "12", "ON": "Yes", "PORT": "8000", "WAIT": "250ms", "ISSUER": "https://example.test/pool/", "HOSTS": " a, b ,,c ",
            "KEY": "0123456789abcdef", "MODE": "production", "LEVEL": "WARNING",
        ])
        #expect(reader.string("NAME") == "portal")
        #expect(reader.int("COUNT", in: 1...100) == 12)
        #expect(reader.bool("ON") == true)
        #expect(reader.port("PORT") == 8000)
        #expect(reader.duration("WAIT") == .milliseconds(250))
        #expect(reader.url("ISSUER") == "https://example.test/pool")
        #expect(reader.list("HOSTS") == ["a", "b", "c"])
        #expect(reader.secret("KEY", minimumBytes: 16).reveal() == "0123456789abcdef")
        #expect(reader.choice("MODE", of: Mode.self, default: .development) == .production)
        #expect(reader.logLevel("LEVEL") == .warning)
        try reader.finish()
    }

    @Test func `falls back where a variable is missing or empty`() throws {
        var reader = EnvironmentReader(["EMPTY": ""])
        #expect(reader.string("EMPTY", default: "x") == "x")
        #expect(reader.int("NONE", default: 5) == 5)
        #expect(reader.list("NONE", default: []) == [])
        #expect(reader.optionalString("NONE") == nil)
        #expect(reader.optionalSecret("EMPTY") == nil)
        try reader.finish()
    }

    @Test func `tells all problems together, in order, with what is expected`() throws {
        var reader = EnvironmentReader(["PORT": "70000", "WAIT": "soon", "KEY": "tooshort-sesame"])
        _ = reader.string("NAME")
        _ = reader.port("PORT")
        _ = reader.duration("WAIT", in: .zero ... .seconds(60))
        _ = reader.secret("KEY", minimumBytes: 32)
        reader.report("PAIR", expected: "a value above that of NAME")
        let error = try #require(throws: EnvironmentError.self) { try reader.finish() }
        #expect(error.problems.map(\.variable) == ["NAME", "PORT", "WAIT", "KEY", "PAIR"])
        #expect(error.problems[0].kind == .missing)
        #expect(error.problems[1].kind == .invalid(found: "70000"))
        #expect(error.problems[3].kind == .invalid(found: nil))
        #expect(error.description.contains("PORT is \"70000\": expected a port in 1...65535"))
        #expect(!error.description.contains("sesame"))
    }

    @Test(arguments: ["5s", "5", "5000ms"]) func `a duration has several spellings`(text: String) throws {
        var reader = EnvironmentReader(["D": text])
        #expect(reader.duration("D") == .seconds(5))
        try reader.finish()
    }

    @Test(arguments: ["", "s", "-5s", "5 s", "5w", "1e3", "٥s", "99999999999999999999s", "500d"]) func `other durations are refused`(text: String) {
        var reader = EnvironmentReader(["D": text])
        _ = reader.duration("D")
        #expect(throws: EnvironmentError.self) { try reader.finish() }
    }

    @Test(arguments: [
        "example.test", "ftp://example.test", "https://", "https:///path", "https://:80", "https://user:secret@example.test", "https://example.test/?q=1",
        "https://example.test/#f", "https://exa mple.test", "https://example.test/é", "https://example.test\\@evil.test",
    ])
    func `URLs that are not plain are refused, and never shown`(text: String) throws {
        var reader = EnvironmentReader(["URL": text])
        #expect(reader.url("URL") == "")
        let error = try #require(throws: EnvironmentError.self) { try reader.finish() }
        #expect(!error.description.contains("secret@"))
    }

    @Test(arguments: ["0", "65536", "-1", "http", "80 "]) func `ports outside 1 to 65535 are refused`(text: String) {
        var reader = EnvironmentReader(["P": text])
        _ = reader.port("P")
        #expect(throws: EnvironmentError.self) { try reader.finish() }
    }

    @Test func `port 0 is accepted where it is allowed`() throws {
        var reader = EnvironmentReader(["P": "0"])
        #expect(reader.port("P", allowsAny: true) == 0)
        try reader.finish()
    }

    @Test(arguments: ["maybe", "2", "truee"]) func `other truth values are refused`(text: String) {
        var reader = EnvironmentReader(["B": text])
        _ = reader.bool("B")
        #expect(throws: EnvironmentError.self) { try reader.finish() }
    }

    @Test func `reads the process environment`() {
        #expect(EnvironmentReader().isSet("PATH"))
    }

    @Test func `what is forgotten is neither in the environment nor in its memory`() throws {
        setenv("FORGOTTEN_SECRET", "tulip", 1)
        let text = try #require(getenv("FORGOTTEN_SECRET"))
        var reader = EnvironmentReader()
        #expect(reader.isSet("FORGOTTEN_SECRET"))
        reader.forget("FORGOTTEN_SECRET")
        #expect(!reader.isSet("FORGOTTEN_SECRET") && getenv("FORGOTTEN_SECRET") == nil)
        #expect((0..<5).allSatisfy { text[$0] == 0 })
    }

    @Test func `a reader of given variables leaves the process environment alone`() {
        var reader = EnvironmentReader(["PATH": "given"])
        reader.forget("PATH")
        #expect(!reader.isSet("PATH") && getenv("PATH") != nil)
    }
}
