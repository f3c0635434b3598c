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
        try self.init(parsing: bytes.span, method: method)
    }

    init(parsing span: Span<UInt8>, method: Method) throws(ParseError) {
        guard span.firstNotVisible(from: 0) == span.count, span.firstPlace(of: UInt8(ascii: "#"), from: 0) == span.count else { throw .badTarget }
        if case .connect = method {
            guard HostSyntax.isAuthority(span, port: .required) else { throw .badTarget }
            self.init(copying: span, form: .authority, pathStart: span.count)
        } else if span.count > 0, span[0] == UInt8(ascii: "/") {
            self.init(copying: span, form: .origin, pathStart: 0)
        } else if span.count == 1, span[0] == UInt8(ascii: "*"), case .options = method {
            self.init(copying: span, form: .asterisk, pathStart: 0)
        } else {
            try self.init(absolute: span)
        }
    }

    /// `http://authority/path?query`; an empty path becomes `/` (RFC 9110 §4.2.3), in the bytes too.
    private init(absolute span: Span<UInt8>) throws(ParseError) {
        guard let authority = Self.authority(of: span), HostSyntax.isAuthority(span.extracting(authority)) else { throw .badTarget }
        let form = Form.absolute(authority: span.extracting(authority).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
        if authority.upperBound < span.count, span[authority.upperBound] == UInt8(ascii: "/") {
            self.init(copying: span, form: form, pathStart: authority.upperBound)
        } else {
            var bytes: [UInt8] = []
            span.append(to: &bytes)
            bytes.insert(UInt8(ascii: "/"), at: authority.upperBound)
            self.init(copying: bytes.span, form: form, pathStart: authority.upperBound)
        }
    }

    private init(copying span: Span<UInt8>, form: Form, pathStart: Int) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(span.count)
        span.append(to: &bytes)
        let pathEnd = span.firstPlace(of: UInt8(ascii: "?"), from: pathStart)
        let query = pathEnd < span.count ? pathEnd + 1..<span.count : nil
        self.init(bytes: bytes, form: form, pathRange: pathStart..<pathEnd, queryRange: query)
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
