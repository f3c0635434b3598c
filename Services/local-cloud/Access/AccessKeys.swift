import AWS
import Crypto
import Encoding
import Platform

/// Who may call: one pair of keys that stays, and temporary ones that are made from it.
///
/// Nothing is kept of temporary keys: the key's name carries its end and a proof that we made it, its secret and token are codes of the name. So they
/// outlive a restart as long as the pair does, and there may be any number of them.
struct AccessKeys: Sendable {
    /// The pair that stays.
    let permanent: AWSCredentials
    private let master: Secret<[UInt8]>

    /// Keys around a pair.
    init(_ permanent: AWSCredentials) {
        self.permanent = permanent
        master = permanent.secretKey.map { Array($0.utf8) }
    }

    /// Whose this access key is; nil for nobody's.
    func credentials(for accessKey: String) -> AWSCredentials? {
        accessKey == permanent.accessKey ? permanent : TemporaryKeyName(accessKey, proof: proof).map { temporary($0) }
    }

    /// Keys that end at a moment, to the second.
    func issue(until end: UnixTime) -> AWSCredentials {
        temporary(TemporaryKeyName(endsAt: end, random: SecureRandom.bytes(3), proof: proof))
    }

    private func temporary(_ name: TemporaryKeyName) -> AWSCredentials {
        AWSCredentials(
            accessKey: name.text, secretKey: Secret(String(Base64.encode(code("secret", name.text)).prefix(40))),
            sessionToken: Secret(Base64.encode(code("token", name.text) + code("padding", name.text))), expiration: name.endsAt)
    }

    private func proof(_ bytes: [UInt8]) -> [UInt8] { Array(code("proof", Hex.encode(bytes)).prefix(3)) }

    private func code(_ purpose: String, _ text: String) -> [UInt8] { HMACSHA256.code(Array("\(purpose) \(text)".utf8), key: master.reveal()) }
}

extension AccessKeys {
    /// A new pair: `AKIA` and 16 characters, with a secret of 40.
    static func makePair() -> AWSCredentials {
        AWSCredentials(
            accessKey: "AKIA" + Base32.encode(SecureRandom.bytes(10)), secretKey: Secret(Base64.encode(SecureRandom.bytes(30))))
    }
}

/// `ASIA` and 16 characters: four bytes of time, three of chance, three of proof.
struct TemporaryKeyName: Sendable, Equatable {
    let text: String
    /// To the second.
    let endsAt: UnixTime

    private static let prefix = "ASIA"

    /// A new name.
    init(endsAt: UnixTime, random: [UInt8], proof: ([UInt8]) -> [UInt8]) {
        let seconds = UInt32(clamping: endsAt.seconds)
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: seconds >> UInt32(24 - 8 * $0)) } + random
        self.endsAt = UnixTime(seconds: Int64(seconds))
        text = Self.prefix + Base32.encode(bytes + proof(bytes))
    }

    /// Reads a name; nil when it was not made with this proof.
    init?(_ text: String, proof: ([UInt8]) -> [UInt8]) {
        guard text.hasPrefix(Self.prefix), let bytes = Base32.decode(String(text.dropFirst(4))), bytes.count == 10,
            constantTimeEqual(Array(bytes[7...]), proof(Array(bytes[..<7])))
        else { return nil }
        self.text = text
        endsAt = UnixTime(seconds: bytes[..<4].reduce(0) { $0 << 8 | Int64($1) })
    }
}

/// Base32 of whole groups of five bytes, without padding. Source: RFC 4648 §6.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// Eight characters for each five bytes; other counts are our own mistake.
    static func encode(_ bytes: [UInt8]) -> String {
        precondition(bytes.count.isMultiple(of: 5), "base32 is written in groups of five bytes")
        let digits = stride(from: 0, to: bytes.count, by: 5).flatMap { start -> [UInt8] in
            let group = bytes[start..<start + 5].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return (0..<8).map { alphabet[Int(group >> UInt64(35 - 5 * $0) & 31)] }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The bytes behind whole groups; nil for anything else.
    static func decode(_ text: String) -> [UInt8]? {
        let values = text.utf8.compactMap { alphabet.firstIndex(of: $0) }
        guard values.count == text.utf8.count, values.count.isMultiple(of: 8) else { return nil }
        return stride(from: 0, to: values.count, by: 8).flatMap { start -> [UInt8] in
            let group = values[start..<start + 8].reduce(UInt64(0)) { $0 << 5 | UInt64($1) }
            return (0..<5).map { UInt8(truncatingIfNeeded: group >> UInt64(32 - 8 * $0)) }
        }
    }
}
