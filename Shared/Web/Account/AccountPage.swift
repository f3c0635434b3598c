public import HTTPCore

/// The account page: who is signed in, the password, the sessions, the data, and how to leave.
///
/// It works without JavaScript: each form is posted to its path with the `hidden` fields, and the answer is the page again with `problems`, or
/// `DoorPage.redirect(to:answering:)` back to it.
public struct AccountPage: Sendable {
    /// Who is signed in.
    public var holder: AccountHolder
    /// The application that shows the page.
    public var product: Product
    /// The language.
    public var language: Language
    /// Where the page lies and its forms go.
    public var paths: AccountPaths
    /// The applications in the switcher.
    public var apps: [AppLink] = []
    /// Where one is signed in, this session among them.
    public var sessions: [AccountSession] = []
    /// How far the copy of the data is.
    public var export = ExportState.none
    /// How far the deletion is.
    public var deletion = DeletionState.none
    /// Fields that every form sends unseen, such as `csrf_token`.
    public var hidden: [(name: String, value: String)] = []
    /// What was typed to confirm the deletion.
    public var confirmation = ""
    /// What is to be mended.
    public var problems: [AccountProblem] = []
    /// What has just been done.
    public var notice: AccountMessage?

    /// A page without sessions, jobs, problems and notice.
    public init(of holder: AccountHolder, product: Product, language: Language, paths: AccountPaths = .own) {
        self.holder = holder
        self.product = product
        self.language = language
        self.paths = paths
    }

    /// Whether what was typed confirms the deletion of the account with this address: the same, without regard to case and spaces around it.
    public static func isConfirmed(_ typed: String, email: String) -> Bool {
        let typed = typed.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
        return !email.isEmpty && String(typed).lowercased() == email.lowercased()
    }

    /// The answer; a `Retry-After` field goes with `.tooManyAttempts`.
    public func response(status: Status = .ok) -> Response {
        var response = HousePage(title: title, language: language, scripts: [.account], content: frame).response(status: status)
        if let seconds = problems.lazy.compactMap(\.message.retryAfterSeconds).first { response.fields.set(.retryAfter, String(seconds)) }
        return response
    }

    private var title: Markup { "\(problems.isEmpty ? nil : FrameWords.error[language])\(AccountWords.title[language]) – \(product.name)" }

    private var frame: Markup {
        """
        \(header.markup)
        <main class="account" id="main" tabindex="-1">
        <h1>\(AccountWords.title[language])</h1>
        \(noticeBox)
        \(person)
        \(passwordSection)
        \(sessionsSection)
        \(dataSection)
        \(deletionSection)
        </main>
        """
    }

    private var header: HouseHeader {
        var header = HouseHeader(for: holder, product: product, language: language, place: paths.profile)
        header.paths = paths
        header.apps = apps
        header.hidden = hidden
        return header
    }

    private var noticeBox: Markup? {
        notice.map { "<div class=\"notice\($0.isGood ? " good" : "")\" role=\"status\"><p>\($0.text(for: nil, language))</p></div>" }
    }
}
