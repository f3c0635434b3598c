/// One field with its label, help, control and error.
struct DoorControl {
    let field: DoorField
    let step: DoorPage.Step
    let language: Language
    var value: String?
    var problem: Markup?
    /// The rules the last password broke; nil where none was refused for that.
    var brokenRules: [PasswordRule]?
    var hasFocus = false
    /// A link on the label's line; by keyboard it comes after the control.
    var aside: Markup?

    init(_ field: DoorField, step: DoorPage.Step, language: Language) {
        self.field = field
        self.step = step
        self.language = language
    }

    var markup: Markup {
        """
        <div class="field">
        <label for="\(id)">\(field.label[language])</label>
        \(field.isSecret ? withShowButton : input)
        \(aside.map { "<p class=\"aside\">\($0)</p>" })
        \(problem.map { "<p class=\"error\" id=\"\(id)-error\"><span>\($0)</span></p>" })
        \(isChosenPassword ? PasswordRules(broken: brokenRules, id: rulesID, language: language).markup : nil)
        </div>

        """
    }

    private var id: String { field.identifier }
    private var rulesID: String { "\(id)-rules" }
    private var isChosenPassword: Bool { field == .newPassword || field == .password && step == .register }

    private var withShowButton: Markup {
        """
        <div class="with-action">\(input)<button class="button plain" type="button" aria-pressed="false" aria-controls="\(id)" data-shows="\(id)" hidden>\
        \(DoorWords.show[language])<span class="visually-hidden">\(DoorWords.showWhat[language])</span></button></div>
        """
    }

    private var input: Markup {
        let described = [problem.map { _ in "\(id)-error" }, isChosenPassword ? rulesID : nil].compactMap { $0 }.joined(separator: " ")
        return """
            <input class="input\(field == .code ? " code" : "")" id="\(id)" name="\(field.rawValue)"\(kind) required\
            \(.attribute("value", field.isSecret ? nil : value))\
            \(.attribute("aria-describedby", described.isEmpty ? nil : described))\
            \(.attribute("aria-invalid", problem == nil ? nil : "true"))\(hasFocus ? " autofocus" as Markup : nil)>
            """
    }

    /// Nothing corrects what is no word.
    private var asTyped: Markup { " autocapitalize=\"none\" spellcheck=\"false\"" }

    /// Type, key pad and what browsers and password managers fill in (WHATWG HTML §4.10.18.7).
    private var kind: Markup {
        switch field {
        case .email: " type=\"email\" inputmode=\"email\" autocomplete=\"\(step.namesAccount ? "username" : "email")\" maxlength=\"254\"\(asTyped)"
        case .password where step == .signIn: " type=\"password\" autocomplete=\"current-password\" maxlength=\"256\"\(asTyped)"
        case .password, .newPassword: " type=\"password\" autocomplete=\"new-password\" maxlength=\"256\"\(asTyped)"
        case .givenName: " type=\"text\" autocomplete=\"given-name\" maxlength=\"100\""
        case .familyName: " type=\"text\" autocomplete=\"family-name\" maxlength=\"100\""
        case .code: " type=\"text\" inputmode=\"numeric\" autocomplete=\"one-time-code\" maxlength=\"16\"\(asTyped)"
        }
    }
}

extension DoorPage.Step {
    /// Whether the address stands beside a password, which password managers keep together.
    var namesAccount: Bool { self == .signIn || self == .register || self == .resetPassword }
}
