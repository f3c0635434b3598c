import Platform

/// What would have been sent by e-mail: kept in memory for developers, newest last, at most `capacity` letters, and as many notifications.
final class Mailbox: Sendable {
    /// One letter.
    struct Letter: Sendable, Equatable {
        let to: EmailAddress
        let subject: String
        /// Empty where there is none.
        let code: String
        let sentAt: UnixTime
        /// What it says, where that is not its code.
        var text: String?

        /// What people read.
        var body: String { text ?? "Your confirmation code is \(code)" }
    }

    /// What was published to a topic of SNS.
    struct Notification: Sendable, Equatable {
        let topic: String
        /// The e-mail addresses that have subscribed.
        let to: [String]
        let subject: String?
        let body: String
        let sentAt: UnixTime
    }

    private let capacity: Int
    private let letters = Lock<[Letter]>([])
    private let notifications = Lock<[Notification]>([])

    /// An empty mailbox; the oldest letters make room for new ones.
    init(capacity: Int = 1_000) { self.capacity = capacity }

    /// Puts a letter in.
    func deliver(_ letter: Letter) {
        letters.withLock { letters in
            letters.append(letter)
            if letters.count > capacity { letters.removeFirst(letters.count - capacity) }
        }
    }

    /// The newest letters first, to everybody or to one address.
    func letters(to address: EmailAddress? = nil, limit: Int = 50) -> [Letter] {
        let all = letters.withLock { $0 }
        return Array(all.reversed().lazy.filter { address == nil || $0.to == address }.prefix(limit))
    }

    /// Puts a notification in.
    func deliver(_ notification: Notification) {
        notifications.withLock { notifications in
            notifications.append(notification)
            if notifications.count > capacity { notifications.removeFirst(notifications.count - capacity) }
        }
    }

    /// The newest notifications first, all or those one address gets.
    func notifications(to address: EmailAddress? = nil, limit: Int = 50) -> [Notification] {
        let all = notifications.withLock { $0 }
        return Array(all.reversed().lazy.filter { address == nil || $0.to.contains { EmailAddress($0) == address } }.prefix(limit))
    }
}
