import Platform

extension UserPool {
    /// Makes the device of this session one of the user's: `ConfirmDevice`. A pool whose users opt in asks them whether to remember it.
    ///
    /// - Returns: whether the user is to be asked.
    func confirmDevice(accessToken: String, key: String, name: String?, verifier: Device.Verifier?) throws(CognitoError) -> Bool {
        let (user, session, _) = try bearer(of: accessToken, with: .userAdmin)
        guard session.deviceKey == key else { throw .noSuchDevice }
        guard !user.devices.contains(where: { $0.key == key }) else { throw .deviceKeyExists }
        let now = clock.now()
        try update(user.sub) { (user) throws(CognitoError) in
            user.devices.removeFirst(max(0, user.devices.count + 1 - User.maximumDevices))
            user.devices.append(
                Device(key: key, name: name, isRemembered: false, verifier: verifier, createdAt: now, modifiedAt: now, authenticatedAt: session.authenticatedAt)
            )
        }
        return true
    }

    func devices(accessToken: String) throws(CognitoError) -> [Device] { try user(accessToken: accessToken).devices }

    func device(accessToken: String, key: String) throws(CognitoError) -> Device {
        guard let device = try devices(accessToken: accessToken).first(where: { $0.key == key }) else { throw .noSuchDevice }
        return device
    }

    /// `UpdateDeviceStatus`.
    func remember(accessToken: String, key: String, _ isRemembered: Bool) throws(CognitoError) {
        let user = try user(accessToken: accessToken), now = clock.now()
        try update(user.sub) { (user) throws(CognitoError) in
            guard let index = user.devices.firstIndex(where: { $0.key == key }) else { throw .noSuchDevice }
            user.devices[index].isRemembered = isRemembered
            user.devices[index].modifiedAt = now
        }
    }

    /// Forgets a device; sessions that were begun on it end.
    func forgetDevice(accessToken: String, key: String) throws(CognitoError) {
        let user = try user(accessToken: accessToken)
        try update(user.sub) { (user) throws(CognitoError) in
            guard let index = user.devices.firstIndex(where: { $0.key == key }) else { throw .noSuchDevice }
            user.devices.remove(at: index)
            for index in user.sessions.indices where user.sessions[index].deviceKey == key { user.sessions[index].isRevoked = true }
        }
    }
}
