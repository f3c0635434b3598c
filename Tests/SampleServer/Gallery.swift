import DesignSystem
import Encoding
import HTTPCore

/// Every page of the house in every state, by name: for pictures and for checks of accessibility.
enum Gallery {
    typealias Page = @Sendable (DesignSystem.Language) -> Response

    static let pages: [(name: String, response: Page)] = door + account + gate

    private static let gate: [(name: String, response: Page)] = [
        (
            "going-on",
            {
                var response = GatePage.goingOn(to: "/gallery/account", product: .langPortal, language: $0)
                // Here it stays.
                response.fields.remove("Refresh")
                return response
            }
        ),
        (
            "problem",
            {
                let (title, advice): (Markup, Markup) =
                    $0 == .english
                    ? ("This link does not work", "Go back to the app and choose “Sign in” there once more.")
                    : ("このリンクは無効です", "アプリに戻り、もう一度サインインしてください。")
                let cause: Markup = "<p class=\"quiet\" lang=\"en\"><code>redirect_mismatch</code>: \(long) is not registered.</p>"
                return GatePage(title, advice, product: .account, language: $0, home: nil, content: cause).response(status: .badRequest)
            }
        ),
    ]

    private static let long = "pneumonoultramicroscopicsilicovolcanoconiosis.sanatorium.of.the.northern.prefectures@subdomain.of.a.very.long.example.jp"

    private static let door: [(name: String, response: Page)] = [
        ("sign-in", { door(.signIn, $0) { $0.otherWayIn = "/oauth2/authorize" } }),
        ("sign-in-hosted", { DoorPage(.signIn, product: .account, language: $0, paths: .hosted).response() }),
        (
            "sign-in-refused",
            {
                door(.signIn, $0) {
                    $0.values = typed; $0.problems = [DoorProblem(message: .wrongPassword)]
                }
            }
        ),
        ("sign-in-empty", { door(.signIn, $0) { $0.problems = [.email, .password].map { DoorProblem(field: $0, message: .missing) } } }),
        (
            "sign-in-throttled",
            {
                door(.signIn, $0) {
                    $0.values = typed; $0.problems = [DoorProblem(message: .tooManyAttempts(retryAfterSeconds: 300))]
                }
            }
        ),
        (
            "sign-in-unavailable",
            {
                door(.signIn, $0) {
                    $0.values = [.email: long]; $0.problems = [DoorProblem(message: .unavailable)]
                }
            }
        ),
        (
            "sign-in-confirmed",
            {
                door(.signIn, $0) {
                    $0.values = typed; $0.notice = .addressConfirmed
                }
            }
        ),
        ("sign-in-session-over", { door(.signIn, $0) { $0.notice = .sessionOver } }), ("register", { door(.register, $0) { _ in } }),
        (
            "register-weak",
            {
                door(.register, $0) {
                    $0.values = typed; $0.problems = [weak(.password)]
                }
            }
        ),
        (
            "register-broken",
            {
                door(.register, $0) {
                    $0.values = [.email: "mai@example", .givenName: String(repeating: "Hubert Blaine ", count: 9)]
                    $0.problems = [
                        DoorProblem(field: .givenName, message: .tooLong(100)), DoorProblem(field: .familyName, message: .missing),
                        DoorProblem(field: .email, message: .emailMalformed), DoorProblem(field: .password, message: .passwordTooWeak(PasswordRule.allCases)),
                    ]
                }
            }
        ), ("confirm", { door(.confirm, $0) { $0.values = typed } }), ("confirm-unknown", { door(.confirm, $0) { _ in } }),
        (
            "confirm-refused",
            {
                door(.confirm, $0) {
                    $0.values = [.email: long, .code: "204816"]
                    $0.problems = [DoorProblem(field: .code, message: .codeRefused)]
                }
            }
        ),
        (
            "confirm-sent",
            {
                door(.confirm, $0) {
                    $0.values = typed; $0.notice = .codeSent(to: "m***@e***")
                }
            }
        ),
        ("forgot", { door(.forgotPassword, $0) { _ in } }),
        ("forgot-broken", { door(.forgotPassword, $0) { $0.problems = [DoorProblem(field: .email, message: .missing)] } }),
        (
            "reset",
            {
                door(.resetPassword, $0) {
                    $0.values = typed; $0.notice = .codeSent(to: "m***@e***")
                }
            }
        ),
        (
            "reset-broken",
            {
                door(.resetPassword, $0) {
                    $0.values = typed; $0.problems = [DoorProblem(field: .code, message: .codeRefused), weak(.newPassword)]
                }
            }
        ), ("reset-old", { door(.resetPassword, $0) { $0.problems = [DoorProblem(message: .formTooOld)] } }), ("signed-out", { door(.signedOut, $0) { _ in } }),
    ]

