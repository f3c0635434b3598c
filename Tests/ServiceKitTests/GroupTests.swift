import HTTPCore
import JSON
import ServiceKit
import TestKit
import Testing
import Web

@Suite struct `A group of learners` {
    private enum Editors: UserGroup { static let name = "editors" }
    private enum Admins: UserGroup { static let name = "admins" }

    private let tokens: Tokens
    private let client: TestClient

    init() throws {
        tokens = try Tokens()
        client = tokens.client { routes in
            routes.get("/input") { (editor: Member<Editors>) in Text(editor.user.id.text) }
            routes.get("/option", options: [.requires(group: Editors.self)]) { (user: CurrentUser) in Text(user.id.text) }
            routes.get("/optional") { (editor: Member<Editors>?) in Text(editor?.user.id.text ?? "nobody") }
            routes.group("/both", options: [.requires(group: Editors.self)]) { routes in
                routes.get("", options: [.requires(group: Admins.self)]) { () in NoContent() }
            }
        }
    }

    private func get(_ path: String, _ groups: [String]?) async throws -> TestResponse {
        try await client.get(path, headers: groups == nil ? [:] : [.authorization: "Bearer \(try tokens.token(groups: groups!))"])
    }

    @Test(arguments: ["/input", "/option", "/optional"]) func `lets its members in`(path: String) async throws {
        let response = try await get(path, ["teachers", "editors"])
        #expect(response.status == .ok && response.text == Tokens.subject)
    }

    @Test(arguments: ["/input", "/option", "/optional"], [[], ["Editors"], ["editor"], ["editors2", "x editors"]])
    func `keeps others out`(path: String, groups: [String]) async throws {
        let response = try await get(path, groups)
        #expect(response.status == .forbidden && response.text.contains(#""type":"not-in-group""#) && response.text.contains("“editors”"))
    }

    @Test func `is asked for after the token`() async throws {
        for path in ["/input", "/option", "/both"] { #expect(try await get(path, nil).status == .unauthorized) }
        #expect(try await get("/optional", nil).text == "nobody")
    }

    @Test func `of a path and one of a route within are both asked for`() async throws {
        for groups in [["editors"], ["admins"]] { #expect(try await get("/both", groups).status == .forbidden) }
        #expect(try await get("/both", ["admins", "editors"]).status == .noContent)
    }

    @Test func `documents itself`() async throws {
        let paths = try JSON.parse(try await client.get("/openapi.json").body)["paths"]
        for path in ["/input", "/option"] {
            let operation = paths?[path]?["get"]
            #expect(operation?["security"] == [["cognito": []]])
            #expect(operation?["responses"]?["403"]?["description"]?.stringValue == "Not in the group “editors”")
            #expect(operation?["responses"]?["401"] != nil)
        }
        #expect(paths?["/optional"]?["get"]?["security"] == [["cognito": []], [:]])
        #expect(paths?["/both"]?["get"]?["responses"]?["403"]?["description"]?.stringValue == "Not in the group “editors”; Not in the group “admins”")
    }
}
