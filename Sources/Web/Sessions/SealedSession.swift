import Crypto
import Platform

/// What a session's cookie holds: an identity, two moments and the content as JSON.
struct SealedSession: Equatable {
    /// 128 random bits, new with every renewal.
    var id: [UInt8]
    /// When it began or was renewed, in seconds since 1970.
    var beganAt: Int64
    /// When it was last sent.
    var sentAt: Int64
    var content: [UInt8]

    static let idBytes = 16
    private static let version: UInt8 = 1

    fileprivate var bytes: [UInt8] {
        [Self.version] + id + [beganAt, sentAt].flatMap { moment in (0..<8).map { UInt8(truncatingIfNeeded: moment >> (56 - 8 * $0)) } } + content
    }

    fileprivate init?(bytes: [UInt8]) {
        guard bytes.count >= 1 + Self.idBytes + 16, bytes[0] == Self.version else { return nil }
        let moment = { (start: Int) in bytes[start..<start + 8].reduce(Int64(0)) { $0 << 8 | Int64($1) } }
        self.init(id: Array(bytes[1...Self.idBytes]), beganAt: moment(17), sentAt: moment(25), content: Array(bytes[33...]))
    }

    init(id: [UInt8], beganAt: Int64, sentAt: Int64, content: [UInt8]) {
        self.id = id
        self.beganAt = beganAt
        self.sentAt = sentAt
        self.content = content
    }
}

/// Seals sessions, each for the name of its cookie, so that one of another name cannot be passed off as this one.
struct SessionSeal: Sendable {
    private let keys: SealingKeys
    private let purpose: String

    init(keys: [Secret<[UInt8]>], cookieName: String) throws(CryptoError) {
        self.keys = try SealingKeys(keys.map { $0.reveal() })
        purpose = "session \(cookieName)"
    }

    func seal(_ session: SealedSession) throws(CryptoError) -> String { try keys.seal(session.bytes, for: purpose) }

    /// Nil for whatever was not sealed here.
    func open(_ text: String) -> SealedSession? { keys.open(text, for: purpose).flatMap(SealedSession.init(bytes:)) }
}
