import Platform

/// A group of users, whose name appears in their tokens.
struct UserGroup: Sendable, Equatable {
    let name: String
    var details: String?
    /// The lower, the more it counts; nil counts least.
    var precedence: Int?
    let createdAt: UnixTime

    /// The most groups of the pool.
    static let maximumGroups = 500

    /// The pattern of Cognito: 1 to 128 letters, marks, symbols, numbers and punctuation, so neither white space nor controls.
    static func isName(_ text: String) -> Bool {
        (1...128).contains(text.unicodeScalars.count)
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .unassigned, .privateUse: false
                default: true
                }
            }
    }
}
