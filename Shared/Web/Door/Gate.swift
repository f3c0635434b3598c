/// The frame of all pages at the door: the brand, what stands beside it, and the content; where there is room, a scroll with the house's word.
struct Gate {
    let brand: Markup
    /// Beside the brand: the switch to another language.
    var corner: Markup?
    /// Heading and all that follows.
    let content: Markup

    var markup: Markup {
        """
        <div class="gate">
        <div class="gate-side">
        <header class="gate-column row apart">\(brand)\(corner)</header>
        <main class="gate-column" id="main" tabindex="-1">
        \(content)
        </main>
        </div>
        <aside class="scroll" aria-hidden="true"><p lang="ja"><ruby>一語一会<rt>いちごいちえ</rt></ruby><small>ひとつの言葉に、ひとつの出会い。</small></p></aside>
        </div>
        """
    }

    static func heading(_ title: Markup, _ introduction: [Markup]) -> Markup {
        "<div class=\"heading\"><h1>\(title)</h1>\(introduction.map { "<p class=\"quiet\">\($0)</p>" as Markup })</div>"
    }
}
