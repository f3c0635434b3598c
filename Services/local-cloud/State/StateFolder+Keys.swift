import Crypto
import JSON
import Platform

extension StateFolder {
    /// The keys in `signing-keys.json`; made at the first call ever. A folder of before rotation has one key in `signing-key.pem`, which goes on signing.
    func signingKeys() throws -> SigningKeys {
        let file = "\(path)/signing-keys.json"
        if let bytes = try Files.read(file, maximumBytes: 262_144) {
            guard let record = try? JSON.parse(bytes, maximumDepth: 8), let keys = try? SigningKeys(record: record) else { throw Self.unreadable(file) }
            return keys
        }
        let former = try formerKey()
        let keys = SigningKeys(current: try SigningKeys.Key(former ?? .generate()), next: try SigningKeys.Key(.generate()))
        try save(keys)
        return keys
    }

    func save(_ keys: SigningKeys) throws { try Files.replace("\(path)/signing-keys.json", with: JSON.encode(try keys.record())) }

    private func formerKey() throws -> RSAPrivateKey? {
        let file = "\(path)/signing-key.pem"
        guard let bytes = try Files.read(file, maximumBytes: 65_536) else { return nil }
        do { return try RSAPrivateKey(pem: String(decoding: bytes, as: UTF8.self)) } catch { throw Self.unreadable(file) }
    }

    private static func unreadable(_ file: String) -> StateError { .unreadable(file: file, reason: "not an RSA key; remove it to have a new one") }
}

extension SigningKeys {
    fileprivate func record() throws -> JSONFragment {
        let retired = try retired.map { ["pem": .string(try $0.key.pair.pem()), "until": $0.until.record] as JSONFragment }
        return ["current": .string(try current.pair.pem()), "next": .string(try next.pair.pem()), "retired": .array(retired)]
    }

    fileprivate init?(record: JSONFragment) throws {
        guard let current = record["current"]?.stringValue, let next = record["next"]?.stringValue, let list = record["retired"]?.arrayValue else { return nil }
        let retired = try list.map { entry in
            guard let pem = entry["pem"]?.stringValue, let until = entry["until"].flatMap(UnixTime.init(record:)) else { throw CryptoError.invalidKey }
            return Retired(key: try Key(RSAPrivateKey(pem: pem)), until: until)
        }
        self.init(current: try Key(RSAPrivateKey(pem: current)), next: try Key(RSAPrivateKey(pem: next)), retired: retired)
    }
}
