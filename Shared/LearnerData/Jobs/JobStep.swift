/// One thing a job does.
enum JobStep: Sendable, Equatable {
    /// A page of a part goes into the copy.
    case gather(String)
    /// Every session ends, here and at the user pool.
    case signOut
    /// Some of a part are deleted.
    case delete(String)
    /// Copies of before are deleted.
    case deleteCopies
    /// The account at the user pool.
    case deleteAccount
    /// What was written with an access token that outlived the account.
    case deleteAgain(String)
    /// Whose it was.
    case forget

    /// How a job remembers it; no two alike, as the names of parts have no spaces.
    var name: String {
        switch self {
        case .gather(let part): "gather \(part)"
        case .signOut: "sign out"
        case .delete(let part): "delete \(part)"
        case .deleteCopies: "delete the copies"
        case .deleteAccount: "delete the account"
        case .deleteAgain(let part): "delete \(part) again"
        case .forget: "forget"
        }
    }
}

/// What came of a step.
enum StepOutcome: Sendable, Equatable {
    /// There is more to do in it.
    case more(cursor: String?)
    /// The next one is due.
    case complete
}
