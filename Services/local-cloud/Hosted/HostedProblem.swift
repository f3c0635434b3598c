import DesignSystem
import HTTPCore

/// What a hosted page says of a refusal of the pool.
enum HostedProblem {
    static func of(_ error: CognitoError, at step: DoorPage.Step) -> (DoorProblem, Status) {
        switch error {
        case .notAuthorized(.wrongPassword): (DoorProblem(message: .wrongPassword), .unprocessableContent)
        // The lock's length tells how often others tried: the longest is said.
        case .notAuthorized(.tooManyPasswords): (DoorProblem(message: .tooManyAttempts(retryAfterSeconds: 900)), .tooManyRequests)
        case .limitExceeded: (DoorProblem(message: .tooManyAttempts(retryAfterSeconds: step == .forgotPassword ? 3_600 : 900)), .tooManyRequests)
        case .codeMismatch, .expiredCode: (DoorProblem(field: .code, message: .codeRefused), .unprocessableContent)
        case .invalidPassword: (DoorProblem(message: .passwordTooWeak([])), .unprocessableContent)
        case .invalidParameter: (DoorProblem(field: .email, message: .emailMalformed), .unprocessableContent)
        default: (DoorProblem(message: .unavailable), .serviceUnavailable)
        }
    }
}
