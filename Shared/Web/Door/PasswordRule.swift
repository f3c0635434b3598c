/// A rule of the user pool's password policy, explained one by one.
///
/// Letters and digits are those of ASCII; symbols are Cognito's list (Amazon Cognito developer guide, "Password policies").
public enum PasswordRule: String, Sendable, CaseIterable {
    /// 8 characters (Unicode scalars) or more.
    case length
    /// A lower-case letter, a–z.
    case lowercase
    /// An upper-case letter, A–Z.
    case uppercase
    /// A digit, 0–9.
    case number
    /// A symbol; a space counts where it is neither first nor last.
    case symbol

    /// The least number of characters.
    public static let minimumLength = 8
    /// The symbols of the list, without the space.
    static let symbols = #"^$*.[]{}()?-"!@#%&/\,><':;|_~`+="#

    /// Whether a password keeps the rule.
    public func isMet(by password: String) -> Bool {
        let bytes = password.utf8
        return switch self {
        case .length: password.unicodeScalars.count >= Self.minimumLength
        case .lowercase: bytes.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        case .uppercase: bytes.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        case .number: bytes.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        case .symbol: bytes.contains { Self.symbolBytes.contains($0) } || bytes.dropFirst().dropLast().contains(UInt8(ascii: " "))
        }
    }

    /// The rules a password breaks, in the order they are listed.
    public static func broken(by password: String) -> [PasswordRule] { allCases.filter { !$0.isMet(by: password) } }

    /// Whether a password begins or ends with a space, which Cognito refuses whatever the policy is.
    public static func hasSpaceAtEdge(_ password: String) -> Bool { password.first?.isWhitespace ?? false || password.last?.isWhitespace ?? false }

    private static let symbolBytes = Set(symbols.utf8)

    /// How the rule reads in the list.
    var text: Phrase {
        switch self {
        case .length: Phrase("8 characters or more", "8文字以上")
        case .lowercase: Phrase("lower-case letter (a–z)", "英小文字（a–z）")
        case .uppercase: Phrase("upper-case letter (A–Z)", "英大文字（A–Z）")
        case .number: Phrase("digit (0–9)", "数字（0–9）")
        case .symbol: Phrase("symbol, such as ! or #", "記号（!、# など）")
        }
    }

    /// How it reads in a sentence about what is missing.
    var shortText: Phrase {
        switch self {
        case .length: Phrase("more characters (8 at least)", "文字数（8文字以上）")
        case .lowercase: Phrase("a lower-case letter", "英小文字")
        case .uppercase: Phrase("an upper-case letter", "英大文字")
        case .number: Phrase("a digit", "数字")
        case .symbol: Phrase("a symbol", "記号")
        }
    }
}
