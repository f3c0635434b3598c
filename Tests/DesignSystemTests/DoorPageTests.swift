import DesignSystem
import HTTPCore
import TestKit
import Testing

@Suite struct `Pages at the door` {
    private func page(_ step: DoorPage.Step, _ language: Language = .english, _ change: (inout DoorPage) -> Void = { _ in }) throws -> [Element] {
        var page = DoorPage(step, product: .langPortal, language: language)
        change(&page)
        return try #require(elements(of: page.response().text))
    }

    private func input(_ name: String, in page: [Element]) -> Element? { page.first { $0.name == "input" && $0["name"] == name } }

    @Test(arguments: [
        (DoorPage.Step.signIn, ["email": "username", "password": "current-password"]),
        (.register, ["given_name": "given-name", "family_name": "family-name", "email": "username", "password": "new-password"]),
        (.confirm, ["email": "email", "code": "one-time-code"]), (.forgotPassword, ["email": "email"]),
        (.resetPassword, ["email": "username", "code": "one-time-code", "new_password": "new-password"]), (.signedOut, [:]),
    ])
    func `password managers are told what each field is`(step: DoorPage.Step, expected: [String: String]) throws {
        let inputs = try page(step).filter { $0.name == "input" }
        #expect(Dictionary(uniqueKeysWithValues: inputs.map { ($0["name"] ?? "", $0["autocomplete"] ?? "") }) == expected)
    }

    @Test(arguments: DoorPage.Step.allCases)
    func `the shared page is offered where one signs in or registers`(step: DoorPage.Step) throws {
        let isOffered = try page(step) { $0.otherWayIn = "/api/auth/authorize?next=%2F" }.contains { $0["href"] == "/api/auth/authorize?next=%2F" }
        #expect(isOffered == (step == .signIn || step == .register))
    }

    @Test func `in Japanese the family name comes first`() throws {
        let names = { (language: Language) in try page(.register, language).compactMap { $0.name == "input" ? $0["name"] : nil }.prefix(2) }
        #expect(try names(.english) == ["given_name", "family_name"])
        #expect(try names(.japanese) == ["family_name", "given_name"])
    }

    @Test(arguments: DoorPage.Step.allCases)
    func `links and the form keep the query, the form goes to the page's own path`(step: DoorPage.Step) throws {
        let found = try page(step) { $0.query = "?next=%2Fwords&lang=en" }
        let targets = found.compactMap { $0.name == "a" ? $0["href"] : $0.name == "form" ? $0["action"] : nil }.filter { $0.hasPrefix("/") }
        #expect(!targets.isEmpty && targets.allSatisfy { $0.hasSuffix("?next=%2Fwords&amp;lang=en") || $0.hasSuffix("?next=%2Fwords&amp;lang=ja") })
        #expect(found.first { $0.name == "a" && $0["hreflang"] != nil }?["href"] == "\(DoorPaths.own[step])?next=%2Fwords&amp;lang=ja")
        if step != .signedOut { #expect(found.filter { $0.name == "form" }.map { $0["action"] } == ["\(DoorPaths.own[step])?next=%2Fwords&amp;lang=en"]) }
    }

    @Test func `a problem stands beside its field, which has the focus, and the title says it first`() throws {
        let found = try page(.register) {
            $0.values = [.email: "mai@"]
            $0.problems = [DoorProblem(field: .email, message: .emailMalformed)]
        }
        let email = try #require(input("email", in: found))
        #expect(email["aria-invalid"] == "true" && email["aria-describedby"] == "email-error" && email["autofocus"] != nil && email["value"] == "mai@")
        #expect(found.contains { $0["id"] == "email-error" && $0["class"] == "error" })
        #expect(found.count { $0["aria-invalid"] != nil } == 1)
        #expect(!found.contains { $0["role"] == "alert" }, "one problem beside its field needs no list")
        var page = DoorPage(.register, product: .langPortal, language: .japanese)
        page.problems = [DoorProblem(field: .email, message: .missing)]
        #expect(page.response().text.contains("<title>エラー：アカウント作成 – Lang Portal</title>"))
    }

    @Test func `from two problems on a list leads to each, and the first in the page's order has the focus`() throws {
        let found = try page(.register) {
            $0.problems = [DoorProblem(field: .password, message: .missing), DoorProblem(field: .familyName, message: .missing)]
        }
        let links = found.compactMap { $0.name == "a" ? $0["href"] : nil }.filter { $0.hasPrefix("#") && $0 != "#main" }
        #expect(links == ["#family-name", "#password"])
        #expect(found.first { $0["autofocus"] != nil }?["id"] == "family-name")
    }

    @Test func `a refused pair begins at the password, any other problem of the whole form at its words`() throws {
        #expect(try page(.signIn) { $0.problems = [DoorProblem(message: .wrongPassword)] }.first { $0["autofocus"] != nil }?["id"] == "password")
        #expect(try page(.signIn) { $0.problems = [DoorProblem(message: .unavailable)] }.first { $0["autofocus"] != nil }?["role"] == "alert")
    }

    @Test func `a problem of a field that the page does not show is not lost`() {
        var page = DoorPage(.forgotPassword, product: .haiku, language: .english)
        page.problems = [DoorProblem(field: .code, message: .codeRefused)]
        #expect(page.response().text.contains("This code is wrong or too old."))
    }

    @Test func `a known address goes along unseen where its code is asked for, until there is something wrong with it`() throws {
        #expect(input("email", in: try page(.confirm) { $0.values = [.email: "mai@example.jp"] })?["type"] == "hidden")
        let broken = try page(.confirm) {
            $0.values = [.email: "mai"]
            $0.problems = [DoorProblem(field: .email, message: .emailMalformed)]
        }
        #expect(input("email", in: broken)?["type"] == "email")
    }

    @Test func `rules that the password broke are told one by one, those it kept too`() throws {
        let found = try page(.resetPassword) { $0.problems = [DoorProblem(field: .newPassword, message: .passwordTooWeak([.uppercase, .symbol]))] }
        let states = found.filter { $0["data-rule"] != nil }.map { [$0["data-rule"], $0["data-state"]] }
        #expect(states == [["length", "kept"], ["lowercase", "kept"], ["uppercase", "broken"], ["number", "kept"], ["symbol", "broken"]])
        #expect(try page(.resetPassword).contains { $0["data-rule"] != nil && $0["data-state"] == nil })
        #expect(input("new_password", in: found)?["aria-describedby"] == "new-password-error new-password-rules")
    }

    @Test(arguments: [(0, "1"), (20, "20"), (300, "300")])
    func `too many attempts say when to come back, to people and to programs`(seconds: Int, field: String) {
        var page = DoorPage(.signIn, product: .haiku, language: .english)
        page.problems = [DoorProblem(message: .tooManyAttempts(retryAfterSeconds: seconds))]
        #expect(page.response(status: .tooManyRequests).fields.all(.retryAfter) == [field])
    }

    @Test(arguments: [(1, "1 second."), (89, "89 seconds."), (90, "2 minutes."), (120, "2 minutes."), (121, "3 minutes.")])
    func `a pause is told in units that people count in`(seconds: Int, ending: String) {
        var page = DoorPage(.signIn, product: .haiku, language: .english)
        page.problems = [DoorProblem(message: .tooManyAttempts(retryAfterSeconds: seconds))]
        #expect(page.response().text.contains("Try again in \(ending)"))
    }
}
