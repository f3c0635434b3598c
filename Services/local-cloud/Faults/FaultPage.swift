/// The control page: one form per service, which works without scripts, by keyboard and with a screen reader.
struct FaultPage {
    /// A form that could not be read, shown again with what is wrong with it.
    struct Refused {
        var kind: CloudServiceKind
        var draft: FaultDraft
        var problems: FaultDraft.Problems
    }

    var standing: [(kind: CloudServiceKind, fault: Fault, happened: Int)]
    var refused: Refused?

    var page: Page {
        Page(place: .faults, titlePrefix: refused == nil ? "" : "Error: ", style: Self.style, content: content)
    }

    private var content: String {
        """
        <h1>Faults</h1>
        <p class="lead">Let a service go wrong and see what your app makes of it. What is set here stays for every request until it is cleared or local-cloud
        ends; one request alone goes wrong by the header <code>X-Local-Fault</code>.</p>
        \(refused.map(problemNotice) ?? summary)
        <div class="cards">
        \(CloudServiceKind.allCases.map(card).joined(separator: "\n"))
        </div>
        """
    }

    private var summary: String {
        guard !standing.isEmpty else { return "<div class=\"notice\" role=\"status\"><p>Nothing goes wrong now.</p></div>" }
        let lines = standing.map { "<li><a href=\"#\($0.kind.rawValue)\">\($0.kind.title)</a>: \(FaultCard.state($0.fault, $0.happened))</li>" }
        return """
            <div class="notice wrong" role="status">
            <ul>\(lines.joined())</ul>
            </div>
            <form method="post" action="/_faults"><input type="hidden" name="service" value="all"><button class="second" name="clear" value="1">Clear all</button></form>
            """
    }

    private func problemNotice(_ refused: Refused) -> String {
        let lines = FaultDraft.Field.allCases.compactMap { field in
            refused.problems.sentences[field].map { "<li><a href=\"#\(refused.kind.rawValue)-\(field.rawValue)\">\(FaultCard.label(field))</a>: \($0)</li>" }
        }
        return """
            <div class="notice wrong" role="alert">
            <p><strong>The fault of \(refused.kind.title) was not set.</strong></p>
            <ul>\(lines.joined())</ul>
            </div>
            """
    }

    private func card(_ kind: CloudServiceKind) -> String {
        let set = standing.first { $0.kind == kind }
        let mine = refused?.kind == kind ? refused : nil
        return FaultCard(
            kind: kind, standing: set.map { ($0.fault, $0.happened) }, draft: mine?.draft ?? FaultDraft(set?.fault), problems: mine?.problems.sentences ?? [:]
        ).html
    }

    /// Fields that a choice does not need are hidden, where the browser can tell; where it cannot, all are shown.
    private static let style = """
        .cards { margin-top: 1.25rem; }
        @supports selector(:has(a)) {
          .for-slow, .for-error, .for-first, .for-chance, .for-any { display: none; }
          form:has([value="slow"]:checked) .for-slow, form:has([value="error"]:checked) .for-error { display: block; }
          form:not(:has([value="nothing"]:checked)) .for-any { display: block; }
          form:not(:has([value="nothing"]:checked)):has([value="first"]:checked) .for-first { display: block; }
          form:not(:has([value="nothing"]:checked)):has([value="chance"]:checked) .for-chance { display: block; }
        }
        """
}
