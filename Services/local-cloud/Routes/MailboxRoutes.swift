import Encoding
import HTTPCore
import JSON
import Platform
import Web

/// `GET /_mailbox?to=…`: the letters of the user pool and the notifications of SNS that would have been sent, newest first, at most 50 of each. No part
/// of AWS: it stands in for people's inboxes. A page where HTML is wanted, else JSON.
struct MailboxRoutes: Sendable {
    let mailbox: Mailbox

    func register(on routes: inout RouteGroup) {
        let page: RouteGroup = routes.group("/_mailbox")
        page.use(OwnPagesOnly())
        page.get("", summary: "Letters with confirmation codes and notifications, to everybody or to one address", show)
    }

    func show(context: RequestContext) async throws -> Response {
        let wanted = try address(in: context.request.target)
        let letters = mailbox.letters(to: wanted), notifications = mailbox.notifications(to: wanted)
        if Page.isWanted(by: context.request) { return MailboxPage(letters: letters, notifications: notifications).page.response() }
        let document: JSONFragment = ["messages": .array(letters.map(\.document)), "notifications": .array(notifications.map(\.document))]
        return Response(
            fields: [.contentType: "application/json", .cacheControl: "no-store"], body: .bytes(JSON.encode(document)))
    }

    private static let unusable = HTTPError(.badRequest, type: "invalid-address", detail: "Give an e-mail address in `to`, or leave it out.")

    private func address(in target: RequestTarget) throws(HTTPError) -> EmailAddress? {
        guard let query = target.query else { return nil }
        guard let pairs = try? QueryString(parsing: query) else { throw Self.unusable }
        guard let text = pairs.values("to").first else { return nil }
        guard let address = EmailAddress(text) else { throw Self.unusable }
        return address
    }
}

extension Mailbox.Letter {
    fileprivate var document: JSONFragment {
        [
            "to": .string(to.text), "subject": .string(subject), "body": .string(body), "code": .string(code),
            "sent_at": .string(Timestamp(secondsSinceEpoch: sentAt.seconds).iso8601()),
        ]
    }
}

extension Mailbox.Notification {
    fileprivate var document: JSONFragment {
        [
            "topic": .string(topic), "to": .array(to.map { .string($0) }), "subject": subject.map { .string($0) } ?? .null, "body": .string(body),
            "sent_at": .string(Timestamp(secondsSinceEpoch: sentAt.seconds).iso8601()),
        ]
    }
}
