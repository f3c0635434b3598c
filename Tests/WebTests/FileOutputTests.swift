import HTTPCore
import JSON
import Platform
import TestKit
import Testing

@testable import Web

private let pool = BlockingPool(label: "file-output", threads: 1, queueLimit: 100)

private func client(_ folder: TemporaryFolder, _ disposition: FileOutput.Disposition = .attachment("report.csv")) -> TestClient {
    let files = Folder(folder.path)
    return TestClient(
        Application { routes in
            routes.get("/{path...}", summary: "A file") { (context: RequestContext) in
                try await FileOutput.open(try context.parameter("path"), in: files, on: pool, disposition: disposition)
            }
        })
}

@Suite struct `A file as output` {
    private let folder = TemporaryFolder()

    init() { folder.write("a,b\n1,2\n", to: "2026/report.csv", modifiedAt: 1_700_000_000) }

    @Test func `is a download with a name`() async throws {
        let answer = try await client(folder).get("/2026/report.csv")
        #expect(answer.text == "a,b\n1,2\n" && answer[.contentType] == "text/csv; charset=utf-8")
        #expect(answer[.contentDisposition] == #"attachment; filename="report.csv""# && answer[.cacheControl] == "private, no-cache")
    }

    @Test func `may be shown`() async throws {
        let answer = try await client(folder, .inline).get("/2026/report.csv")
        #expect(answer[.contentDisposition] == nil && answer[.contentType] == "text/csv; charset=utf-8")
    }

    @Test func `honours conditions and ranges`() async throws {
        let client = client(folder), tag = try #require(try await client.get("/2026/report.csv")[.etag])
        #expect(try await client.get("/2026/report.csv", headers: [.ifNoneMatch: tag]).status == .notModified)
        #expect(try await client.get("/2026/report.csv", headers: [.ifMatch: "\"x\""]).status == 412)
        let part = try await client.get("/2026/report.csv", headers: [.range: "bytes=4-6"])
        #expect(part.status == 206 && part.text == "1,2" && part[.contentRange] == "bytes 4-6/8")
        #expect(try await client.get("/2026/report.csv", headers: [.range: "bytes=8-"]).status == 416)
    }

    @Test(arguments: ["/nothing.csv", "/2026", "/../etc/passwd", "/2026/../../../etc/passwd"]) func `is below its folder, or is not there`(
        target: String
    ) async throws {
        #expect(try await client(folder).get(target).status == .notFound)
    }

