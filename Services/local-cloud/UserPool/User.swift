import Platform

/// A learner's account.
struct User: Sendable, Equatable {
    /// The stable identifier, a UUID; also what Cognito calls the username in a pool whose names are e-mail addresses.
    let sub: String
    /// The address, which is the name one signs in with.
    var email: EmailAddress
    /// Whether the address was proven.
    var isConfirmed: Bool
    /// Everything beside `sub` and `email`.
    var attributes: [UserAttribute]
    /// Groups, as they appear in tokens.
    var groups: [String] = []
    /// The password.
    var password: PasswordHash
    /// When the account was made.
    let createdAt: UnixTime
    /// The code that was sent last, until it is used.
    var code: ConfirmationCode?
    /// When codes were sent in the last hour, oldest first.
    var codesSentAt: [UnixTime] = []
    /// Sign-ins, oldest first; at most `maximumSessions`.
    var sessions: [RefreshSession] = []

    /// The oldest sign-in ends when there are more.
    static let maximumSessions = 50
    /// Codes per hour and account.
    static let maximumCodesPerHour = 5

    /// Attributes as `GetUser` shows them.
    var allAttributes: [UserAttribute] {
        [UserAttribute(name: "sub", value: sub), UserAttribute(name: "email", value: email.text)]
            + [UserAttribute(name: "email_verified", value: isConfirmed ? "true" : "false")] + attributes
    }
}

extension User {
    /// Makes a new code, which replaces an earlier one; returns its digits.
    mutating func issueCode(at now: UnixTime) throws(CognitoError) -> String {
        codesSentAt.removeAll { $0 <= now - .seconds(3600) }
        guard codesSentAt.count < Self.maximumCodesPerHour else { throw .limitExceeded(.attempts) }
        codesSentAt.append(now)
        let made = ConfirmationCode.make(for: sub, at: now)
        code = made.code
        return made.digits
    }

    /// Confirms the address when the digits are right; the code is gone then. A wrong guess is counted either way.
    mutating func confirm(with digits: String, at now: UnixTime) throws(CognitoError) {
        guard !isConfirmed else { throw .notAuthorized(.alreadyConfirmed) }
        guard code != nil else { throw .expiredCode }
        try code!.attempt(digits, by: sub, at: now)
        markConfirmed()
    }

    /// Confirms without a code, as an administrator may.
    mutating func markConfirmed() {
        isConfirmed = true
        code = nil
        codesSentAt = []
    }

    /// Begins a session; the oldest ones make room. Returns the session, its refresh token and what was dropped.
    mutating func beginSession(at now: UnixTime) -> (session: RefreshSession, token: String, dropped: [RefreshSession]) {
        let made = RefreshSession.make(at: now)
        var dropped = sessions.filter { $0.expiresAt <= now }
        sessions.removeAll { $0.expiresAt <= now }
        let surplus = max(0, sessions.count + 1 - Self.maximumSessions)
        dropped += sessions.prefix(surplus)
        sessions.removeFirst(surplus)
        sessions.append(made.session)
        return (made.session, made.token, dropped)
    }
}
