import Crypto
import Encoding
import HTTPCore
import Platform
import TestKit
import Testing

@testable import local_cloud

@Suite struct PageTests {
    private let fixture: CloudFixture
    private static let browser: Fields = [.accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"]

    init() throws { fixture = try CloudFixture() }

    @Test(arguments: ["/_faults", "/_mailbox", "/_telemetry"])
    func `a page may have the styles that it has, and no other`(path: String) async throws {
        let page = try await fixture.client.get(path, headers: Self.browser)
        let policy = try #require(page["Content-Security-Policy"])
        let styles = page.text.split(separator: "<style>").dropFirst().map { String($0[..<($0.firstRange(of: "</style>")?.lowerBound ?? $0.endIndex)]) }
        #expect(!styles.isEmpty)
        for style in styles { #expect(policy.contains("'sha256-\(Base64.encode(SHA256.hash(style)))'")) }
        #expect(policy.hasPrefix("default-src 'none'; ") && !policy.contains("unsafe") && policy.contains("form-action 'self'; frame-ancestors 'none'"))
        #expect(page["Cache-Control"] == "no-store")
        // Three links lead elsewhere, one is where we are.
        #expect(page.text.contains("<a href=\"\(path)\" aria-current=\"page\">") && page.text.contains("<a href=\"/redoc\">API</a>"))
    }

    @Test(arguments: [nil, "*/*", "application/json", "application/json, text/htmlx"])
    func `programs get JSON where people get a page`(accept: String?) async throws {
        let headers: Fields = accept.map { [.accept: $0] } ?? [:]
        for path in ["/_mailbox", "/_telemetry"] { #expect(try await fixture.client.get(path, headers: headers)["Content-Type"] == "application/json") }
    }

    @Test func `letters and notifications are shown as text`() throws {
        let letter = Mailbox.Letter(to: try #require(EmailAddress("hana@example.com")), subject: "A <code>", code: "123456", sentAt: UnixTime(seconds: 0))
        let notification = Mailbox.Notification(
            topic: "arn:aws:sns:us-east-1:000000000000:alerts", to: [], subject: nil, body: "5 < 6 & 7", sentAt: UnixTime(seconds: 60))
        let content = MailboxPage(letters: [letter], notifications: [notification]).page.content
        #expect(content.contains("<h3>A &lt;code&gt;</h3>") && content.contains("<strong>123456</strong>") && content.contains("hana@example.com"))
        #expect(content.contains("<h3>alerts</h3>") && content.contains("<p>5 &lt; 6 &amp; 7</p>") && content.contains("nobody has subscribed"))
        #expect(content.contains("<time datetime=\"1970-01-01T00:01:00Z\">"))
    }

    @Test func `exports are counted on their page`() async throws {
        let sink = TelemetrySink()
        sink.take(TelemetrySink.Export(signal: .traces, items: 3, bytes: 99, receivedAt: UnixTime(seconds: 0)))
        let content = TelemetryPage(sink: sink).page.content
        #expect(content.contains("<tr><td>traces</td><td>1</td><td>3 spans</td><td>99</td></tr>"))
        #expect(content.contains("<tr><td>1970-01-01T00:00:00Z</td><td>traces</td><td>3</td><td>99</td></tr>"))
    }
}