    @Test(arguments: [
        ("a b.txt", #"attachment; filename="a b.txt""#), ("単語.csv", #"attachment; filename="__.csv"; filename*=UTF-8''%E5%8D%98%E8%AA%9E.csv"#),
        ("a\"b.txt", #"attachment; filename="a_b.txt"; filename*=UTF-8''a%22b.txt"#), ("../../x\\y", #"attachment; filename=".._.._x_y""#),
        ("a\r\nSet-Cookie: x", #"attachment; filename="a__Set-Cookie: x""#), ("50%.txt", #"attachment; filename="50_.txt"; filename*=UTF-8''50%25.txt"#),
        ("a\u{202E}txt.exe", #"attachment; filename="a_txt.exe""#),
    ])
    func `has a name of any characters (RFC 6266, RFC 8187)`(name: String, field: String) {
        #expect(FileOutput.attachment(name) == field)
    }

    @Test func `is described with all it may answer`() async throws {
        let document = try JSON.parse(try await client(folder).get("/openapi.json").body)
        let responses = try #require(document["paths"]?["/{path}"]?["get"]?["responses"])
        #expect(responses["200"]?["content"]?["application/octet-stream"] != nil)
        #expect(responses["206"]?["description"] != nil && responses["206"]?["content"] == nil && responses["304"]?["content"] == nil)
        #expect(responses["412"]?["content"]?["application/json"] != nil && responses["416"] != nil)
    }
}

@Suite struct `A redirect` {
    private static func answer(_ redirect: @escaping @Sendable () -> Redirect) async throws -> TestResponse {
        try await TestClient(Application { $0.get("/") { () in redirect() } }).get("/", headers: [.host: "words.example:8080"])
    }

    @Test func `has the status that was asked for`() async throws {
        #expect(try await Self.answer { Redirect(to: "/a") }.status == 307)
        #expect(try await Self.answer { .seeOther("/a") }.status == 303)
        #expect(try await Self.answer { .permanent("/a") }.status == 308)
        #expect(try await Self.answer { Redirect(to: "/a", status: 302) }.status == 302)
        let declared = Application { $0.get("/", status: 301) { () in Redirect(to: "/a") } }
        #expect(try await TestClient(declared).get("/").status == 301)
    }

    @Test(arguments: [
        ("/words?page=2#top", "/words?page=2#top"), ("words", "words"), ("?page=2", "?page=2"), ("./a:b", "./a:b"), ("/単語", "/%E5%8D%98%E8%AA%9E"),
        ("/a b\"<>", "/a%20b%22%3C%3E"), ("/a%20b", "/a%20b"), ("/a\\b", "/a%5Cb"), ("/a\r\nX: y", "/a%0D%0AX:%20y"), ("/\t/evil.example", "/%09/evil.example"),
        ("http://words.example:8080/a", "http://words.example:8080/a"), ("https://WORDS.example:8080", "https://WORDS.example:8080"),
        ("/a?next=http://b", "/a?next=http://b"),
        ("", ""),
    ])
    func `leads anywhere on this site`(location: String, sent: String) async throws {
        let answer = try await Self.answer { Redirect(to: location) }
        #expect(answer.status == 307 && answer[.location] == sent)
    }

    @Test(arguments: [
        "//evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "https://evil.example", "http:evil.example", "https:/evil.example",
        "HTTPS://evil.example",
        "javascript:alert(1)", " javascript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html,x", "https://words.example:8080@evil.example",
        "https://words.example:8080\\@evil.example", "https://words.example", "https://words.example:8080.evil.example", "mailto:a@b",
    ])
    func `does not lead to another site`(location: String) async throws {
        let answer = try await Self.answer { Redirect(to: location) }
        #expect(answer.status == .badRequest && answer.text.contains("foreign-redirect") && answer[.location] == nil)
    }

    @Test func `may lead to origins that are named, or anywhere`() async throws {
        let login = Redirect.Reach.origins(["https://login.example.com"])
        #expect(try await Self.answer { Redirect(to: "https://Login.example.com/authorize?x=1", reach: login) }.status == 307)
        #expect(try await Self.answer { Redirect(to: "http://login.example.com/", reach: login) }.status == .badRequest)
        #expect(try await Self.answer { Redirect(to: "https://login.example.com:444/", reach: login) }.status == .badRequest)
        #expect(try await Self.answer { Redirect(to: "//evil.example", reach: login) }.status == .badRequest)
        #expect(try await Self.answer { Redirect(to: "/own", reach: login) }.status == 307)
        #expect(try await Self.answer { Redirect(to: "https://anywhere.example", reach: .anywhere) }.status == 307)
    }

    @Test func `is described with its field`() async throws {
        let application = Application { $0.get("/go", status: 303) { () in Redirect(to: "/a") } }
        let document = try JSON.parse(try await TestClient(application).get("/openapi.json").body)
        let responses = document["paths"]?["/go"]?["get"]?["responses"]
        #expect(responses?["303"]?["headers"]?["Location"] != nil && responses?["303"]?["content"] == nil && responses?["200"] == nil)
    }
}

@Suite struct `A stream as output` {
    private static func rows(_ writer: any ResponseBodyWriter) async throws {
        for row in ["a,b\n", "1,2\n"] { try await writer.write(Array(row.utf8)) }
    }

    private let application = Application { routes in
        routes.get("/rows") { () in StreamingOutput<CSVStream>(fields: [.cacheControl: "no-store"], produce: Self.rows) }
        routes.get("/sized") { () in StreamingOutput<BinaryStream>(lengthBytes: 8, produce: Self.rows) }
    }

    @Test(arguments: TestClient.Medium.allCases) func `has a type and is written piece by piece`(medium: TestClient.Medium) async throws {
        try await TestClient.with(application, over: medium) { client in
            let answer = try await client.get("/rows")
            #expect(answer.text == "a,b\n1,2\n" && answer[.contentType] == "text/csv; charset=utf-8" && answer[.cacheControl] == "no-store")
            #expect(try await client.get("/sized")[.contentType] == "application/octet-stream")
        }
    }

    @Test func `is described with its type`() async throws {
        let document = try JSON.parse(try await TestClient(application).get("/openapi.json").body)
        #expect(document["paths"]?["/rows"]?["get"]?["responses"]?["200"]?["content"]?["text/csv"] != nil)
    }
}
