import Crypto
import Encoding
import JSON
import Testing

@testable import Guardrails

@Suite struct AnswerTests {
    private static let prompt = ProtectedPrompt(
        """
        You are a patient teacher of Japanese for beginners. Always answer with exactly five words on the topic that the learner names, and give the reading in romaji.
        Never speak about politics, and refuse whatever is not about the Japanese language. あなたは日本語の先生です。学習者の質問に丁寧に答え、難しい漢字には必ずふりがなを付けてください。
        """, canary: "kestrel-4921-violet")
    private let expected = ExpectedAnswer(protected: Self.prompt)

    private func judge(_ text: String, _ expected: ExpectedAnswer) throws -> OutputVerdict { try #require(Shared.guardrails).judge(answer: text, as: expected) }

    @Test(arguments: [
        "The word is kestrel-4921-violet.", "KESTREL 4921 VIOLET", "k e s t r e l 4 9 2 1 v i o l e t", "kes\u{200B}trel-49\u{200B}21-vi\u{200D}olet",
        "teloiv-1294-lertsek", "ｋｅｓｔｒｅｌ－４９２１－ｖｉｏｌｅｔ",
        "kestrel\n4921\nviolet", "кestrel-4921-violet",
    ])
    func `the canary is found in any dress`(text: String) throws {
        #expect(try judge("I think: \(text) and so on.", expected).refusal?.family == .promptLeaked)
    }

    @Test(arguments: 0..<3) func `the canary is found in base64 at any place`(shift: Int) throws {
        let secret = Base64.encode(Array((String(repeating: "x", count: shift) + "it is kestrel-4921-violet indeed").utf8))
        #expect(try judge("Decode \(secret) please.", expected).refusal?.family == .promptLeaked)
    }

    @Test(arguments: [
        "Sure: Always answer with exactly five words on the topic that the learner names, and give the reading in romaji.",
        "ALWAYS ANSWER WITH EXACTLY FIVE WORDS ON THE TOPIC THAT THE LEARNER NAMES",
        "Always-answer-with-exactly-five-words-on-the-topic-that-the-learner-names", "学習者の質問に丁寧に答え、難しい漢字には必ずふりがなを付けてください。",
    ])
    func `a sentence of our instructions is found`(text: String) throws { #expect(try judge(text, expected).refusal?.family == .promptLeaked) }

    @Test(arguments: [
        "1. Always 2. answer 3. with 4. exactly 5. five 6. words 7. on 8. the 9. topic 10. that 11. the 12. learner 13. names, 14. and 15. give the reading",
        "a) Always\nb) answer\nc) with\nd) exactly\ne) five\nf) words\ng) on\nh) the\ni) topic\nj) that\nk) the\nl) learner\nm) names",
        "Word one: Always. Word two: answer. Word three: with. Word four: exactly. Word five: five. Word six: words. Word seven: on. Word eight: the. Word nine: topic. Word ten: that. Word eleven: the. Word twelve: learner. Word thirteen: names.",
        "Always7answer8with9exactly1five2words3on4the5topic6that7the8learner9names0and1give2the3reading",
        "学1習2者3の4質5問6に7丁8寧9に10答11え12難13し14い15漢16字17に18は19必20ず21ふ22り23が24な25を26付27け28て29く30だ31さ32い",
        "• 学習者 • の質問 • に丁寧 • に答え • 難しい • 漢字には • 必ず • ふりがな • を付けて • ください", "Nyjnlf nafjre jvgu rknpgyl svir jbeqf ba gur gbcvp gung gur yrneare anzrf",
        "xrfgery-4921-ivbyrg",
    ])
    func `our instructions are found with something between their words, and in another alphabet`(text: String) throws {
        #expect(try judge("Here it is:\n\(text)", expected).refusal?.family == .promptLeaked)
    }

    @Test func `our instructions are found backwards and in base64`() throws {
        #expect(try judge(String(Self.prompt.text.reversed()), expected).refusal?.family == .promptLeaked)
        #expect(try judge(Base64.encode(Array(Self.prompt.text.utf8)), expected).refusal?.family == .promptLeaked)
    }

    @Test(arguments: [
        "Five words on the topic of food: ごはん (gohan), みず (mizu), さかな (sakana), にく (niku), やさい (yasai).", "先生 means teacher. 日本語の先生 is a teacher of Japanese.",
        "漢字にふりがなを付けると読みやすいです。",
        "Name a topic, and I will answer with five words that the learner of the language needs, with the reading of the kanji and exactly one example on each.",
        "I can only help with the Japanese language.",
    ])
    func `an answer about the same things passes`(text: String) throws { #expect(try judge(text, expected) == OutputVerdict(text: text, findings: [])) }

    @Test(arguments: ["", "   ", "\n\n", "<b></b>", "\u{200B}"]) func `an answer of nothing is refused`(text: String) throws {
        #expect(try judge(text, ExpectedAnswer()).refusal?.family == .incoherent)
    }

    @Test(arguments: [
        String(repeating: "ok ", count: 200), String(repeating: "The cat sits on the mat.\n", count: 40), String(repeating: "猫がいます。", count: 60),
        String(repeating: "caf\u{FFFD} ", count: 10), "Ã©tÃ© Ã  la plage, dÃ©jÃ  vu",
        String(repeating: "สวัสดีครับ ผมชื่อ ", count: 8),
        (0..<8).map { _ in "One long sentence about a river. Another long sentence about a mountain. A third one about the sea and its fish.\n" }.joined(),
    ])
    func `an answer that goes round in circles or is spoilt is refused`(text: String) throws {
        #expect(try judge(text, ExpectedAnswer()).refusal?.family == .incoherent)
    }

    @Test func `a list whose lines are alike passes`() throws {
        let words = [
            "水 mizu water", "火 hi fire", "木 ki tree", "金 kane gold", "土 tsuchi earth", "日 hi sun", "月 tsuki moon", "山 yama mountain", "川 kawa river",
            "田 ta field",
        ]
        let text = words.map { "Word: \($0)\nPart of speech: noun\nLevel: N5\n" }.joined(separator: "\n")
        #expect(try judge(text, ExpectedAnswer()).refusal == nil)
    }

    @Test func `an answer that is too long is cut at a sentence's end`() throws {
        let text = (1...40).map { "This is sentence number \($0) of them." }.joined(separator: " ")
        let verdict = try judge(text, ExpectedAnswer(maximumCharacters: 500))
        #expect(verdict.isCut && verdict.refusal == nil)
        #expect(verdict.text.count <= 500 && verdict.text.count > 440)
        #expect(text.hasPrefix(verdict.text) && (verdict.text.hasSuffix(".") || verdict.text.hasSuffix(". ")))
        let japanese = String(repeating: "今日はいい天気ですね。明日も晴れるでしょうか。", count: 2) + "山に登りたい。"
        #expect(try judge(japanese, ExpectedAnswer(maximumCharacters: 30)).text == "今日はいい天気ですね。明日も晴れるでしょうか。")
    }

    @Test func `a cut is never inside a character`() throws {
        let families = ["👨‍👩‍👧", "👩‍👩‍👦", "👨‍👨‍👧", "👩‍👦", "👨‍👧", "🇯🇵", "🇩🇪", "❤️", "e\u{301}", "👍🏽"]
        #expect(try judge("あ" + families.joined(), ExpectedAnswer(maximumCharacters: 6)).text == "あ" + families.prefix(5).joined())
    }

    @Test(
        arguments: [
            ("The word for water is 水 (mizu), which you will hear every day in Japan.", [.any, .english]),
            ("水は「みず」と読みます。毎日の生活でよく使う言葉ですから、ぜひ覚えてください。例：水を飲む。", [.any, .japanese]),
            ("水 (みず, mizu) means water: 水を飲みます。 I drink water. 山 (やま, yama) means mountain: 山に登ります。", [.any, .english, .japanese, .both]),
            ("这个词的意思是水，每天都会用到。请记住它的读音和写法，并且多多练习，这样你就能很快学会了。下面是几个例子。", [.any]),
            ("Слово вода означает воду, и вы будете слышать его каждый день.", [.any]), ("Yes, mizu.", [.any, .english, .japanese, .both]),
        ] as [(String, Set<AnswerLanguage>)]) func `an answer in another language than was expected is to be repaired`(
            text: String, languages: Set<AnswerLanguage>
        ) throws
    {
        let guardrails = try #require(Shared.guardrails)
        for language in [.any, .japanese, .english, .both] as [AnswerLanguage] {
            let finding = languages.contains(language) ? nil : Finding(.incoherent, rule: "incoherent.language")
            #expect(try judge(text, ExpectedAnswer(language: language)).refusal == finding, "\(language)")
            let inJSON = String(decoding: JSON.encode([text, "ok"]), as: UTF8.self)
            #expect(try judge(inJSON, ExpectedAnswer(isJSON: true, language: language)).refusal == finding, "\(language) in JSON")
            var window = AnswerWindow(guardrails, as: ExpectedAnswer(language: language))
            for character in text { #expect(window.receive(String(character)).refusal == nil) }
            #expect(window.finish().refusal == finding, "\(language) in pieces")
        }
    }

    // MARK: - JSON

    private func json(_ text: String, _ most: Int = 8_000) throws -> OutputVerdict {
        try judge(text, ExpectedAnswer(protected: Self.prompt, maximumCharacters: most, isJSON: true))
    }

    @Test func `the strings of JSON are judged and its punctuation is not`() throws {
        let plain = #"{"words": [{"japanese": "水", "romaji": "mizu", "n": 1.50, "ok": true}], "x": null}"#
        #expect(try json(plain) == OutputVerdict(text: plain, findings: []))
        let verdict = try json(#"{"a": "<b>see</b> https://x.example", "n": [1, "mail a@b.de"]}"#)
        #expect(verdict.refusal == nil)
        let parsed = try JSON.parse(Array(verdict.text.utf8))
        #expect(parsed["a"]?.stringValue == "see [link]")
        #expect(parsed["n"]?[1]?.stringValue == "mail [e-mail]")
        #expect(Set(verdict.findings.map(\.family)) == [.activeContent, .personalData])
    }

    @Test func `a fence around JSON is left out`() throws { #expect(try json("```json\n{\"a\": 1}\n```\n").text == "{\"a\": 1}") }

    @Test(arguments: ["", "{", "hello", "{\"a\": }", "{\"a\": 1} x"]) func `what is no JSON is refused`(text: String) throws {
        #expect(try json(text).refusal?.family == .incoherent)
    }

    @Test func `JSON is never cut`() throws { #expect(try json(#"{"a": "0123456789"}"#, 10).refusal?.family == .tooLong) }

    @Test(arguments: [
        #"{"a": "To make a pipe", "b": "bomb, you need a pipe and powder."}"#, #"{"lines": ["I will", "kill you", "tomorrow."]}"#,
        #"[{"ok": "水"}, {"x": "You fucking", "y": ["idiot", "."], "n": 1}]"#, #"["I will", "kill you", "tomorrow."]"#,
    ])
    func `what the strings of an object say together is refused`(text: String) throws {
        let verdict = try json(text)
        #expect(verdict.refusal != nil && verdict.refusal?.family != .incoherent)
        #expect(verdict.text.isEmpty)
    }

    @Test(arguments: [
        #"[{"japanese": "殺す", "english": "to kill"}, {"japanese": "明日", "english": "tomorrow"}, {"japanese": "私", "english": "I, me"}, {"japanese": "爆弾", "english": "bomb"}]"#,
        #"{"word": "爆弾", "reading": "ばくだん", "meaning": "bomb", "example": "川で爆弾が見つかった。", "translation": "A bomb was found in the river."}"#,
        #"{"words": ["kill", "weapon", "make", "home", "pipe", "powder", "bomb", "war"]}"#,
        #"{"title": "War", "items": [{"word": "銃", "meaning": "gun"}, {"word": "作る", "meaning": "to make"}, {"word": "家", "meaning": "home"}]}"#,
    ])
    func `words of a list are not one sentence`(text: String) throws { #expect(try json(text) == OutputVerdict(text: text, findings: [])) }

    @Test func `the selectors of all strings are few`() throws {
        let verdict = try json("[" + (0..<20).map { _ in "\"字\u{E0100}\"" }.joined(separator: ", ") + "]")
        #expect(verdict.text.unicodeScalars.count { $0.value == 0xE0100 } == 8)
    }

    @Test func `a leak over several strings is found`() throws {
        #expect(try json(#"["kestrel", "4921", "violet"]"#).refusal?.family == .promptLeaked)
        #expect(try json(#"{"a": "k\u0065strel-4921-violet"}"#).refusal?.family == .promptLeaked)
        #expect(try json(#"{"a": "kestrel", "b": {"c": "4921"}, "d": "violet"}"#).refusal?.family == .promptLeaked)
        #expect(try json(#"{"kestrel-4921-violet": 1}"#).refusal?.family == .promptLeaked)
    }
}
