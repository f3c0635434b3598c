import Platform

/// What would have been sent by e-mail: kept in memory for developers, newest last, at most `capacity` letters.
final class Mailbox: Sendable {
    /// One letter.
    struct Letter: Sendable, Equatable {
        let to: EmailAddress
        let subject: String
        let code: String
        let sentAt: UnixTime
    }

    private let capacity: Int
    private let letters = Lock<[Letter]>([])

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
}
