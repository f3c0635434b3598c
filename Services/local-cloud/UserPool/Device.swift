import Platform

/// A device a learner confirmed, known again by its key.
///
/// Source: Amazon Cognito developer guide, "Working with user devices in your user pool".
struct Device: Sendable, Equatable {
    /// `us-east-1_` and a UUID.
    let key: String
    /// What the learner calls it.
    var name: String?
    /// Whether the learner wants it remembered; a pool whose users opt in starts without.
    var isRemembered: Bool
    /// Base64 of the verifier and salt the device made, kept as they came.
    var verifier: Verifier?
    let createdAt: UnixTime
    var modifiedAt: UnixTime
    var authenticatedAt: UnixTime

    /// What the device proves itself by (SRP-6a), base64 of at most 2,048 bytes each.
    struct Verifier: Sendable, Equatable {
        var password: String
        var salt: String
    }

    /// The group of all devices of the pool, which clients hash with the key.
    static let groupKey = "-localpool"

    /// A new key in a region.
    static func newKey(region: String) -> String { "\(region)_\(UUIDText.random())" }
}
