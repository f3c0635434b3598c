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
    /// The code for a new password that was sent last, until it is used.
    var passwordCode: ConfirmationCode?
    /// The code that proves the address again, or a new one, until it is used.
    var attributeCode: ConfirmationCode?
    /// The address that takes the place of `email` once it is proven.
    var pendingEmail: EmailAddress?
    /// Remembered devices, oldest first; at most `maximumDevices`.
    var devices: [Device] = []
    /// Browsers that are signed in at the hosted pages, oldest first; at most `maximumBrowsers`.
    var browsers: [BrowserSession] = []
    /// When the account was last changed by its owner or an administrator.
    var modifiedAt: UnixTime?

    /// The oldest sign-in ends when there are more.
    static let maximumSessions = 50
    /// The oldest device is forgotten when there are more.
    static let maximumDevices = 20
    /// The oldest browser is signed out when there are more.
    static let maximumBrowsers = 20
    /// Groups of one user, as with Cognito.
    static let maximumGroups = 100
    /// Codes per hour and account.
    static let maximumCodesPerHour = 5

    /// Attributes as `GetUser` shows them.
    var allAttributes: [UserAttribute] {
        [UserAttribute(name: "sub", value: sub), UserAttribute(name: "email", value: email.text)]
            + [UserAttribute(name: "email_verified", value: isConfirmed ? "true" : "false")] + attributes
    }
}

extension User {
    /// Makes a new code, which replaces an earlier one of its kind; returns its digits.
    mutating func issueCode(
        _ kind: WritableKeyPath<User, ConfirmationCode?> = \.code, lifetime: Duration = ConfirmationCode.lifetime, at now: UnixTime
    ) throws(CognitoError) -> String {
        codesSentAt.removeAll { $0 <= now - .seconds(3600) }
        guard codesSentAt.count < Self.maximumCodesPerHour else { throw .limitExceeded(.attempts) }
        codesSentAt.append(now)
        let made = ConfirmationCode.make(for: sub, at: now, lifetime: lifetime)
        self[keyPath: kind] = made.code
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
    mutating func beginSession(
        _ origin: SessionOrigin = SessionOrigin(), at now: UnixTime
    ) -> (session: RefreshSession, token: String, dropped: [RefreshSession]) {
        let made = RefreshSession.make(origin, at: now)
        var dropped = sessions.filter { $0.expiresAt <= now }
        sessions.removeAll { $0.expiresAt <= now }
        let surplus = max(0, sessions.count + 1 - Self.maximumSessions)
        dropped += sessions.prefix(surplus)
        sessions.removeFirst(surplus)
        sessions.append(made.session)
        return (made.session, made.token, dropped)
    }

    /// Ends every session and every browser's.
    mutating func signOutEverywhere() {
        for index in sessions.indices { sessions[index].isRevoked = true }
        browsers = []
    }

    /// Gives the password's place to another one; codes for a new password are gone.
    mutating func setPassword(_ hash: PasswordHash, at now: UnixTime) {
        password = hash
        passwordCode = nil
        modifiedAt = now
    }
}
