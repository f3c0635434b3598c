/// How long browsers and proxies may keep files whose names fit a pattern.
///
/// ```swift
/// CacheRule("*.{js,css,woff2}", "public, max-age=31536000, immutable")
/// ```
public struct CacheRule: Sendable, Equatable {
    /// The value of `Cache-Control`.
    public let cacheControl: String
    private let patterns: [[UInt8]]
    private let isAboutPath: Bool

    /// A rule.
    ///
    /// - Parameters:
    ///   - pattern: `*` stands for any bytes but a slash, `?` for one, `{a,b}` for one of several; fits the last name of a path, or the whole path below
    ///     the folder when it holds a slash. Braces within braces, and more than 64 patterns behind one, are our own mistake and trap.
    ///   - cacheControl: the value of `Cache-Control` (RFC 9111 §5.2).
    public init(_ pattern: String, _ cacheControl: String) {
        self.cacheControl = cacheControl
        isAboutPath = pattern.contains("/")
        patterns = Self.expanded(pattern).map { Array($0.utf8) }
        precondition(patterns.count <= 64, "\(pattern) stands for more than 64 patterns")
    }

    /// Whether the rule is about this path.
    func fits(_ path: String) -> Bool {
        let bytes = Array((isAboutPath ? path[...] : path.split(separator: "/").last ?? "").utf8)
        return patterns.contains { Self.fits(bytes, $0) }
    }

    /// The patterns without braces behind one with braces.
    private static func expanded(_ pattern: String) -> [String] {
        guard let open = pattern.firstIndex(of: "{") else { return [pattern] }
        guard let close = pattern[open...].firstIndex(of: "}") else { preconditionFailure("\(pattern) lacks a brace") }
        let choices = pattern[pattern.index(after: open)..<close].split(separator: ",", omittingEmptySubsequences: false)
        precondition(!choices.contains { $0.contains("{") }, "\(pattern) has braces within braces")
        let rest = expanded(String(pattern[pattern.index(after: close)...]))
        return choices.flatMap { choice in rest.map { pattern[..<open] + choice + $0 } }
    }

    /// Walks both once; after a mismatch it goes back to the last star only, so the work is bounded by the product of the lengths.
    private static func fits(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
        var at = 0, place = 0
        var star: (place: Int, at: Int)?
        while at < name.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place, at)
                place += 1
            } else if place < pattern.count, pattern[place] == name[at] || pattern[place] == UInt8(ascii: "?") && name[at] != UInt8(ascii: "/") {
                place += 1
                at += 1
            } else if let last = star, name[last.at] != UInt8(ascii: "/") {
                star = (last.place, last.at + 1)
                place = last.place + 1
                at = last.at + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
