import Crypto
import Encoding
import HTTPCore
import JSON
import Platform
import Web

/// The cookies of a session: the sealed session itself, which all our hosts share, and for each host the seat of the learner who was here last.
///
/// A page on a sub-domain of ours that is not ours could plant a session cookie for the whole domain (cookie tossing), its owner's own and so well
/// sealed. The seat is for one host alone and cannot be planted: a session of somebody else than who sits here does not count.
struct SessionCookies: Sendable {
    let policy: LearnerSessionPolicy
    private let keys: SealingKeys
    private let seats: SealedCookie
    private let clock: any WallClock

    init(policy: LearnerSessionPolicy, keys: SealingKeys, clock: any WallClock) {
        self.policy = policy
        self.keys = keys
        seats = SealedCookie("seat", lifetime: .seconds(90 * 86_400), sameSite: .strict, policy: policy, keys: keys)
        self.clock = clock
    }

    /// What the cookies of a request say.
    enum Found: Equatable {
        case nobody
        case session(SignedInSession, isSeated: Bool)
        /// There was a session, and its time is over.
        case over(subject: String)
        /// A good session of somebody else than who sits here, or several people's.
        case planted
    }

    func find(in context: RequestContext) -> Found {
        let sessions = context.cookies(policy.sessionName).prefix(Self.maximumTried).compactMap(open)
        guard let newest = sessions.max(by: { $0.seenAt < $1.seenAt }) else { return .nobody }
        let seat = seats.values(in: context).first.map { String(decoding: $0, as: UTF8.self) }
        guard Set(sessions.map(\.subject)).count == 1, seat == nil || seat == newest.subject else { return .planted }
        return newest.isOver(policy, at: clock.now()) ? .over(subject: newest.subject) : .session(newest, isSeated: seat != nil)
    }

    /// Sets the session's cookie, and the seat's where it is new.
    func send(_ session: SignedInSession, takingSeat: Bool, to fields: inout Fields) throws {
        let text = try keys.seal(JSON.encode(session), for: sessionPurpose)
        let left = session.idleEnd(policy) - Int(clock.now().seconds)
        fields.setCookie(
            try SetCookie(
                policy.sessionName, text, domain: policy.domain, lifetime: .seconds(left), isSecure: policy.isSecure, sameSite: .strict))
        if takingSeat { try seats.keep(Array(session.subject.utf8), &fields) }
    }

    /// Forgets the session and the seat.
    func clear(_ fields: inout Fields) throws {
        fields.setCookie(try SetCookie(policy.sessionName, "", domain: policy.domain, lifetime: .zero, isSecure: policy.isSecure, sameSite: .strict))
        try seats.forget(&fields)
    }

    private func open(_ text: String) -> SignedInSession? {
        keys.open(text, for: sessionPurpose).flatMap { try? SignedInSession.decode(json: $0) }
    }

    private var sessionPurpose: String { "session \(policy.sessionName)" }

    /// Others may plant many; opening one costs a microsecond.
    private static let maximumTried = 8
}
