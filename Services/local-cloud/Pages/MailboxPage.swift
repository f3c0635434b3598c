import Encoding
import Platform

/// What would have been sent to people, as people read it: the newest letters and notifications first.
struct MailboxPage {
    var letters: [Mailbox.Letter]
    var notifications: [Mailbox.Notification]

    var page: Page {
        Page(
            place: .mailbox,
            content: """
                <h1>Mailbox</h1>
                <p class="lead">Nothing leaves this machine: the letters of the user pool and what SNS would have sent lie here until local-cloud ends.
                Programs get the same as JSON; <code>?to=</code> shows one address.</p>
                <h2>Letters</h2>
                \(Self.list(letters.map(Self.letter)))
                <h2>Notifications</h2>
                \(Self.list(notifications.map(Self.notification)))
                """)
    }

    private static func list(_ cards: [String]) -> String {
        cards.isEmpty ? "<p class=\"quiet\">None yet.</p>" : "<div class=\"cards\">\(cards.joined(separator: "\n"))</div>"
    }

    private static func letter(_ letter: Mailbox.Letter) -> String {
        let body = letter.text.map(XMLText.escaped) ?? "Your confirmation code is <strong>\(XMLText.escaped(letter.code))</strong>"
        return card(letter.subject, to: letter.to.text, at: letter.sentAt.seconds, body)
    }

    private static func notification(_ notification: Mailbox.Notification) -> String {
        let to = notification.to.isEmpty ? "nobody has subscribed" : notification.to.joined(separator: ", ")
        let topic = notification.topic.split(separator: ":").last.map(String.init) ?? notification.topic
        return card(notification.subject ?? topic, to: "\(topic): \(to)", at: notification.sentAt.seconds, XMLText.escaped(notification.body))
    }

    private static func card(_ title: String, to: String, at seconds: Int64, _ body: String) -> String {
        let moment = Timestamp(secondsSinceEpoch: seconds).iso8601()
        return """
            <article class="card"><h3>\(XMLText.escaped(title))</h3>
            <p class="quiet">\(XMLText.escaped(to)) · <time datetime="\(moment)">\(moment)</time></p>
            <p>\(body)</p></article>
            """
    }
}
