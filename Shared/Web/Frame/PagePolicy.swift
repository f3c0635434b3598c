/// What a page may load and where its forms may go (Content Security Policy level 3).
struct PagePolicy: Sendable {
    /// Origins beside our own that a form may end at: Chromium holds redirects after a form to this list too (CSP3 §6.4.2).
    var formActionOrigins: [String] = []
    var playsSounds = false

    var text: String {
        let targets = (["'self'"] + formActionOrigins.filter(Self.isOrigin)).joined(separator: " ")
        return """
            default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
            \(playsSounds ? "media-src 'self'; " : "")form-action \(targets); frame-ancestors 'none'; base-uri 'none'
            """
    }

    /// A scheme, a host and perhaps a port: anything else could end the directive and begin another.
    private static func isOrigin(_ text: String) -> Bool {
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return false }
        let host = text.drop { $0 != "/" }.dropFirst(2)
        return !host.isEmpty && host.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
