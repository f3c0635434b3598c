extension DoorField {
    /// Type, key pad and what browsers and password managers fill in (WHATWG HTML §4.10.18.7).
    ///
    /// No `maxlength`: what is pasted would be cut without a word, and a password would never fit again.
    func kind(on step: DoorPage.Step) -> Markup {
        switch self {
        case .email: " type=\"email\" inputmode=\"email\" autocomplete=\"\(step.namesAccount ? "username" : "email")\"\(asTyped)"
        case .password where step == .signIn: " type=\"password\" autocomplete=\"current-password\"\(asTyped)"
        case .password, .newPassword: " type=\"password\" autocomplete=\"new-password\"\(asTyped)"
        case .givenName: " type=\"text\" autocomplete=\"given-name\""
        case .familyName: " type=\"text\" autocomplete=\"family-name\""
        case .code: " type=\"text\" inputmode=\"numeric\" autocomplete=\"one-time-code\"\(asTyped)"
        }
    }

    /// Whether a password is chosen here, by the rules.
    func isChosenPassword(on step: DoorPage.Step) -> Bool { self == .newPassword || self == .password && step == .register }

    /// Nothing corrects what is no word.
    private var asTyped: Markup { " autocapitalize=\"none\" spellcheck=\"false\"" }
}

extension DoorPage.Step {
    /// Whether the address stands beside a password, which password managers keep together.
    fileprivate var namesAccount: Bool { self == .signIn || self == .register || self == .resetPassword }
}
