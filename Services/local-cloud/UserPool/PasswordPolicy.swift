/// What a password must hold. The defaults are those of the specification's user pool.
struct PasswordPolicy: Sendable, Equatable {
    /// The least number of characters.
    var minimumLength = 8
    /// The greatest length Cognito takes.
    static let maximumLength = 256

    /// The first rule that a password breaks, with Cognito's words for it.
    enum Violation: String, CaseIterable {
        case tooShort = "Password not long enough"
        case lacksUppercase = "Password must have uppercase characters"
        case lacksLowercase = "Password must have lowercase characters"
        case lacksNumber = "Password must have numeric characters"
        case lacksSymbol = "Password must have symbol characters"
    }

    /// Nil for a password that may be used. Letters are Basic Latin, symbols are Cognito's list.
    func violation(of password: String) -> Violation? {
        let bytes = Array(password.utf8)
        if password.unicodeScalars.count < minimumLength { return .tooShort }
        if !bytes.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) { return .lacksUppercase }
        if !bytes.contains(where: { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) { return .lacksLowercase }
        if !bytes.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return .lacksNumber }
        if !bytes.contains(where: { Self.symbols.contains($0) }) { return .lacksSymbol }
        return nil
    }

    /// Amazon Cognito developer guide, "Password policies"; a space counts unless it is first or last, which the request's pattern refuses.
    private static let symbols = Set(#"^$*.[]{}()?-"!@#%&/\,><':;|_~`+= "#.utf8)
}
