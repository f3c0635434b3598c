import Crypto
import Encoding
import HTTPCore
import JSON
import Platform
import Web

/// The cookies of a session: the sealed session itself, which all our hosts share, and for each host the seat of the learner who was here last.
///
/// A page on a sub-domain of ours that is not ours could plant a session cookie for the whole domain (cookie tossing), its owner's own and so well
/// sealed. The seat is for one host alone and cannot be planted: a session of somebody else than who sits here does not count, and however many are
/// planted beside the learner's own, it is found.
struct SessionCookies: Sendable {
    let policy: LearnerSessionPolicy
    private let keys: SealingKeys
    private let seats: SealedCookie
    private let clock: any WallClock

    init(policy: LearnerSessionPolicy, keys: SealingKeys, clock: any WallClock) {
        self.policy = policy
        self.keys = keys
        seats = SealedCookie("seat", lifetime: policy.lifetime, sameSite: .strict, policy: policy, keys: keys)
        self.clock = clock
    }

    /// What the cookies of a request say.
    enum Found: Equatable {
        case nobody
        /// Somebody's, beside whose there may be good ones of others that do not count.
        case session(SignedInSession, isSeated: Bool, isBesideOthers: Bool)
        /// There was a session, and its time is over.
        case over(subject: String)
        /// Good sessions, all of somebody else than who sits here; or several people's where nobody sits.
        case planted
    }

    func find(in context: RequestContext) -> Found {
        let sessions = candidates(in: context).compactMap(open)
        let seat = seats.values(in: context).first.map { String(decoding: $0, as: UTF8.self) }
        let counting = seat.map { seat in sessions.filter { $0.subject == seat } } ?? sessions
        guard let newest = counting.max(by: { $0.seenAt < $1.seenAt }) else { return sessions.isEmpty ? .nobody : .planted }
        guard counting.allSatisfy({ $0.subject == newest.subject }) else { return .planted }
        guard !newest.isOver(policy, at: clock.now()) else { return .over(subject: newest.subject) }
        return .session(newest, isSeated: seat != nil, isBesideOthers: counting.count < sessions.count)
    }

    /// Sets the session's cookie, and the seat's where it is new.
    func send(_ session: SignedInSession, takingSeat: Bool, to fields: inout Fields) throws {
        let text = try keys.seal(JSON.encode(session), for: sessionPurpose)
        let left = session.idleEnd(policy) - Int(clock.now().seconds)
        fields.setCookie(
            try SetCookie(
                policy.sessionName, text, domain: policy.domain, lifetime: .seconds(left), isSecure: policy.isSecure, sameSite: .strict))
        // No longer than the session: on a machine that people share, the next one sits there.
        let end = session.end(policy) - Int(clock.now().seconds)
        if takingSeat { try seats.keep(Array(session.subject.utf8), for: .seconds(end), &fields) }
    }

    /// Forgets the session and the seat.
    func clear(_ fields: inout Fields) throws {
        fields.setCookie(try SetCookie(policy.sessionName, "", domain: policy.domain, lifetime: .zero, isSecure: policy.isSecure, sameSite: .strict))
        try seats.forget(&fields)
    }

    /// What could be a session. Others may plant many, which stand first when their paths are longer: so all that a request has room for are tried.
    private func candidates(in context: RequestContext) -> [String] {
        Array(context.cookies(policy.sessionName).lazy.filter { $0.utf8.count >= Self.minimumLength }.prefix(Self.maximumTried))
    }

    private func open(_ text: String) -> SignedInSession? {
        keys.open(text, for: sessionPurpose).flatMap { try? SignedInSession.decode(json: $0) }
    }

    private var sessionPurpose: String { "session \(policy.sessionName)" }

    /// A session whose texts were all empty has 94 bytes, of which 32 are its id, and the seal 28 more: 163 characters in base64.
    private static let minimumLength = 160
    /// A head of 16 KiB has room for fewer; opening one costs a microsecond for each key of the ring.
    private static let maximumTried = 128
}
