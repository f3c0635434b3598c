extension Markup {
    /// The house's seal, 言 in vermilion, with a name beside it; a link where there is somewhere to go.
    static func brand(_ name: String, href: String?) -> Markup {
        let content: Markup = "\(seal)<span>\(name)</span>"
        return href.map { "<a class=\"brand\" href=\"\($0)\">\(content)</a>" } ?? "<p class=\"brand\">\(content)</p>"
    }

    private static let seal: Markup = """
        <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false"><rect x="1" y="1" width="34" height="34" rx="7" fill="currentColor"/>\
        <path d="M16.5 5.6l3 2M7.5 11.2h21M11 15.6h14M11 20h14M12.2 24.4h11.6v6H12.2z" fill="none" class="carved" stroke-width="2" \
        stroke-linecap="round" stroke-linejoin="round"/></svg>
        """
}
