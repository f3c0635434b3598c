import Platform

/// Who has signed out, for as long as a token from before may live. A value without I/O.
///
/// Two generations, as in the cache: at most 20,000 sign-outs; in a flood of them the oldest are forgotten first.
struct SignOuts {
    private static let generationLimit = 10_000

    private struct Generation {
        var origins: Set<String> = []
        /// Since when, in seconds from 1970, by user.
        var subjects: [String: Int64] = [:]
        var began: Int64

        var count: Int { origins.count + subjects.count }
    }

    private let lifetime: Int64
    private var young = Generation(began: .min)
    private var old = Generation(began: .min)

    /// - Parameter lifetime: the longest life of a token, in seconds.
    init(lifetime: Int64) { self.lifetime = lifetime }

    /// Whether the token's bearer has signed out since it was issued.
    func concern(_ token: VerifiedToken) -> Bool {
        if young.count + old.count == 0 { return false }
        let isOver = { (generation: Generation) in
            generation.origins.contains(token.signInID) || generation.subjects[token.subject].map { token.issuedAt.seconds < $0 } ?? false
        }
        return isOver(young) || isOver(old)
    }

    /// A sign-in that is over.
    mutating func add(originID: String, at now: Int64) {
        turn(at: now)
        young.origins.insert(originID)
    }

    /// A user all of whose sign-ins are over.
    mutating func add(subject: String, at now: Int64) {
        turn(at: now)
        young.subjects[subject] = now
    }

    /// The old generation is dropped when the youngest in it is older than any token, or for want of room.
    private mutating func turn(at now: Int64) {
        guard young.count == 0 || young.count >= Self.generationLimit || now - young.began >= lifetime else { return }
        old = young
        young = Generation(began: now)
    }
}

extension VerifiedToken {
    /// Which sign-in it comes from; a token without `origin_jti` stands for itself.
    var signInID: String { originID ?? tokenID }
}
