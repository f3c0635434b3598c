import DesignSystem
import HTTPCore
import Platform
import Web

extension SignInProblem {
    /// As a page tells it, beside the field where there is one.
    ///
    /// - Parameter passwordField: the field that a weak password came in.
    func doorProblem(passwordField: DoorField) -> DoorProblem {
        switch self {
        case .wrongPassword: DoorProblem(message: .wrongPassword)
        case .notConfirmed: DoorProblem(message: .notConfirmed)
        case .resetRequired: DoorProblem(message: .resetRequired)
        case .newPasswordRequired: DoorProblem(message: .newPasswordRequired)
        case .codeRefused: DoorProblem(field: .code, message: .codeRefused)
        case .passwordTooWeak(let rules): DoorProblem(field: passwordField, message: .passwordTooWeak(rules))
        case .spaceAtEdge: DoorProblem(field: passwordField, message: .spaceAtEdge)
        case .notAccepted: DoorProblem(message: .unavailable)
        case .throttled(let retryAfter): DoorProblem(message: .tooManyAttempts(retryAfterSeconds: Int(max(1, retryAfter.components.seconds + 1))))
        case .sessionOver, .transactionOver: DoorProblem(message: .sessionOver)
        case .sessionsLeft: DoorProblem(message: .sessionsLeft)
        case .unavailable: DoorProblem(message: .unavailable)
        }
    }

    /// Tells the log what a page tells nobody.
    func log(in context: RequestContext) {
        guard let cause else { return }
        context.application.configuration.logger.warning("sign-in.unavailable") { line in
            line.field("request_id", context.id)
            line.field("cause", cause)
        }
    }

    private var cause: String? {
        switch self {
        case .unavailable(let cause), .sessionsLeft(let cause): cause
        default: nil
        }
    }

    /// The status of the page.
    var pageStatus: Status {
        switch self {
        case .wrongPassword, .sessionOver: .unauthorized
        case .notConfirmed, .resetRequired, .newPasswordRequired: .forbidden
        case .codeRefused, .notAccepted, .transactionOver: .badRequest
        case .passwordTooWeak, .spaceAtEdge: .unprocessableContent
        case .throttled: .tooManyRequests
        case .unavailable, .sessionsLeft: .serviceUnavailable
        }
    }
}
