import Platform

extension UserPool {
    /// Changes attributes. A new address takes the old one's place when it is proven (`AttributesRequireVerificationBeforeUpdate`), and a code goes there.
    ///
    /// - Returns: where the code went, if one did.
    func updateAttributes(accessToken: String, _ attributes: [UserAttribute]) throws(CognitoError) -> EmailAddress? {
        let user = try user(accessToken: accessToken), now = clock.now()
        let changes = try attributes.validatedForUpdate(), email = try attributes.newEmail()
        let sent = try update(user.sub) { (user) throws(CognitoError) -> String? in
            let isNew = email.map { $0 != user.email } ?? false
            // First, for it may be one too many: nothing is changed then.
            let digits = isNew ? try user.issueCode(\.attributeCode, at: now) : nil
            if isNew { user.pendingEmail = email }
            for change in changes { user.attributes.set(change) }
            user.modifiedAt = now
            return digits
        }
        guard let sent, let email else { return nil }
        send(sent, to: email)
        return email
    }

    /// Sends a code that proves the address, or the new one that waits: `GetUserAttributeVerificationCode`.
    func sendAttributeCode(accessToken: String, attribute: String) throws(CognitoError) -> EmailAddress {
        let user = try user(accessToken: accessToken), now = clock.now()
        try Self.check(verifiable: attribute)
        let email = user.pendingEmail ?? user.email
        send(try update(user.sub) { (user) throws(CognitoError) in try user.issueCode(\.attributeCode, at: now) }, to: email)
        return email
    }

    /// Proves the address with a code: `VerifyUserAttribute`. Only here one hears that somebody else has it, for only its owner comes here.
    func verifyAttribute(accessToken: String, attribute: String, code: String) throws(CognitoError) {
        let user = try user(accessToken: accessToken), now = clock.now()
        try Self.check(verifiable: attribute)
        try update(user.sub) { (user) throws(CognitoError) in
            guard user.attributeCode != nil else { throw .expiredCode }
            try user.attributeCode!.attempt(code, by: user.sub, at: now)
            user.attributeCode = nil
        }
        guard user.pendingEmail != nil else { return }
        let isTaken = state.withLock { (try? $0.adoptPendingEmail(user.sub, at: now)) == nil }
        if isTaken { throw .aliasExists }
        try save(user.sub)
    }

    private static func check(verifiable attribute: String) throws(CognitoError) {
        guard attribute == "email" else { throw .invalidParameter("Attribute \(attribute) cannot be verified in this user pool.") }
    }
}

extension [UserAttribute] {
    /// Gives an attribute another value; an empty one removes it.
    mutating func set(_ attribute: UserAttribute) {
        let place = firstIndex { $0.name == attribute.name }
        switch (place, attribute.value.isEmpty) {
        case (let place?, true): remove(at: place)
        case (let place?, false): self[place] = attribute
        case (nil, false): append(attribute)
        case (nil, true): break
        }
    }
}
