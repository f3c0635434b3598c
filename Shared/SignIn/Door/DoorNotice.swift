import DesignSystem

/// Why one is sent to a page at the door, as its address says it.
enum DoorNotice: String {
    case addressConfirmed = "confirmed"
    case passwordChanged = "password"
    case sessionOver = "session-over"
    case notConfirmed = "not-confirmed"
    case codeSent = "code"
    case resetRequired = "reset-required"

    /// What the page says.
    func message(email: String) -> DoorMessage {
        switch self {
        case .addressConfirmed: .addressConfirmed
        case .passwordChanged: .passwordChanged
        case .sessionOver: .sessionOver
        case .notConfirmed: .notConfirmed
        case .codeSent: .codeSent(to: email)
        case .resetRequired: .resetRequired
        }
    }
}