    private static let typed: [DoorField: String] = [.email: "mai@example.jp", .givenName: "Mai", .familyName: "山田", .code: "204816"]

    private static func weak(_ field: DoorField) -> DoorProblem { DoorProblem(field: field, message: .passwordTooWeak([.uppercase, .symbol])) }

    private static func door(_ step: DoorPage.Step, _ language: DesignSystem.Language, _ change: (inout DoorPage) -> Void) -> Response {
        var page = DoorPage(step, product: .langPortal, language: language)
        page.hidden = [("csrf_token", "token")]
        change(&page)
        return page.response()
    }

    private static let account: [(name: String, response: Page)] = [
        ("account", { account($0) { _ in } }),
        (
            "account-alone",
            {
                account($0) {
                    $0.sessions = []; $0.holder = AccountHolder(email: long)
                }
            }
        ),
        (
            "account-changed",
            {
                account($0) {
                    $0.notice = .passwordChanged; $0.export = .asked(at: noon)
                }
            }
        ),
        (
            "account-weak",
            {
                account($0) {
                    $0.problems = [
                        AccountProblem(field: .oldPassword, message: .wrongPassword), AccountProblem(field: .newPassword, message: .passwordTooWeak([.number])),
                    ]
                }
            }
        ),
        (
            "account-working",
            {
                account($0) {
                    $0.export = .working; $0.deletion = .working; $0.notice = .deletionAsked
                }
            }
        ),
        (
            "account-ready",
            {
                account($0) {
                    $0.export = .ready(href: "/profile/export/1", until: noon); $0.deletion = .asked(at: noon)
                }
            }
        ),
        (
            "account-failed",
            {
                account($0) {
                    $0.export = .failed; $0.deletion = .failed
                }
            }
        ),
        (
            "account-unconfirmed",
            {
                account($0) {
                    $0.confirmation = "mia@example.jp"; $0.problems = [AccountProblem(field: .confirmation, message: .confirmationDiffers)]
                }
            }
        ), ("account-ended", { account($0) { $0.problems = [AccountProblem(section: .sessions, message: .sessionUnknown)] } }),
    ]

    static let noon = Timestamp(secondsSinceEpoch: 1_790_000_000)

    private static func account(_ language: DesignSystem.Language, _ change: (inout AccountPage) -> Void) -> Response {
        var page = AccountPage(of: AccountHolder(email: "mai@example.jp", givenName: "Mai", familyName: "山田"), product: .langPortal, language: language)
        page.apps = [AppLink(.langPortal, href: "/"), AppLink(.haiku, href: "/h"), AppLink(.vocab, href: "/v"), AppLink(.writingPractice, href: "/w")]
        page.hidden = [("csrf_token", "token")]
        page.sessions = [
            AccountSession(id: "1", device: "Firefox · Linux", beganAt: noon, seenAt: noon, isCurrent: true),
            AccountSession(id: "2", device: "Safari · iPhone", beganAt: noon - .seconds(40_000), seenAt: noon - .seconds(900)),
            AccountSession(id: "3", device: nil, beganAt: noon - .seconds(80_000), seenAt: noon - .seconds(50_000)),
            AccountSession(id: "4", device: long, beganAt: noon - .seconds(85_000), seenAt: noon - .seconds(85_000)),
        ]
        change(&page)
        return page.response()
    }
}
