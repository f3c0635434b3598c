import Crypto
import Encoding
import HTTPCore
import JSON
import Web

/// What a browser that has signed in to an account is known by afterwards, for 180 days.
struct DeviceCookie: Sendable {
    private let cookie: SealedCookie

    init(policy: LearnerSessionPolicy, keys: SealingKeys) {
        cookie = SealedCookie("device", lifetime: .seconds(180 * 86_400), sameSite: .lax, policy: policy, keys: keys)
    }

    /// - Parameter account: what stands for its name.
    func keep(account: String, _ fields: inout Fields) throws {
        try cookie.keep(JSON.encode(KnownDevice(account: account, id: Hex.encode(SecureRandom.bytes(16)))), &fields)
    }

    /// The device's id, where it has signed in to this account.
    func find(account: String, in context: RequestContext) -> String? {
        cookie.values(in: context).lazy.compactMap { try? KnownDevice.decode(json: $0) }.first { $0.account == account }?.id
    }
}

private struct KnownDevice: JSONObject {
    let account: String
    let id: String

    static let json = Object("KnownDevice", { Self(account: $0, id: $1) }, Field("a", \.account), Field("d", \.id))
}
