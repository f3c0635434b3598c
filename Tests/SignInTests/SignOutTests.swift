import HTTPCore
import Platform
import TestKit
import Testing
import Web

@testable import SignIn

@Suite(.timeLimit(.minutes(5))) struct `Signing out by a page` {
    private func signedIn(_ house: House, _ registry: (any SessionRegistry)? = nil) async throws -> Browser {
        try house.learner()
        let browser = Browser(try house.service(registry: registry))
        try await browser.signIn()
        return browser
    }

    /// Whether the page offers the button, and claims nothing.
    private func asks(_ page: TestResponse) -> Bool { page.text.contains("action=\"/logout\"") && !page.text.contains("You are signed out") }

    @Test func `with a form that is too old ends nothing and says so; its button signs out`() async throws {
        let browser = try await signedIn(try House())
        let refused = try await browser.submit("/logout", [], token: "old")
        #expect(refused.status == .forbidden && asks(refused) && refused.text.contains("send it once more"))
        #expect(try await browser.isSignedIn)
        let done = try await browser.submit("/logout", [], token: Browser.hiddenToken(in: refused.text))
        #expect(done.status == .ok && browser.session == nil)
        let page = try await browser.get("/signed-out", site: "same-origin")
        #expect(page.text.contains("You are signed out"))
    }

    @Test func `that another site leads to says nothing before strict cookies have come along`() async throws {
        let browser = Browser(try House().service())
        let led = try await browser.get("/logout", site: "cross-site")
        #expect(led.status == 303 && led[.location] == "/signed-out")
        let page = try await browser.get("/signed-out", site: "cross-site")
        #expect(page.status == .ok && page.fields["Refresh"] == "0; url=/signed-out" && !page.text.contains("You are signed out"))
    }

    @Test func `that a sibling sub-domain leads to is asked for first`() async throws {
        let browser = try await signedIn(try House())
        let led = try await browser.get("/logout", site: "same-site")
        #expect(led.status == 303 && led[.location] == "/signed-out")
        let page = try await browser.get("/signed-out", site: "same-site")
        #expect(page.status == .ok && asks(page))
        #expect(try await browser.isSignedIn)
    }

    @Test func `is not claimed while nobody can say who is signed in`() async throws {
        let house = try House(), registry = BrokenRegistry(house.registry)
        let browser = try await signedIn(house, registry)
        let token = try await browser.hiddenToken("/signed-out")
        house.clock.advance(by: RememberedSessions.memory)
        registry.failing.withLock { $0 = ["isOpen"] }
        let page = try await browser.get("/signed-out", site: "same-origin")
        #expect(page.status == .serviceUnavailable && asks(page))
        let answer = try await browser.submit("/logout", [], token: token)
        #expect(answer.status != 303 && asks(answer))
    }
}
