import HTTPCore
import TestKit
import Testing
import Web

@Suite struct `Members` {
    @Test(arguments: TestClient.Medium.allCases) func `see their words`(medium: TestClient.Medium) async throws {
        let application = membersOnly(Accounts(byToken: [:])).overriding(Member.self) { _ in Member(name: "花子") }
        try await TestClient.with(application, over: medium) { client in
            let answer = try await client.get("/words")
            #expect(answer.status == .ok && answer.text == "the words of 花子")
        }
    }

    @Test func `have other accounts here`() async throws {
        let application = membersOnly(Accounts(byToken: [:])).providing(Accounts(byToken: ["t": ("太郎", [])]))
        #expect(try await TestClient(application, headers: [.authorization: "Bearer t"]).get("/hello").text == "Hello, 太郎")
    }
}
