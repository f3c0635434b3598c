extension DoorPage {
    /// The window's title: problems are heard first.
    var title: Markup { "\(problems.isEmpty ? nil : FrameWords.error[language])\(words.title[language]) – \(product.name)" }

    /// Brand, language, content.
    var frame: Markup {
        let content: Markup = """
            \(Gate.heading(words.title[language], words.introduction.map { $0[language] }))
            \(noticeBox)
            \(problemBox)
            \(form)
            \(foot)
            """
        return Gate(brand: .brand(product.name, href: href(.signIn)), corner: languageLink, content: content).markup
    }

    /// A page of this door with the query kept.
    func href(_ step: Step) -> String { paths[step] + query }

    private var languageLink: Markup {
        .languageLink(to: language.other, href: href(in: language.other))
    }

    /// This page in another language; a choice made before by the query gives way.
    private func href(in other: Language) -> String {
        let kept = query.drop { $0 == "?" }.split(separator: "&").filter { !$0.hasPrefix("lang=") }
        return "\(paths[step])?\((kept + ["lang=\(other.rawValue)"]).joined(separator: "&"))"
    }

    private var noticeBox: Markup? {
        notice.map { "<div class=\"notice\($0.isGood ? " good" : "")\" role=\"status\"><p>\($0.text(for: nil, language))</p></div>" }
    }

    private var foot: Markup? { links.isEmpty ? nil : "<div class=\"gate-foot\">\(links.map { "<p>\($0)</p>" as Markup })</div>" }
}
