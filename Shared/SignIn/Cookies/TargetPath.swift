/// Where to go on after signing in: a path on this host, so that no link of ours leads to somebody else's.
struct TargetPath: Sendable, Equatable {
    /// 200 letters of Japanese in a query are 1,800 bytes, and a sealed cookie has room for 4 KB.
    private static let maximumBytes = 2_048

    /// Begins with exactly one slash; printable ASCII without backslashes, which browsers read as slashes.
    let text: String

    static let home = TargetPath("/")

    /// The path, or `/` for anything else.
    init(_ text: String?) {
        let bytes = Array((text ?? "").utf8)
        let isPath = bytes.first == UInt8(ascii: "/") && bytes.dropFirst().first != UInt8(ascii: "/") && bytes.count <= Self.maximumBytes
        self.text = isPath && bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) ? text ?? "/" : "/"
    }
}
