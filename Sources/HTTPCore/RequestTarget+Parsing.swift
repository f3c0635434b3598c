/// The four forms of a target (RFC 9112 §3.2). Percent sequences are left to whoever decodes the path.
extension RequestTarget {
    /// Reads a target as sent.
    ///
    /// - Throws: `ParseError.badTarget` for bytes that are not visible ASCII, a fragment, or a form that does not belong to the method.
    public init(parsing text: String, method: Method = .get) throws(ParseError) {
        try self.init(parsing: text.utf8, method: method)
    }

    /// Reads a target as sent.
    ///
    /// - Throws: `ParseError.badTarget` for bytes that are not visible ASCII, a fragment, or a form that does not belong to the method.
    public init(parsing bytes: some Sequence<UInt8>, method: Method = .get) throws(ParseError) {
        let bytes = [UInt8](bytes)
        self.init(try Parts(bytes.span, method: method), copying: bytes.span)
    }

    /// A target in memory of its own.
    init(_ parts: Parts, copying span: Span<UInt8>) {
        var bytes: [UInt8] = []
        span.append(to: &bytes)
        if parts.lacksPath { bytes.insert(UInt8(ascii: "/"), at: parts.path.lowerBound) }
        self.init(parts, in: bytes, from: 0)
    }
}

extension RequestTarget {
    /// What the bytes of a target say: its form, and where its path lies in them.
    struct Parts: Sendable {
        let form: Form
        /// Counted from the target's first byte; with the `/` that is added where `lacksPath`.
        let path: Range<Int>
        /// The length of the whole target, with that `/`.
        let count: Int
        /// An absolute-form without a path: its `/` is to be added in front of the query (RFC 9110 §4.2.3).
        let lacksPath: Bool

        init(_ span: Span<UInt8>, method: Method) throws(ParseError) {
            guard span.firstNotVisible(from: 0) == span.count, span.firstPlace(of: UInt8(ascii: "#"), from: 0) == span.count else { throw .badTarget }
            if case .connect = method {
                guard HostSyntax.isAuthority(span, port: .required) else { throw .badTarget }
                self.init(.authority, span, pathStart: span.count)
            } else if span.count > 0, span[0] == UInt8(ascii: "/") {
                self.init(.origin, span, pathStart: 0)
            } else if span.count == 1, span[0] == UInt8(ascii: "*"), case .options = method {
                self.init(.asterisk, span, pathStart: 0)
            } else {
                try self.init(absolute: span)
            }
        }

        /// `http://authority/path?query`
        private init(absolute span: Span<UInt8>) throws(ParseError) {
            guard let authority = RequestTarget.authority(of: span), HostSyntax.isAuthority(span.extracting(authority)) else { throw .badTarget }
            let form = Form.absolute(authority: span.extracting(authority).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
            self.init(form, span, pathStart: authority.upperBound)
        }

        private init(_ form: Form, _ span: Span<UInt8>, pathStart: Int) {
            let pathEnd = span.firstPlace(of: UInt8(ascii: "?"), from: pathStart)
            self.form = form
            if case .absolute = form { lacksPath = pathEnd == pathStart } else { lacksPath = false }
            path = pathStart..<(lacksPath ? pathEnd + 1 : pathEnd)
            count = lacksPath ? span.count + 1 : span.count
        }
    }

    /// Where the authority lies after `http://` or `https://`; nil for other schemes.
    private static func authority(of span: Span<UInt8>) -> Range<Int>? {
        let start =
            if span.count >= 7, span.extracting(first: 7).isText("http://") { 7 } else if span.count >= 8, span.extracting(first: 8).isText("https://") {
                8
            } else { 0 }
        guard start > 0 else { return nil }
        var end = start
        while end < span.count, span[end] != UInt8(ascii: "/"), span[end] != UInt8(ascii: "?") { end += 1 }
        return start..<end
    }
}
