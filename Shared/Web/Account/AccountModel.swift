public import Encoding

/// Who is signed in.
public struct AccountHolder: Sendable, Equatable {
    /// The address.
    public var email: String
    /// The given name; may be empty.
    public var givenName: String
    /// The family name; may be empty.
    public var familyName: String

    /// Somebody.
    public init(email: String, givenName: String = "", familyName: String = "") {
        self.email = email
        self.givenName = givenName
        self.familyName = familyName
    }

    /// The whole name in a language's order; the address where there is none.
    func name(_ language: Language) -> String {
        let parts = language == .japanese ? [familyName, givenName] : [givenName, familyName]
        let name = parts.filter { !$0.isEmpty }.joined(separator: " ")
        return name.isEmpty ? email : name
    }

    /// What the menu calls one: as one is addressed in a language.
    func shortName(_ language: Language) -> String {
        let preferred = language == .japanese ? familyName : givenName
        return preferred.isEmpty ? name(language) : preferred
    }
}

/// One place where the learner is signed in.
public struct AccountSession: Sendable, Equatable {
    /// What the form sends to end it.
    public var id: String
    /// The device in words; nil where nothing is known.
    public var device: String?
    /// When one signed in there.
    public var beganAt: Timestamp
    /// When it was last used.
    public var seenAt: Timestamp
    /// Whether it is the one that asks.
    public var isCurrent: Bool

    /// A session.
    public init(id: String, device: String?, beganAt: Timestamp, seenAt: Timestamp, isCurrent: Bool = false) {
        self.id = id
        self.device = device
        self.beganAt = beganAt
        self.seenAt = seenAt
        self.isCurrent = isCurrent
    }
}

/// How far the copy of the learner's data is.
public enum ExportState: Sendable, Equatable {
    /// None was asked for.
    case none
    /// Asked for, not begun.
    case asked(at: Timestamp)
    /// Being gathered.
    case working
    /// There, until a time.
    case ready(href: String, until: Timestamp?)
    /// It failed; one may ask again.
    case failed
}

/// How far the deletion of the account is.
public enum DeletionState: Sendable, Equatable {
    /// None was asked for.
    case none
    /// Asked for, not begun.
    case asked(at: Timestamp)
    /// Being done.
    case working
    /// It stopped midway; one may ask again, and it goes on where it stopped.
    case failed
}

/// An application in the switcher.
public struct AppLink: Sendable, Equatable {
    /// Which.
    public var product: Product
    /// Where it is.
    public var href: String

    /// A link.
    public init(_ product: Product, href: String) {
        self.product = product
        self.href = href
    }
}
