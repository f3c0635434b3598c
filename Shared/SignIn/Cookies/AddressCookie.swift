import Crypto
import HTTPCore
import Platform
import Web

/// The e-mail address that a visitor gave on one page at the door and needs on the next: sealed, so that it stands in no address and no log.
struct AddressCookie: Sendable {
    private static let lifetime = Duration.seconds(1_800)

    private let policy: LearnerSessionPolicy
    private let keys: SealingKeys

    init(policy: LearnerSessionPolicy, keys: SealingKeys) {
        self.policy = policy
        self.keys = keys
    }

    func keep(_ email: String, _ fields: inout Fields) throws {
        fields.setCookie(try cookie(try keys.seal(Array(email.utf8), for: purpose), Self.lifetime))
    }

    func find(in context: RequestContext) -> String? {
        context.cookies(policy.hostName(purpose)).prefix(4).lazy.compactMap { keys.open($0, for: purpose) }.first.map { String(decoding: $0, as: UTF8.self) }
    }

    func forget(_ fields: inout Fields) throws { fields.setCookie(try cookie("", .zero)) }

    private let purpose = "address"

    private func cookie(_ value: String, _ lifetime: Duration) throws -> SetCookie {
        try SetCookie(policy.hostName(purpose), value, lifetime: lifetime, isSecure: policy.isSecure, sameSite: .lax)
    }
}
