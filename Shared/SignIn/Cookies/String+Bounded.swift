extension String {
    /// As much of the text as JSON writes in so many bytes, whole Unicode scalars: a cookie has 4,096 bytes, and one character may have any number of marks.
    func bounded(to bytes: Int) -> String {
        var left = bytes, text = UnicodeScalarView()
        for scalar in unicodeScalars {
            left -= scalar.bytesInJSON
            guard left >= 0 else { break }
            text.append(scalar)
        }
        return String(text)
    }
}

extension Unicode.Scalar {
    /// At most: control characters are written `\u0000` (RFC 8259 §7).
    fileprivate var bytesInJSON: Int {
        switch self {
        case "\"", "\\": 2
        case ..<" ", "\u{7F}": 6
        default: UTF8.width(self)
        }
    }
}
