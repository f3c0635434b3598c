import Encoding

/// Parameters of a query or a form, each at most once (RFC 6749 §3.1 and §3.2); an empty value counts as none.
struct Parameters: Sendable, Equatable {
    private let values: [String: String]
    /// Those that were given more than once.
    let repeated: Set<String>

    /// The most pairs that are read.
    static let maximumPairs = 64

    /// Nil where the text is not percent-encoded UTF-8, or has too many pairs.
    init?(_ text: String) {
        guard let pairs = try? QueryString(parsing: text, maximumPairs: Self.maximumPairs).pairs else { return nil }
        values = Dictionary(pairs.filter { !$0.value.isEmpty }.map { ($0.name, $0.value) }) { first, _ in first }
        repeated = Set(Dictionary(grouping: pairs, by: \.name).filter { $0.value.count > 1 }.keys)
    }

    subscript(name: String) -> String? { values[name] }
}

extension String {
    /// Whether it is 1 to `maximumBytes` printable ASCII characters, as `state` and `nonce` are (RFC 6749 appendix A.5).
    func isVisible(upTo maximumBytes: Int) -> Bool { (1...maximumBytes).contains(utf8.count) && utf8.allSatisfy { (0x20...0x7E).contains($0) } }

    /// Whether it is made of characters that base64url has.
    var isBase64URL: Bool { utf8.allSatisfy { $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") } }

    /// The address with parameters added.
    func adding(_ pairs: [QueryString.Pair]) -> String { "\(self)\(contains("?") ? "&" : "?")\(QueryString(pairs: pairs).encoded)" }
}
