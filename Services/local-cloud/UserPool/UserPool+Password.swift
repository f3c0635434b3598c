import Platform

extension UserPool {
    /// Sends a code for a new password. Unknown users look like known ones, in words, limits and time; nobody unconfirmed gets one, for nobody knows
    /// whose address it is.
    func forgotPassword(name: String, client: String) throws(CognitoError) -> EmailAddress {
        try check(client: client)
        let known = user(named: name), now = clock.now()
        guard let email = known?.email ?? EmailAddress(name) else { throw .invalidParameter("Username should be an email.") }
        let isFree = codeRequests.withLock { (try? $0.count(email.text, at: now)) != nil }
        guard isFree else { throw .limitExceeded(.attempts) }
        guard let known, known.isConfirmed else {
            try pretend()
            return email
        }
        let made = ConfirmationCode.make(for: known.sub, at: now, lifetime: ConfirmationCode.passwordLifetime)
        try update(known.sub) { (user) throws(CognitoError) in user.passwordCode = made.code }
        send(made.digits, to: email, subject: "Your password reset code")
        return email
    }

    /// Sets a new password with a code. Every session ends, and every browser's: whoever knew the old password is out.
    ///
    /// A wrong code, a name without one and a name nobody has look the same; only who has the right digits hears that they are too old.
    func confirmForgotPassword(name: String, code: String, password: String, client: String) throws(CognitoError) {
        try check(client: client)
        if let violation = configuration.passwordPolicy.violation(of: password) { throw .invalidPassword(violation) }
        let known = user(named: name), now = clock.now()
        let counted = "password \(known?.email.text ?? name.lowercased())"
        try count(counted, in: codeAttempts, otherwise: .limitExceeded(.attempts))
        // Always, so that the time does not tell whether the digits were right.
        let hash = try hash(password)
        guard let known, known.passwordCode?.holds(code, of: known.sub) == true else {
            try pretend()
            throw .codeMismatch
        }
        try update(known.sub) { (user) throws(CognitoError) in
            guard var sent = user.passwordCode else { throw .codeMismatch }
            try sent.attempt(code, by: user.sub, at: now)
            user.setPassword(hash, at: now)
            user.signOutEverywhere()
        }
        codeAttempts.withLock { $0.succeeded(counted) }
        attempts.withLock { $0.succeeded(known.email.text) }
    }

    /// Changes the password of who has signed in and knows the old one; guesses count as those of signing in.
    func changePassword(accessToken: String, from previous: String, to proposed: String) throws(CognitoError) {
        let user = try user(accessToken: accessToken)
        try count(user.email.text, in: attempts, otherwise: .limitExceeded(.attempts))
        guard try verify(previous, user.password) else { throw .notAuthorized(.wrongPassword) }
        attempts.withLock { $0.succeeded(user.email.text) }
        if let violation = configuration.passwordPolicy.violation(of: proposed) { throw .invalidPassword(violation) }
        let hash = try hash(proposed), now = clock.now()
        try update(user.sub) { (user) throws(CognitoError) in user.setPassword(hash, at: now) }
    }

    /// Works for nobody as long as a user's change takes to be kept.
    func pretend() throws(CognitoError) {
        let nobody = User(
            sub: UUIDText.random(), email: EmailAddress("nobody@example.com")!, isConfirmed: true,
            attributes: UserAttribute.required.map { UserAttribute(name: $0, value: "nobody") }, password: decoy, createdAt: clock.now())
        try write { store throws in try store.pretend(toSave: nobody) }
    }
}
