import JSON
import Platform

extension Device {
    /// As it is kept with its user. Times are seconds since 1970.
    var record: JSONFragment {
        [
            "key": .string(key), "name": name.map { .string($0) } ?? .null, "remembered": .bool(isRemembered),
            "verifier": verifier.map { .string($0.password) } ?? .null, "salt": verifier.map { .string($0.salt) } ?? .null, "created_at": createdAt.record,
            "modified_at": modifiedAt.record, "authenticated_at": authenticatedAt.record,
        ]
    }

    init?(record: JSONFragment) {
        guard let key = record["key"]?.stringValue, let isRemembered = record["remembered"]?.boolValue,
            let createdAt = record["created_at"].flatMap(UnixTime.init(record:)), let modifiedAt = record["modified_at"].flatMap(UnixTime.init(record:)),
            let authenticatedAt = record["authenticated_at"].flatMap(UnixTime.init(record:))
        else { return nil }
        let verifier = record["verifier"]?.stringValue.flatMap { password in
            record["salt"]?.stringValue.map { Verifier(password: password, salt: $0) }
        }
        self.init(
            key: key, name: record["name"]?.stringValue, isRemembered: isRemembered, verifier: verifier, createdAt: createdAt, modifiedAt: modifiedAt,
            authenticatedAt: authenticatedAt)
    }
}

extension BrowserSession {
    var record: JSONFragment { ["digest": .string(digest), "authenticated_at": authenticatedAt.record, "expires_at": expiresAt.record] }

    init?(record: JSONFragment) {
        guard let digest = record["digest"]?.stringValue, let authenticatedAt = record["authenticated_at"].flatMap(UnixTime.init(record:)),
            let expiresAt = record["expires_at"].flatMap(UnixTime.init(record:))
        else { return nil }
        self.init(digest: digest, authenticatedAt: authenticatedAt, expiresAt: expiresAt)
    }
}

extension UserGroup {
    var record: JSONFragment {
        [
            "name": .string(name), "description": details.map { .string($0) } ?? .null, "precedence": precedence.map { .int($0) } ?? .null,
            "created_at": createdAt.record,
        ]
    }

    init?(record: JSONFragment) {
        guard let name = record["name"]?.stringValue, Self.isName(name), let createdAt = record["created_at"].flatMap(UnixTime.init(record:)) else {
            return nil
        }
        self.init(name: name, details: record["description"]?.stringValue, precedence: record["precedence"]?.intValue, createdAt: createdAt)
    }
}
