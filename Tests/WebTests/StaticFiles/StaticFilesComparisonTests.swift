import HTTPCore
import JSON
import TestKit
import Testing
import Web

/// What matters of an answer with a file.
private struct Answer: Equatable {
    var status: Int, contentRange: String?, contentEncoding: String?, body: String?

    init?(_ fragment: JSONFragment?) {
        guard let fragment, let status = fragment["status"]?.intValue else { return nil }
        self.status = status
        contentRange = fragment["content_range"]?.stringValue
        contentEncoding = fragment["content_encoding"]?.stringValue
        body = fragment["body"]?.stringValue
    }

    /// The content counts where there is one, and the boundaries of several parts are of each server's own choice.
    init(_ response: TestResponse) {
        status = Int(response.status.code)
        contentRange = response[.contentRange]
        contentEncoding = response[.contentEncoding]
        let isPlain = (status == 200 || status == 206) && response[.contentType]?.hasPrefix("multipart/") != true
        body = isPlain ? response.text : nil
    }
}

/// One request and what the peers answered to it.
private struct FileCase: Sendable, CustomTestStringConvertible {
    var method: HTTPCore.Method, target: String, headers: [(name: String, value: String)], fragment: JSONFragment

    /// How the lists below name it.
    var name: String { (["\(method.name) \(target)"] + headers.map { "\($0.name): \($0.value.prefix(60))" }).joined(separator: " | ") }
    var testDescription: String { name }

    /// The answers in Tests/Peers/static_files.json.
    static let recorded: [FileCase] = {
        guard let document = try? JSON.parse(fileBytes("../Peers/static_files.json")) else { return [] }
        return (document["cases"]?.arrayValue ?? []).compactMap { fragment in
            guard let method = fragment["method"]?.stringValue, let target = fragment["target"]?.stringValue, let headers = fragment["headers"]?.members
            else { return nil }
            return FileCase(method: .init(method), target: target, headers: headers.map { ($0.name, $0.value.stringValue ?? "") }, fragment: fragment)
        }
    }()

    func ask(_ client: TestClient) async throws -> Answer {
        let tag = try await client.get(target)[.etag] ?? "\"none\""
        var fields: Fields = headers.contains { $0.name == "accept-encoding" } ? [:] : [.acceptEncoding: "identity"]
        for (name, value) in headers { fields.append(FieldName(name), value.replacing("%tag%", with: tag).replacing("%other%", with: "\"other\"")) }
        return Answer(try await client.send(method, target, headers: fields))
    }
}

/// Where we differ from a peer on purpose, and why.
private enum Differences {
    /// Names are looked up as they are, one way for each file.
    private static let paths = [
        "GET /.env": "hidden files are not there", "GET /docs//index.html": "an empty name is no name",
        "GET /docs%2findex.html": "an encoded slash separates nothing (RFC 3986 §2.2)", "GET /docs/%2e%2e/digits.txt": "nothing leads upwards",
        "HEAD /digits.txt | range: bytes=2-5": "ranges are for GET alone (RFC 9110 §14.2)",
        "GET /digits.txt | range: bytes=5-2": "a range that is none is ignored (RFC 9110 §14.2)",
        "GET /digits.txt | range: bytes=a-b": "a range that is none is ignored (RFC 9110 §14.2)",
    ]

