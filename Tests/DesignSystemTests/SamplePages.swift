import DesignSystem
import Encoding
import HTTPCore

/// Every page with one text in every place that takes one.
func pages(holding text: String, in language: Language) -> [Response] {
    doorPages(text, language) + accountPages(text, language) + gatePages(text, language)
}

private func gatePages(_ text: String, _ language: Language) -> [Response] {
    let product = Product(name: text, english: text, japanese: text)
    return [
        GatePage.goingOn(to: text, product: product, language: language),
        GatePage("\(text)", "\(text)", product: product, language: language, home: text, content: "").response(),
        GatePage("\(text)", "\(text)", product: product, language: language, home: nil, content: "").response(),
    ]
}

private func doorPages(_ text: String, _ language: Language) -> [Response] {
    DoorPage.Step.allCases.flatMap { step in
        messages(text).map { message in
            let product = Product(name: text, english: text, japanese: text)
            let paths = DoorPaths(signIn: text, register: text, confirm: text, forgotPassword: text, resetPassword: text, signedOut: text)
            var page = DoorPage(step, product: product, language: language, paths: paths)
            page.query = "?" + text
            page.hidden = [(text, text)]
            page.values = DoorField.allCases.reduce(into: [:]) { $0[$1] = text }
            page.problems = DoorField.allCases.map { DoorProblem(field: $0, message: message) } + [DoorProblem(message: message)]
            page.notice = message
            page.otherWayIn = text
            return page.response()
        }
    } + [knownAddress(text, language), askingToSignOut(text, language)]
}

/// Somebody who may be signed in still is asked.
private func askingToSignOut(_ text: String, _ language: Language) -> Response {
    var page = DoorPage(.signedOut, product: .haiku, language: language)
    page.signOutAction = text
    return page.response()
}

/// The address goes along unseen when there is nothing wrong with it.
private func knownAddress(_ text: String, _ language: Language) -> Response {
    var page = DoorPage(.confirm, product: .haiku, language: language)
    page.values = [.email: text, .code: text]
    return page.response()
}

func messages(_ text: String) -> [DoorMessage] {
    [
        .wrongPassword, .notConfirmed, .resetRequired, .newPasswordRequired, .tooManyAttempts(retryAfterSeconds: 5), .codeRefused,
        .passwordTooWeak(PasswordRule.allCases), .spaceAtEdge, .emailMalformed, .missing, .tooLong(100), .unavailable, .sessionsLeft, .formTooOld,
        .invalid(text), .addressConfirmed, .codeSent(to: text), .passwordChanged, .signedOut, .sessionOver,
    ]
}

func accountMessages(_ text: String) -> [AccountMessage] {
    [
        .wrongPassword, .passwordTooWeak(PasswordRule.allCases), .spaceAtEdge, .missing, .confirmationDiffers, .tooManyAttempts(retryAfterSeconds: 500),
        .unavailable, .sessionsLeft, .formTooOld, .sessionUnknown, .invalid(text), .passwordChanged, .sessionEnded, .exportAsked, .deletionAsked,
    ]
}

private func accountPages(_ text: String, _ language: Language) -> [Response] {
    let exports: [ExportState] = [.none, .asked(at: noon), .working, .ready(href: text, until: noon), .failed]
    let deletions: [DeletionState] = [.none, .asked(at: noon), .working, .failed]
    return exports.flatMap { export in
        deletions.map { deletion in
            var page = accountPage(text, language)
            page.export = export
            page.deletion = deletion
            return page.response()
        }
    }
        + accountMessages(text).map { message in
            var page = accountPage(text, language)
            page.notice = message
            page.problems = AccountField.allCases.map { AccountProblem(field: $0, message: message) }
            page.problems += AccountSection.allCases.map { AccountProblem(section: $0, message: message) }
            return page.response()
        }
}

let noon = Timestamp(secondsSinceEpoch: 1_790_000_000)

func accountPage(_ text: String, _ language: Language) -> AccountPage {
    var paths = AccountPaths()
    (paths.profile, paths.changePassword, paths.endSession, paths.signOutEverywhere) = (text, text, text, text)
    (paths.signOut, paths.export, paths.delete) = (text, text, text)
    let holder = AccountHolder(email: text, givenName: text, familyName: text)
    var page = AccountPage(of: holder, product: Product(name: text, english: text, japanese: text), language: language, paths: paths)
    page.apps = [AppLink(.langPortal, href: text), AppLink(page.product, href: text)]
    page.hidden = [(text, text)]
    page.sessions = [
        AccountSession(id: text, device: text, beganAt: noon, seenAt: noon, isCurrent: true),
        AccountSession(id: text, device: text, beganAt: noon, seenAt: noon),
        AccountSession(id: text, device: nil, beganAt: noon, seenAt: noon),
    ]
    page.confirmation = text
    return page
}
