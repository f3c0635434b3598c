extension Markup {
    /// A text in runs, with the readings of those that have one over them; in parentheses where a browser knows no ruby.
    public static func ruby(_ runs: some Sequence<(text: String, reading: String?)>) -> Markup {
        let runs = runs.map { run -> Markup in
            guard let reading = run.reading, reading != run.text else { return "\(run.text)" }
            return "<ruby>\(run.text)<rp>(</rp><rt>\(reading)</rt><rp>)</rp></ruby>"
        }
        return "\(runs)"
    }
}
