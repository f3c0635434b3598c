import Crypto
import HTTPCore
import Web

/// The e-mail address that a visitor gave on one page at the door and needs on the next, for half an hour: so it stands in no address and no log.
struct AddressCookie: Sendable {
    private let cookie: SealedCookie

    init(policy: LearnerSessionPolicy, keys: SealingKeys) {
        cookie = SealedCookie("address", lifetime: .seconds(1_800), sameSite: .lax, policy: policy, keys: keys)
    }

    func keep(_ email: String, _ fields: inout Fields) throws { try cookie.keep(Array(email.utf8), &fields) }

    func find(in context: RequestContext) -> String? { cookie.values(in: context).first.map { String(decoding: $0, as: UTF8.self) } }

    func forget(_ fields: inout Fields) throws { try cookie.forget(&fields) }
}
