import DesignSystem
import HTTPCore
import TestKit
import Testing
import Web

@Suite struct `Style, scripts and icon` {
    private let client = TestClient(
        Application { routes in
            routes.use(ContentCompression())
            HouseAssets().register(on: routes)
        })

    /// Addresses in the attributes of a page, and in the imports of a module.
    private func addresses(in text: String) -> Set<String> {
        Set(
            text.split(separator: "\"").map(String.init).compactMap { part in
                part.hasPrefix("/assets/house/") ? part : part.hasPrefix("./") ? "/assets/house" + part.dropFirst() : nil
            })
    }

    @Test(arguments: [
        DoorPage(.signIn, product: .haiku, language: .english).response().text,
        AccountPage(of: AccountHolder(email: "m@example.jp"), product: .haiku, language: .english).response().text,
    ])
    func `all that a page loads is there, under names that tell the content, to be kept for good`(page: String) async throws {
        var wanted = addresses(in: page), seen: Set<String> = []
        #expect(wanted.count > 4)
        while let address = wanted.popFirst() {
            guard seen.insert(address).inserted else { continue }
            let answer = try await client.get(address)
            #expect(answer.status == .ok && answer.fields[.cacheControl] == "public, max-age=31536000, immutable", "\(address)")
            #expect(address.wholeMatch(of: #/\/assets\/house\/[a-z]+-[0-9a-f]{16}\.(css|js|svg)/#) != nil)
            if address.hasSuffix(".js") { wanted.formUnion(addresses(in: answer.text)) }
        }
    }

    @Test func `a module is asked for at once with what it imports`() async throws {
        let page = DoorPage(.signIn, product: .haiku, language: .english).response().text
        for address in addresses(in: page) where address.hasSuffix(".js") {
            #expect(addresses(in: try await client.get(address).text).isSubset(of: addresses(in: page)))
        }
    }

    @Test func `they are compressed for those who take it`() async throws {
        let page = DoorPage(.signIn, product: .haiku, language: .english).response().text
        let style = try #require(addresses(in: page).first { $0.hasSuffix(".css") })
        let answer = try await client.get(style, headers: [.acceptEncoding: "br"])
        #expect(answer.fields[.contentEncoding] == "br")
        #expect(answer.fields[.contentType] == "text/css; charset=utf-8")
    }

    @Test(arguments: [("", 303, "Location"), ("1", 204, "X-Location")])
    func `after a form a browser is sent on, and a script told where`(script: String, status: Int, field: String) throws {
        var request = Request(method: .post, target: try RequestTarget(parsing: "/login"), fields: [:])
        if !script.isEmpty { request.fields.append("X-House-Form", script) }
        let answer = DoorPage.redirect(to: "/words", answering: request)
        #expect(answer.status == Status(status))
        #expect(answer.fields[.location] ?? answer.fields["X-Location"] == "/words")
        #expect(answer.fields.contains(FieldName(field)) && answer.fields[.cacheControl] == "no-store")
    }
}
