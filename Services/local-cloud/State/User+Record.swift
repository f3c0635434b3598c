import Crypto
import Encoding
import JSON
import Platform

extension User {
    /// The user as it is kept in a file. Times are seconds since 1970.
    var record: JSONFragment {
        [
            "version": 1, "sub": .string(sub), "email": .string(email.text), "confirmed": .bool(isConfirmed),
            "attributes": .array(attributes.map { ["name": .string($0.name), "value": .string($0.value)] }),
            "groups": .array(groups.map { .string($0) }), "password": password.record, "created_at": createdAt.record,
            "code": code?.record ?? .null, "codes_sent_at": .array(codesSentAt.map(\.record)), "sessions": .array(sessions.map(\.record)),
            "password_code": passwordCode?.record ?? .null, "attribute_code": attributeCode?.record ?? .null,
            "pending_email": pendingEmail.map { .string($0.text) } ?? .null, "devices": .array(devices.map(\.record)),
            "browsers": .array(browsers.map(\.record)), "modified_at": modifiedAt?.record ?? .null,
        ]
    }

    /// Nil for a record that is not one of ours, whole. The members since `password_code` are missing in older ones.
    init?(record: JSONFragment) {
        guard record["version"]?.intValue == 1, let sub = record["sub"]?.stringValue, UUIDText.isUUID(sub), let email = record["email"]?.stringValue,
            let email = EmailAddress(email), let isConfirmed = record["confirmed"]?.boolValue,
            let attributes = record.elements("attributes", { UserAttribute(record: $0) }), let groups = record.elements("groups", { $0.stringValue }),
            let password = record["password"].flatMap(PasswordHash.init(record:)), let createdAt = record["created_at"].flatMap(UnixTime.init(record:)),
            let codesSentAt = record.elements("codes_sent_at", { UnixTime(record: $0) }),
            let sessions = record.elements("sessions", { RefreshSession(record: $0) }), let code = record["code"],
            let devices = record.optionalElements("devices", { Device(record: $0) }),
            let browsers = record.optionalElements("browsers", { BrowserSession(record: $0) })
        else { return nil }
        self.init(
            sub: sub, email: email, isConfirmed: isConfirmed, attributes: attributes, groups: groups, password: password, createdAt: createdAt,
            code: ConfirmationCode(record: code), codesSentAt: codesSentAt, sessions: sessions,
            passwordCode: record["password_code"].flatMap(ConfirmationCode.init(record:)),
            attributeCode: record["attribute_code"].flatMap(ConfirmationCode.init(record:)),
            pendingEmail: record["pending_email"]?.stringValue.flatMap { EmailAddress($0) }, devices: devices, browsers: browsers,
            modifiedAt: record["modified_at"].flatMap(UnixTime.init(record:)))
    }
}

extension JSONFragment {
    /// Every element of an array read in the same way; nil when one cannot be.
    fileprivate func elements<Element>(_ name: String, _ read: (JSONFragment) -> Element?) -> [Element]? {
        guard let values = self[name]?.arrayValue else { return nil }
        let elements = values.compactMap(read)
        return elements.count == values.count ? elements : nil
    }

    /// The same, empty where the array is missing.
    fileprivate func optionalElements<Element>(_ name: String, _ read: (JSONFragment) -> Element?) -> [Element]? {
        self[name] == nil ? [] : elements(name, read)
    }
}

extension UserAttribute {
    fileprivate init?(record: JSONFragment) {
        guard let name = record["name"]?.stringValue, let value = record["value"]?.stringValue else { return nil }
        self.init(name: name, value: value)
    }
}

extension UnixTime {
    var record: JSONFragment { .int(Int(seconds)) }

    init?(record: JSONFragment) {
        guard let seconds = record.intValue else { return nil }
        self.init(seconds: Int64(seconds))
    }
}

extension PasswordHash {
    fileprivate var record: JSONFragment {
        [
            "scrypt": [.int(costs.cost), .int(costs.blockSize), .int(costs.parallelization)], "salt": .string(Base64.encode(salt)),
            "key": .string(Base64.encode(key)),
        ]
    }

    fileprivate init?(record: JSONFragment) {
        let costs = record["scrypt"]?.arrayValue?.compactMap(\.intValue) ?? []
        guard costs.count == 3, let salt = record["salt"]?.stringValue.flatMap({ Base64.decode($0) }),
            let key = record["key"]?.stringValue.flatMap({ Base64.decode($0) }), key.count == 32
        else { return nil }
        self.init(costs: Scrypt(cost: costs[0], blockSize: costs[1], parallelization: costs[2]), salt: salt, key: key)
    }
}

extension ConfirmationCode {
    fileprivate var record: JSONFragment { ["digest": .string(digest), "expires_at": expiresAt.record, "attempts_left": .int(attemptsLeft)] }

    fileprivate init?(record: JSONFragment) {
        guard let digest = record["digest"]?.stringValue, let expiresAt = record["expires_at"].flatMap(UnixTime.init(record:)),
            let attemptsLeft = record["attempts_left"]?.intValue
        else { return nil }
        self.init(digest: digest, expiresAt: expiresAt, attemptsLeft: attemptsLeft)
    }
}

extension RefreshSession {
    fileprivate var record: JSONFragment {
        [
            "digest": .string(digest), "origin_jti": .string(originID), "authenticated_at": authenticatedAt.record, "expires_at": expiresAt.record,
            "revoked": .bool(isRevoked), "scope": .string(scopes.text), "device": deviceKey.map { .string($0) } ?? .null,
            "known_device": .bool(isOnKnownDevice),
        ]
    }

    fileprivate init?(record: JSONFragment) {
        guard let digest = record["digest"]?.stringValue, let originID = record["origin_jti"]?.stringValue,
            let authenticatedAt = record["authenticated_at"].flatMap(UnixTime.init(record:)),
            let expiresAt = record["expires_at"].flatMap(UnixTime.init(record:)), let isRevoked = record["revoked"]?.boolValue
        else { return nil }
        let scopes = record["scope"]?.stringValue.flatMap(ScopeSet.init(parsing:)) ?? .api
        self.init(
            digest: digest, originID: originID, authenticatedAt: authenticatedAt, expiresAt: expiresAt, isRevoked: isRevoked, scopes: scopes,
            deviceKey: record["device"]?.stringValue, isOnKnownDevice: record["known_device"]?.boolValue ?? false)
    }
}
