import Encoding
import JSON

/// What an address of a page at the door says.
struct DoorQuery: JSONObject {
    /// Where to go on afterwards.
    let next: String?
    /// What brought one here: the name of a notice.
    let notice: String?

    static let json = Object("DoorQuery", { Self(next: $0, notice: $1) }, Field("next", \.next), Field("notice", \.notice))

    /// The target as a query for links and actions: empty for the home page.
    static func query(_ target: TargetPath, notice: String? = nil) -> String {
        var pairs: [QueryString.Pair] = []
        if target != .home { pairs.append(.init("next", target.text)) }
        if let notice { pairs.append(.init("notice", notice)) }
        return pairs.isEmpty ? "" : "?" + QueryString(pairs: pairs).encoded
    }
}
