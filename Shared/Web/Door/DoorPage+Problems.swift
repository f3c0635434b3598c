extension DoorPage {
    /// The fields of this step that have a problem, in the page's order.
    var brokenFields: [DoorField] { fields.filter { problem(with: $0) != nil } }

    /// What is wrong with a field; the first thing where there are several.
    func problem(with field: DoorField) -> DoorMessage? { problems.first { $0.field == field }?.message }

    /// Problems of the whole form, and of fields that this step does not show.
    private var formProblems: [DoorProblem] { problems.filter { $0.field.map { !fields.contains($0) } ?? true } }

    /// The field where the eye and the keyboard begin: the first that has a problem. A refused pair of address and password begins at the password.
    var firstField: DoorField? {
        if let broken = brokenFields.first { return broken }
        return formProblems.contains { $0.message == .wrongPassword } ? .password : nil
    }

    /// What concerns the whole form, and from two problems on a list that leads to each.
    var problemBox: Markup? {
        let general = formProblems.map { "<p>\($0.message.text(for: $0.field, language))</p>" as Markup }
        let listed = brokenFields.count > 1 ? summary : nil
        guard !general.isEmpty || listed != nil else { return nil }
        let focus: Markup? = firstField == nil ? " autofocus" : nil
        return "<div class=\"notice bad\" id=\"problems\" role=\"alert\" tabindex=\"-1\"\(focus)>\(general)\(listed)</div>"
    }

    private var summary: Markup {
        let items = brokenFields.map { "<li><a href=\"#\($0.identifier)\">\(problem(with: $0)!.text(for: $0, language))</a></li>" as Markup }
        return "<h2>\(DoorWords.problems(brokenFields.count)[language])</h2><ul>\(items)</ul>"
    }
}

extension DoorField {
    /// The control's id.
    var identifier: String { rawValue.replacing("_", with: "-") }
}
