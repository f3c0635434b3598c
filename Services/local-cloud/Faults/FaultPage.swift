/// The control page: one form per service, which works without scripts, by keyboard and with a screen reader.
enum FaultPage {
    /// Its own style, and forms that go back to it alone.
    static let policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    static func html(_ standing: [(kind: CloudServiceKind, fault: Fault, happened: Int)]) -> String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Faults – local-cloud</title>
        <style>
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
        form { border-top: 1px solid; padding: 1rem 0; }
        input, button { font: inherit; padding: 0.4rem 0.6rem; min-height: 2.75rem; }
        input { width: min(30rem, 100%); box-sizing: border-box; }
        label { display: block; font-weight: bold; }
        :focus-visible { outline: 3px solid; outline-offset: 2px; }
        </style>
        </head>
        <body>
        <main>
        <h1>Faults</h1>
        <p>What is set here goes wrong for every request of a service until it is cleared. For one request alone, send the header <code>X-Local-Fault</code>.</p>
        <p id="syntax">A fault is \(XMLText.escaped(Fault.syntax)). Example: <code>throttle;count=2</code>.</p>
        <p role="status">\(summary(standing))</p>
        \(CloudServiceKind.allCases.map { kind in form(kind, standing.first { $0.kind == kind }) }.joined(separator: "\n"))
        </main>
        </body>
        </html>

        """
    }

    private static func summary(_ standing: [(kind: CloudServiceKind, fault: Fault, happened: Int)]) -> String {
        guard !standing.isEmpty else { return "Nothing goes wrong now." }
        return standing.map { XMLText.escaped("\($0.kind.title): \($0.fault), happened \($0.happened) times.") }.joined(separator: "<br>")
    }

    private static func form(_ kind: CloudServiceKind, _ standing: (kind: CloudServiceKind, fault: Fault, happened: Int)?) -> String {
        let title = XMLText.escaped(kind.title), id = "fault-\(kind.rawValue)"
        return """
            <form method="post" action="/_faults" aria-labelledby="title-\(kind.rawValue)">
            <h2 id="title-\(kind.rawValue)">\(title)</h2>
            <input type="hidden" name="service" value="\(kind.rawValue)">
            <label for="\(id)">Fault of \(title)</label>
            <input id="\(id)" name="fault" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="syntax" value="\(XMLText.escaped(standing?.fault.description ?? ""))">
            <button>Set<span> \(title)</span></button>
            </form>
            <form method="post" action="/_faults"><input type="hidden" name="service" value="\(kind.rawValue)"><button>Clear \(title)</button></form>
            """
    }
}
