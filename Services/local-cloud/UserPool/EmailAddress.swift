/// An e-mail address as the name of an account: in lower case, so that it is found however it is typed.
///
/// The syntax is the common subset of RFC 5321: printable ASCII without white space and brackets, one `@`, a dotted domain.
struct EmailAddress: Sendable, Hashable {
    let text: String

    /// Nil for what is no address, or longer than 128 bytes.
    init?(_ text: String) {
        guard text.utf8.count <= 128, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Self.excluded.contains($0) }) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isDotted(parts[0], atLeast: 1), Self.isDotted(parts[1], atLeast: 2), parts[0].utf8.count <= 64 else { return nil }
        self.text = text.lowercased()
    }

    /// The address with most of it hidden, as Cognito shows where a code went: `d***@a***`.
    var masked: String {
        text.split(separator: "@").map { "\($0.prefix(1))***" }.joined(separator: "@")
    }

    private static let excluded = Set(#"()<>[]\,;:""#.utf8)

    private static func isDotted(_ part: Substring, atLeast count: Int) -> Bool {
        let labels = part.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= count && labels.allSatisfy { !$0.isEmpty }
    }
}