    static let starlette = paths.merging([
        "GET /digits.txt/": "a file is no folder", "GET /digits.txt%": "a broken sequence is a bad request",
        "GET /code.js | accept-encoding: gzip": "it knows no siblings", "GET /code.js | accept-encoding: br, gzip;q=0.5": "it knows no siblings",
        "GET /code.js | accept-encoding: *": "it knows no siblings", "GET /digits.txt | if-match: W/%tag%": "it knows no If-Match",
        "GET /digits.txt | if-match: %other%": "it knows no If-Match",
        "GET /digits.txt | if-unmodified-since: Tue, 14 Nov 2023 22:13:19 GMT": "it knows no If-Unmodified-Since",
        "GET /digits.txt | if-match: %other% | if-none-match: %tag%": "it knows no If-Match",
        "GET /digits.txt | if-unmodified-since: Tue, 14 Nov 2023 22:13:19 GMT | if-none-match: %tag%": "it knows no If-Unmodified-Since",
        "GET /digits.txt | range: bytes=": "a range that is none is ignored", "GET /digits.txt | range: bytes": "a range that is none is ignored",
        "GET /digits.txt | range: items=0-1": "an unknown unit is ignored (RFC 9110 §14.2)",
        "GET /digits.txt | range: bytes=0-1,100-": "one range that can be satisfied is enough (RFC 9110 §14.1.2)",
        "GET /digits.txt | range: bytes=0-0,2-2,4-4,6-6,8-8,1-1,1-1,1-1,1-1,1-1,1-1,1-1,1-1,1-": "so many ranges are an attack",
        "GET /empty.txt | range: bytes=-1": "the last byte of nothing is all of it",
    ]) { first, _ in first }

    static let nginx = paths.merging([
        "GET /bare/": "what is not there is 404", "GET /bare": "no redirect to what is not there", "GET /docs": "a folder may be a file tomorrow: 307",
        "GET /%2e%2e/%2e%2e/etc/passwd": "what is not there is 404", "GET /digits.txt%00": "what is not there is 404",
        "GET /code.js | accept-encoding: *": "the star stands for gzip too (RFC 9110 §12.5.3)",
        "GET /code.js | accept-encoding: gzip;q=0.1, identity": "it does not compare weights",
        "GET /digits.txt | if-modified-since: Tue, 14 Nov 2023 22:13:21 GMT": "it asks for the same date (RFC 9110 §13.1.3: or an earlier one)",
        "GET /digits.txt | if-unmodified-since: yesterday": "what is no date is ignored (RFC 9110 §13.1.4)",
        "GET /digits.txt | if-none-match: %tag% | if-modified-since: Tue, 14 Nov 2023 22:13:19 GMT": "a tag overrules the date (RFC 9110 §13.1.3)",
        "GET /digits.txt | if-match: %tag% | if-unmodified-since: Tue, 14 Nov 2023 22:13:19 GMT": "a tag overrules the date (RFC 9110 §13.1.4)",
        "GET /digits.txt | range: bytes=0-5,3-8": "ranges that touch are one", "GET /digits.txt | range: bytes=0-,0-,0-,0-,0-": "ranges that touch are one",
        "GET /digits.txt | range: bytes=0-99999999999999999999": "a large number is a number",
        "GET /empty.txt | range: bytes=0-": "there is no first byte (RFC 9110 §14.1.2)",
    ]) { first, _ in first }
}

@Suite struct `Static files beside Starlette and nginx` {
    private let client: TestClient

    init() {
        let folder = TemporaryFolder()
        let files = [
            "digits.txt": "0123456789", "empty.txt": "", "index.html": "<p>home</p>", "docs/index.html": "<p>docs</p>", "bare/x.txt": "x",
            "code.js": "let x = 1", "code.js.gz": "zipped", ".env": "secret", "a b.txt": "space",
        ]
        for (name, text) in files { folder.write(text, to: name, modifiedAt: 1_700_000_000) }
        client = TestClient(
            Application { routes in
                routes.provide(folder)
                routes.staticFiles("/", at: folder.path)
            })
    }

    @Test func `the recorded answers are there, and every difference is about one`() {
        let names = Set(FileCase.recorded.map(\.name))
        #expect(names.count >= 80)
        #expect(Set(Differences.starlette.keys).union(Differences.nginx.keys).subtracting(names) == [])
    }

    @Test(arguments: FileCase.recorded) fileprivate func `answer alike, but where we mean to differ`(peer: FileCase) async throws {
        let ours = try await peer.ask(client)
        for (name, differences) in [("starlette", Differences.starlette), ("nginx", Differences.nginx)] {
            let theirs = try #require(Answer(peer.fragment[name]))
            #expect((ours == theirs) == (differences[peer.name] == nil), "\(name): \(theirs), we: \(ours)")
        }
    }
}
