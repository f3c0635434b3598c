import HTTPCore

/// Why a multipart body could not be read.
public enum MultipartError: Error, Equatable, Sendable {
    /// The content type names no boundary, or none that RFC 2046 §5.1.1 allows.
    case badBoundary
    /// A line begins with the boundary and goes on with something else.
    case badDelimiter
    /// The header fields of a part are not well formed, or do not name its field.
    case badHead
    /// The header fields of a part are longer than this.
    case headTooLarge(limitBytes: Int)
    /// There are more parts than this.
    case tooManyParts(limit: Int)
    /// The texts together are longer than this.
    case textTooLarge(limitBytes: Int)
    /// A file is longer than this.
    case fileTooLarge(limitBytes: Int)
    /// A text is not UTF-8.
    case notUTF8
    /// The body ends before its last delimiter.
    case truncated
}

extension MultipartError: HTTPErrorConvertible {
    /// 413 for what is too much, 400 for what is not well formed.
    public var httpError: HTTPError {
        switch self {
        case .headTooLarge, .tooManyParts, .textTooLarge, .fileTooLarge: HTTPError(.contentTooLarge, type: "content-too-large", detail: sentence)
        default: HTTPError(.badRequest, type: "bad-multipart", detail: sentence)
        }
    }

    private var sentence: String {
        switch self {
        case .badBoundary: "The content type needs a boundary of 1 to 70 characters; let your HTTP library write the field."
        case .badDelimiter: "A line begins with the boundary and is no delimiter; choose another boundary."
        case .badHead: "A part's header fields are not well formed; each part needs Content-Disposition: form-data with a name."
        case .headTooLarge(let limit): "A part's header fields are too long; send at most \(limit) bytes of them."
        case .tooManyParts(let limit): "The form has too many parts; send at most \(limit)."
        case .textTooLarge(let limit): "The form's texts are too long; send at most \(limit) bytes of them, and longer ones as files."
        case .fileTooLarge(let limit): "A file is too large; send at most \(limit) bytes in each."
        case .notUTF8: "A text of the form is not UTF-8; encode it again."
        case .truncated: "The form ends before its last boundary; send it whole."
        }
    }
}
