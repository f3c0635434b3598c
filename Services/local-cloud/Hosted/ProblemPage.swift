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
        var response = HousePage(title: title(language), language: language, content: content(language)).response(status: .badRequest)
        response.fields.set("X-Frame-Options", "DENY")
        return response
    }

    private func title(_ language: Language) -> Markup { language == .english ? "This link does not work" : "このリンクは無効です" }

    private func content(_ language: Language) -> Markup {
        let advice: Markup =
            language == .english ? "Go back to the app and choose “Sign in” there once more." : "アプリに戻り、もう一度サインインしてください。"
        return """
            <div class="gate"><div class="gate-side"><main class="gate-column" id="main" tabindex="-1">
            <div class="heading"><h1>\(title(language))</h1><p class="quiet">\(advice)</p></div>
            <p class="quiet" lang="en"><code>\(error.code.rawValue)</code>: \(error.description)</p>
            </main></div></div>
            """
    }
}
