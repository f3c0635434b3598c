extension DoorPage {
    /// The window's title: problems are heard first.
    var title: Markup { "\(problems.isEmpty ? nil : FrameWords.error[language])\(words.title[language]) – \(product.name)" }

    /// Brand, language, content; where there is room, a scroll with the house's word beside them.
    var frame: Markup {
        """
        <div class="gate">
        <div class="gate-side">
        <header class="gate-column row apart">\(.brand(product.name, href: href(.signIn)))\(languageLink)</header>
        <main class="gate-column" id="main" tabindex="-1">
        \(heading)
        \(noticeBox)
        \(problemBox)
        \(form)
        \(foot)
        </main>
        </div>
        <aside class="scroll" aria-hidden="true"><p lang="ja"><ruby>一語一会<rt>いちごいちえ</rt></ruby><small>ひとつの言葉に、ひとつの出会い。</small></p></aside>
        </div>
        """
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

    private var heading: Markup {
        "<div class=\"heading\"><h1>\(words.title[language])</h1>\(words.introduction.map { "<p class=\"quiet\">\($0[language])</p>" as Markup })</div>"
    }

    private var noticeBox: Markup? {
        notice.map { "<div class=\"notice\($0.isGood ? " good" : "")\" role=\"status\"><p>\($0.text(for: nil, language))</p></div>" }
    }

    private var foot: Markup? { links.isEmpty ? nil : "<div class=\"gate-foot\">\(links.map { "<p>\($0)</p>" as Markup })</div>" }
}
