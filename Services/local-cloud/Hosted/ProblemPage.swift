import DesignSystem
import HTTPCore
import Web

/// What went wrong before there was anybody to send back to: in Cognito the page `/error`.
struct ProblemPage {
    private let error: OAuthError

    init(_ error: OAuthError) { self.error = error }

    /// 400, in the visitor's language; the name of the error is for developers.
    func response(_ context: RequestContext, isSecure: Bool) -> Response {
        let language = LanguageChoice.of(context, isSecure: isSecure).language
        let page = GatePage(title(language), advice(language), product: .account, language: language, home: nil, content: cause)
        var response = page.response(status: .badRequest)
        response.fields.set("X-Frame-Options", "DENY")
        return response
    }

    private func title(_ language: Language) -> Markup { language == .english ? "This link does not work" : "このリンクは無効です" }

    private func advice(_ language: Language) -> Markup {
        language == .english ? "Go back to the app and choose “Sign in” there once more." : "アプリに戻り、もう一度サインインしてください。"
    }

    private var cause: Markup { "<p class=\"quiet\" lang=\"en\"><code>\(error.code.rawValue)</code>: \(error.description)</p>" }
}
