/// One service on the control page: what goes wrong with it, and the form that sets it.
struct FaultCard {
    let kind: CloudServiceKind
    let standing: (fault: Fault, happened: Int)?
    let draft: FaultDraft
    let problems: [FaultDraft.Field: String]

    private var name: String { kind.rawValue }

    var html: String {
        let isWrong = standing.map { !$0.fault.isOver(happened: $0.happened) } ?? false
        return """
            <section class="card\(isWrong ? " wrong" : "")" id="\(name)" aria-labelledby="\(name)-title" tabindex="-1">
            <header><h2 id="\(name)-title">\(kind.title)</h2><span class="state">\(isWrong ? "goes wrong" : "works")</span></header>
            \(standing.map { "<p class=\"quiet\">\(Self.state($0.fault, $0.happened))<br><code>X-Local-Fault: \($0.fault)</code></p>" } ?? "")
            <form method="post" action="/_faults" aria-labelledby="\(name)-title">
            <input type="hidden" name="service" value="\(name)">
            \(fields)
            <div class="buttons"><button>Set<span class="hidden"> \(kind.title)</span></button>\(clearing)</div>
            </form>
            </section>
            """
    }

    /// What goes wrong and how often it has.
    static func state(_ fault: Fault, _ happened: Int) -> String {
        let count = happened == 0 ? "not happened yet" : happened == 1 ? "happened once" : "happened \(happened) times"
        return "\(fault.words); \(count)\(fault.isOver(happened: happened) ? ", now over" : "")"
    }

    private var clearing: String {
        standing == nil ? "" : "<button class=\"second\" name=\"clear\" value=\"1\">Clear<span class=\"hidden\"> \(kind.title)</span></button>"
    }

    private var fields: String {
        let kinds = [(FaultDraft.nothing, "Nothing")] + Fault.Kind.allCases.map { ($0.rawValue, $0.title) }
        let often: [(String, String)] = FaultDraft.Often.allCases.map { ($0.rawValue, Self.title($0)) }
        return [
            choice(.kind, kinds),
            choice(.status, [("500", "500: an error of its own"), ("503", "503: away")], shownFor: "error"),
            entry(.seconds, mode: "decimal", shownFor: "slow"),
            choice(.occurrence, often, shownFor: "any"),
            entry(.count, mode: "numeric", shownFor: "first"),
            entry(.percent, mode: "decimal", shownFor: "chance"),
        ].joined(separator: "\n")
    }

    private static func title(_ often: FaultDraft.Often) -> String {
        switch often {
        case .always: "Every request"
        case .first: "The next few"
        case .chance: "By chance"
        }
    }

    /// What a field is called.
    static func label(_ field: FaultDraft.Field) -> String {
        switch field {
        case .kind: "What goes wrong"
        case .status: "Status"
        case .seconds: "Seconds late (0–60)"
        case .occurrence: "How often"
        case .count: "Times (1–1000)"
        case .percent: "Per cent (0–100)"
        }
    }

    private func choice(_ field: FaultDraft.Field, _ options: [(value: String, title: String)], shownFor: String? = nil) -> String {
        let options = options.map { "<option value=\"\($0.value)\"\($0.value == draft[field] ? " selected" : "")>\($0.title)</option>" }
        return around(field, shownFor, "<select \(attributes(field))>\(options.joined())</select>")
    }

    private func entry(_ field: FaultDraft.Field, mode: String, shownFor: String) -> String {
        let value = XMLText.escaped(draft[field])
        return around(
            field, shownFor, "<input \(attributes(field)) type=\"text\" inputmode=\"\(mode)\" maxlength=\"20\" autocomplete=\"off\" value=\"\(value)\">")
    }

    private func around(_ field: FaultDraft.Field, _ shownFor: String?, _ control: String) -> String {
        let problem = problems[field].map { "<p class=\"problem\" id=\"\(id(field))-problem\">\($0)</p>" } ?? ""
        return "<div\(shownFor.map { " class=\"for-\($0)\"" } ?? "")><label for=\"\(id(field))\">\(Self.label(field))</label>\(problem)\(control)</div>"
    }

    /// The first field with a problem has the focus at once.
    private func attributes(_ field: FaultDraft.Field) -> String {
        let plain = "id=\"\(id(field))\" name=\"\(field.rawValue)\""
        guard problems[field] != nil else { return plain }
        let isFirst = FaultDraft.Field.allCases.first { problems[$0] != nil } == field
        return "\(plain) aria-invalid=\"true\" aria-describedby=\"\(id(field))-problem\"\(isFirst ? " autofocus" : "")"
    }

    private func id(_ field: FaultDraft.Field) -> String { "\(name)-\(field.rawValue)" }
}
