/// What is wrong with a JSON text, in the words of Python's `json` module, which FastAPI passes on to its clients.
public enum JSONSyntaxReason: Sendable, Equatable {
    /// Neither a value nor the end of one stands here.
    case expectedValue
    /// A member's name must stand here; also after a comma that nothing follows.
    case expectedName
    /// A colon must stand here.
    case expectedColon
    /// A comma or the closing bracket must stand here.
    case expectedComma
    /// The string that starts here has no end.
    case unterminatedString
    /// A byte below 0x20 inside a string.
    case controlCharacter
    /// A backslash followed by a character without meaning.
    case invalidEscape
    /// `\u` without four hexadecimal digits.
    case invalidUnicodeEscape
    /// Half a surrogate pair, which is no character (RFC 8259 §8.2).
    case loneSurrogate
    /// Something follows the value.
    case extraData
    /// More levels of arrays and objects than the limit.
    case tooDeep
    /// Bytes that are not UTF-8 (RFC 8259 §8.1).
    case invalidUTF8
    /// A byte order mark, which must not be sent (RFC 8259 §8.1).
    case byteOrderMark
    /// Good JSON, but not what the reading type wants.
    case mismatch

    /// The sentence for `ctx.error`.
    public var message: String {
        switch self {
        case .expectedValue: "Expecting value"
        case .expectedName: "Expecting property name enclosed in double quotes"
        case .expectedColon: "Expecting ':' delimiter"
        case .expectedComma: "Expecting ',' delimiter"
        case .unterminatedString: "Unterminated string starting at"
        case .controlCharacter: "Invalid control character at"
        case .invalidEscape: "Invalid \\escape"
        case .invalidUnicodeEscape: "Invalid \\uXXXX escape"
        case .loneSurrogate: "Unpaired surrogate in \\uXXXX escape"
        case .extraData: "Extra data"
        case .tooDeep: "Too many levels of nesting"
        case .invalidUTF8: "Invalid UTF-8"
        case .byteOrderMark: "Unexpected UTF-8 byte order mark"
        case .mismatch: "Unexpected kind of value"
        }
    }
}
