import HTTPCore
import JSON
import TestKit
import Testing
import Web

private struct Listing: JSONObject {
    var page: Int, tag: String?, ids: [Int], kinds: [String]?, note: String
    static let json = Object(
        "Listing", { Self(page: $0, tag: $1, ids: $2, kinds: $3, note: $4) }, Field("page", \.page, default: 1), Field("tag", \.tag),
        Field("id", \.ids, .count(...3), default: [1]), Field("kind", \.kinds), Field("the note", \.note, default: "none"))
}

private struct Strict: JSONObject {
    var page: Int
    static let json = Object("Strict", { Self(page: $0) }, Field("page", \.page, default: 1), unknownFields: .refuse)
}

private struct Accepted: JSONObject {
    var languages: [String], limit: Int?
    static let json = Object(
        "Accepted", { Self(languages: $0, limit: $1) }, Field("accept-language", \.languages, default: []), Field("x-limit", \.limit, .range(1...9)))
}

private let client = TestClient(
    Application { routes in
        routes.get("/list") { (query: Query<Listing>) in query.value }
        routes.get("/strict") { (query: Query<Strict>) in query.value }
        routes.get("/headers") { (header: Header<Accepted>) in header.value }
        routes.get("/cookies") { (cookie: Cookie<Session>) in cookie.value }
        routes.get("/plain") { () in NoContent() }
    })

/// The ways to the problems of a 422.
func problemPlaces(_ response: TestResponse) throws -> [JSONFragment] {
    #expect(response.status == .unprocessableContent)
    return try (try JSON.parse(response.body))["detail"]?.arrayValue?.map { try #require($0["loc"]) } ?? []
}

@Suite struct `Query parameters` {
    @Test(arguments: ["", "?", "?&&", "?other=1"])
    func `that are absent have their defaults, and optional ones are null`(query: String) async throws {
        #expect(try await client.get("/list\(query)").text == #"{"page":1,"tag":null,"id":[1],"kind":null,"the note":"none"}"#)
    }

    @Test(arguments: [
        ("page=2&page=3", #""page":3"#), ("tag=a&tag=b", #""tag":"b""#), ("tag=", #""tag":"""#), ("tag", #""tag":"""#), ("tag=a=b", #""tag":"a=b""#),
        ("id=7&page=2&id=8&id=8", #""id":[7,8,8]"#), ("kind=a", #""kind":["a"]"#), ("tag=a+b%2Bc", #""tag":"a b+c""#), ("t%61g=%E7%8C%AB", #""tag":"猫""#),
        ("the+note=x", #""the note":"x""#), ("the%20note=y", #""the note":"y""#), ("tag=a%26page%3D9", #""tag":"a&page=9""#), ("Tag=a", #""tag":null"#),
    ])
    func `are decoded, the last one counts, and lists take them all`(query: String, part: String) async throws {
        let response = try await client.get("/list?\(query)")
        #expect(response.status == .ok && response.text.contains(part), "\(response.text)")
    }

    @Test func `of a list are each checked, and so is their number`() async throws {
        #expect(try problemPlaces(try await client.get("/list?id=1&id=x&id=y")) == [["query", "id", 1], ["query", "id", 2]])
        #expect(try problemPlaces(try await client.get("/list?id=1&id=2&id=3&id=4")) == [["query", "id"]])
    }

    @Test(arguments: ["tag=%", "tag=%4", "tag=%zz", "%zz=1", "tag=%ff", "other=%C3", "page=x&tag=%"])
    func `with a broken percent sequence or bytes that are not UTF-8 are 400`(query: String) async throws {
        let response = try await client.get("/list?\(query)")
        #expect(response.status == .badRequest && response.text.contains(#""type":"bad-query""#))
    }

    @Test func `may be 1,000 and not one more`() async throws {
        let many = String(repeating: "a&", count: 999)
        #expect(try await client.get("/list?\(many)page=9").text.contains(#""page":9"#))
        let response = try await client.get("/list?\(many)a&page=9")
        #expect(response.status == .badRequest && response.text.contains("at most 1000"))
    }

    @Test func `that nobody asks for are not even read`() async throws {
        #expect(try await client.get("/plain?%zz").status == .noContent)
    }

    @Test func `that no field names are refused where that is declared`() async throws {
        #expect(try await client.get("/strict?page=2").text == #"{"page":2}"#)
        let response = try await client.get("/strict?page=x&pgae=3")
        #expect(try problemPlaces(response) == [["query", "page"], ["query", "pgae"]])
        #expect(response.text.contains(#""type":"extra_forbidden""#))
    }
}

@Suite struct `Header parameters` {
    @Test func `that are absent have their defaults`() async throws {
        #expect(try await client.get("/headers").text == #"{"accept-language":[],"x-limit":null}"#)
    }

    @Test func `are found in any case, and a list takes every line`() async throws {
        let response = try await client.get("/headers", headers: ["ACCEPT-Language": "ja", "X-LIMIT": "7", "accept-language": "en"])
        #expect(response.text == #"{"accept-language":["ja","en"],"x-limit":7}"#)
    }

    @Test(arguments: ["x", "0", "10", "", "1, 2"]) func `that break a rule are told with their name`(value: String) async throws {
        #expect(try problemPlaces(try await client.get("/headers", headers: ["X-Limit": value])) == [["header", "x-limit"]])
    }
}

@Suite struct `Cookies` {
    @Test(arguments: [
        ("sid=abc", "abc"), ("a=b; sid=abc; c=d", "abc"), ("a=b;sid=abc", "abc"), ("sid=a=b", "a=b"), (#"sid="q""#, #"\"q\""#), ("sid=", ""),
        ("sid=first; sid=last", "last"), ("xsid=no; sid=abc", "abc"), ("a=\u{602}; sid=abc", "abc"), ("a=b\u{37E} sid=no; sid=abc", "abc"),
    ])
    func `are read by their name`(line: String, value: String) async throws {
        #expect(try await client.get("/cookies", headers: [.cookie: line]).text == #"{"sid":"\#(value)"}"#)
    }

    @Test(arguments: ["", "sid", "SID=x", "a=sid=x", "a=b\u{37E} sid=x"]) func `that are not there are a problem`(line: String) async throws {
        #expect(try problemPlaces(try await client.get("/cookies", headers: [.cookie: line])) == [["cookie", "sid"]])
    }
}
